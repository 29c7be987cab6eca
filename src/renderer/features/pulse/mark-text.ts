import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { markLabel } from '#renderer/ui/mark-label.ts';
import type { Mark } from '#shared/model/metrics.ts';

/** What a mark stands for, as the reading line says it. */
export function markText(i18n: I18n, mark: Mark): string {
  return i18n.t(`mark.${mark.kind}`, { label: markLabel(i18n, mark) }).trim();
}

/** The one or two characters in the mark's tag: the link number of a push, a letter for the rest. */
export function markTag(i18n: I18n, mark: Mark): string {
  return mark.kind === 'push' ? mark.label : i18n.t(`mark.short.${mark.kind}`);
}
