import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import type { Mark } from '#shared/model/metrics.ts';

import { alertName } from './alert-name.ts';
import { sourceName } from './platform-name.ts';

/** What a mark says of itself; the core labels some with a code rather than with words. */
export function markLabel(i18n: I18n, mark: Mark): string {
  if (mark.kind === 'alert') return alertName(i18n, mark.label);
  const key = mark.kind === 'gap' ? `chat.gapCause.${mark.label}` : `mark.showState.${mark.label}`;
  if (mark.kind !== 'gap' && mark.kind !== 'show') return mark.label;
  if (isMessageKey(key)) return i18n.t(key);
  return mark.kind === 'gap' ? sourceName(i18n, mark.label) : mark.label;
}
