import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';

/** What a platform is called; `other` is any that is not listed. */
export function exportPlatformName(i18n: I18n, platform: string): string {
  return platform === 'other' ? i18n.t('imported.platformOther') : platformName(i18n, platform);
}
