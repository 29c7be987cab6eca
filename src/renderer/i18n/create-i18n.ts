import { createFormat } from './format.ts';
import type { I18n } from './i18n-context.tsx';
import type { Language } from './messages.ts';
import { translate, translateCount } from './translate.ts';

/** Words and numbers of one language where there is no screen to choose another. */
export function createI18n(language: Language): I18n {
  return {
    language,
    preference: language,
    setLanguage: () => undefined,
    t: (key, params = {}) => translate(language, key, params),
    tn: (key, count, params = {}) => translateCount(language, key, count, params),
    format: createFormat(language),
  };
}
