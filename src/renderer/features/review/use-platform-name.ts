import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';

/** A platform's name in this language; the registry key where it has none. */
export function usePlatformName(): (platform: string) => string {
  const i18n = useI18n();
  return (platform) => platformNameOf(i18n, platform);
}

export function platformNameOf({ t }: I18n, platform: string): string {
  const key = `platform.${platform}`;
  return isMessageKey(key) ? t(key) : platform;
}
