import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';

/**
 * A source as a stored gap names it: its platform's code, then its channel, if that is another word.
 * The platform is said as the trade says it.
 */
export function sourceName(i18n: I18n, label: string): string {
  const [platform = '', ...channel] = label.split(' ');
  return [platformName(i18n, platform), ...channel].join(' ');
}

/** What the trade calls a platform; one that has no translation is named as it names itself. */
export function platformName(i18n: I18n, platform: string): string {
  const key = `platform.${platform}`;
  return isMessageKey(key) ? i18n.t(key) : platform;
}
