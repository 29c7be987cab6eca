import { LanguagePreference, type Language } from '#shared/model/settings.ts';

const STORAGE_KEY = 'cuedesk.language';

/** What was chosen on this screen; the system's language where nothing valid is remembered. */
export function readLanguagePreference(): LanguagePreference {
  const parsed = LanguagePreference.safeParse(window.localStorage.getItem(STORAGE_KEY));
  return parsed.success ? parsed.data : 'system';
}

export function rememberLanguagePreference(preference: LanguagePreference): void {
  window.localStorage.setItem(STORAGE_KEY, preference);
}

/** What this screen speaks when it opens. */
export function screenLanguage(): Language {
  return spokenLanguage(readLanguagePreference());
}

export function spokenLanguage(preference: LanguagePreference): Language {
  return preference === 'system' ? systemLanguage(navigator.languages) : preference;
}

/** Any Chinese of the system's list before English means Chinese; otherwise English. */
export function systemLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'zh') return 'zh-CN';
    if (primary === 'en') return 'en';
  }
  return 'en';
}
