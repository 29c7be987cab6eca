import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { markLabel } from '#renderer/ui/mark-label.ts';
import type { Mark } from '#shared/model/metrics.ts';

/** What a mark stands for, as the reading line says it. */
export function markText(i18n: I18n, mark: Mark): string {
  return i18n.t(`mark.${mark.kind}`, { label: markLabel(i18n, mark) }).trim();
}
