import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';

/** What the trade calls a platform; one that has no translation is named as it names itself. */
export function platformName(i18n: I18n, platform: string): string {
  const key = `platform.${platform}`;
  return isMessageKey(key) ? i18n.t(key) : platform;
}
