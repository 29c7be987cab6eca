import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ReviewAudience, StayEstimate } from '#shared/model/review-audience.ts';
import type { FigureName } from '#shared/model/entered-figure.ts';

/** The estimate as it is read: `≈2:28`, or a dash. */
export function stayText({ format }: I18n, stay: StayEstimate): string {
  return stay.known ? `≈${format.span(Math.round(stay.seconds) * 1_000)}` : '—';
}

/** What a person entered of the whole show; null where nobody has. */
export function enteredOf({ entered }: ReviewAudience, name: FigureName): number | null {
  return entered.find((each) => each.name === name && each.sourceId === null)?.value ?? null;
}
