// Stands in for the renderer's own in pages built for the audit: every screen draws anew at a switch.
import { useMemo, useSyncExternalStore } from 'react';

import { useI18n as useReal, type I18n } from '#renderer/i18n/i18n-context.tsx';

import { isPseudo, subscribePseudo } from './pseudo-switch.ts';

export { I18nProvider } from '#renderer/i18n/i18n-context.tsx';
export type { I18n } from '#renderer/i18n/i18n-context.tsx';

export function useI18n(): I18n {
  const real = useReal();
  const isOn = useSyncExternalStore(subscribePseudo, isPseudo);
  // Another object for the same texts: what is worked out from it is worked out anew.
  return useMemo(() => {
    if (!isOn) return real;
    const { t, tn } = real;
    return {
      ...real,
      t: (...asked) => t(...asked),
      tn: (...asked) => tn(...asked),
    };
  }, [real, isOn]);
}
