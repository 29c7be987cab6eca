import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';

/** A platform's name in this language; the registry key where it has none. */
export function usePlatformName(): (platform: string) => string {
  const { t } = useI18n();
  return (platform) => {
    const key = `platform.${platform}`;
    return isMessageKey(key) ? t(key) : platform;
  };
}
