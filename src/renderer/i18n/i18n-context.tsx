import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import type { LanguagePreference } from '#shared/model/settings.ts';

import { createFormat, type Format } from './format.ts';
import {
  readLanguagePreference,
  rememberLanguagePreference,
  spokenLanguage,
} from './language-preference.ts';
import type { Language, MessageKey } from './messages.ts';
import { translate, translateCount, type MessageParams, type PluralKey } from './translate.ts';

export interface I18n {
  readonly language: Language;
  /** What was chosen; `system` follows the machine. */
  readonly preference: LanguagePreference;
  setLanguage(preference: LanguagePreference): void;
  t(key: MessageKey, params?: MessageParams): string;
  /** The sentence in its plural form; `{count}` is filled with the formatted number. */
  tn(key: PluralKey, count: number, params?: MessageParams): string;
  readonly format: Format;
}

const I18nContext = createContext<I18n | null>(null);

interface I18nProviderProps {
  /** Null reads what this screen remembers; a test gives a language. */
  readonly initial: LanguagePreference | null;
  readonly children: ReactNode;
}

export function I18nProvider({ initial, children }: I18nProviderProps): ReactElement {
  const [preference, setPreference] = useState(() => initial ?? readLanguagePreference());
  const language = spokenLanguage(preference);

  const setLanguage = useCallback((next: LanguagePreference) => {
    rememberLanguagePreference(next);
    setPreference(next);
  }, []);

  // Fonts, hyphenation and screen readers go by the document's language.
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const value = useMemo<I18n>(
    () => ({
      language,
      preference,
      setLanguage,
      t: (key, params = {}) => translate(language, key, params),
      tn: (key, count, params = {}) => translateCount(language, key, count, params),
      format: createFormat(language),
    }),
    [language, preference, setLanguage],
  );
  return <I18nContext value={value}>{children}</I18nContext>;
}

export function useI18n(): I18n {
  const value = useContext(I18nContext);
  if (value === null) throw new Error('useI18n needs an I18nProvider above it');
  return value;
}
