import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { sourceName } from '#renderer/ui/platform-name.ts';
import type { Mark } from '#shared/model/metrics.ts';

/** What a mark stands for, as the reading line says it. */
export function markText(i18n: I18n, mark: Mark): string {
  return i18n.t(`mark.${mark.kind}`, { label: markLabel(i18n, mark) }).trim();
}

/** The core labels some marks with a code rather than with words. */
function markLabel(i18n: I18n, mark: Mark): string {
  const key = mark.kind === 'gap' ? `chat.gapCause.${mark.label}` : `mark.showState.${mark.label}`;
  if (mark.kind !== 'gap' && mark.kind !== 'show') return mark.label;
  if (isMessageKey(key)) return i18n.t(key);
  return mark.kind === 'gap' ? sourceName(i18n, mark.label) : mark.label;
}

/** The one or two characters in the mark's tag: the link number of a push, a letter for the rest. */
export function markTag(i18n: I18n, mark: Mark): string {
  return mark.kind === 'push' ? mark.label : i18n.t(`mark.short.${mark.kind}`);
}
