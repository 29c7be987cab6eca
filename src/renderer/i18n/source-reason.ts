import type { I18n } from './i18n-context.tsx';
import { isMessageKey } from './messages.ts';

/** Why a source does not deliver; a code without a sentence is shown as it is. */
export function sourceReason(i18n: I18n, code: string): string {
  const key = `source.reason.${code}`;
  return isMessageKey(key) ? i18n.t(key) : i18n.t('source.reason.unknown', { code });
}
