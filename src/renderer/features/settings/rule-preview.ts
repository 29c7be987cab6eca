import { useEffect, useState } from 'react';

import type { I18n } from '#renderer/i18n/i18n-context.tsx';

/** Typing goes on for so long before a rule is tried. */
const AFTER_MS = 250;
/** More times do not make it clearer. */
const TIMES_SHOWN = 4;

/** The newest answer to `ask`, asked anew a moment after it changes; null before the first. */
export function useTried<T>(ask: () => Promise<T>): T | null {
  const [tried, setTried] = useState<T | null>(null);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void ask().then((result) => {
        if (isWanted) setTried(() => result);
      });
    }, AFTER_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [ask]);
  return tried;
}

/** When it would have been in a show, as times since its start; the first few of them. */
export function firstTimes({ t, format }: I18n, at: readonly number[], startedTs: number): string {
  const times = at
    .slice(0, TIMES_SHOWN)
    .map((ts) => format.span(Math.max(0, ts - startedTs)))
    .join(t('common.listSeparator'));
  return at.length > TIMES_SHOWN ? `${times} …` : times;
}
