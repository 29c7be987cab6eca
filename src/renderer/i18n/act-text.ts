import type { ChatAction } from '#shared/model/chat-act.ts';

import { timeoutText } from './timeout-text.ts';
import type { I18n } from './i18n-context.tsx';
import { isMessageKey } from './messages.ts';

type Said = Pick<ChatAction, 'act' | 'state' | 'reason' | 'retryS' | 'name' | 'durationS'>;

/** What was done in a platform's chat, or is being done, or why it was not; `platform` in words. */
export function actText(i18n: I18n, action: Said, platform: string): string {
  const { t } = i18n;
  const { act, state, durationS } = action;
  const name = action.name ?? t('chat.someone');
  const time = durationS === null ? '' : timeoutText(i18n, durationS);
  if (state === 'waiting') return t(`act.waiting.${act}`, { name, time, platform });
  if (state === 'done') return t(`act.done.${act}`, { name, time, platform });
  const what = t(`act.what.${act}`, { name, platform });
  return t(`act.${state}`, { what, reason: actReason(i18n, action) });
}

/** Why a platform refused it, or why nobody knows; empty where all is well. */
export function actReason(
  { t }: I18n,
  { reason, retryS }: Pick<Said, 'reason' | 'retryS'>,
): string {
  if (reason === null) return '';
  if (reason === 'rate_limited' && retryS !== null) {
    return t('act.reason.rate_limited_for', { seconds: retryS });
  }
  const key = `act.reason.${reason}`;
  return isMessageKey(key) ? t(key) : reason;
}
