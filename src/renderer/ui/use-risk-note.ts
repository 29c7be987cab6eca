import { useMemo } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useSettings } from '#renderer/store/selectors.ts';
import type { RiskHit, RiskMatcher } from '#shared/rules/risk-words/matcher.ts';
import { riskMatcher } from '#shared/rules/risk-words/starter.ts';

/** An expression of the operator's own list is for chat that comes in, not for one's own words. */
const EXPRESSION = '/';
const NO_WORDS: readonly string[] = [];

/** Made when the first text is typed, and anew when the operator's own words change. */
let made: { readonly own: readonly string[]; readonly matcher: RiskMatcher } | null = null;

function matcherOf(own: readonly string[]): RiskMatcher {
  if (made?.own !== own) {
    const phrases = own.filter((word) => !word.startsWith(EXPRESSION));
    made = { own, matcher: riskMatcher(phrases) };
  }
  return made.matcher;
}

/** What should not be said of a text that is about to be said, as it is typed; null for nothing. */
export function useRiskNote(text: string): string | null {
  const i18n = useI18n();
  const own = useSettings()?.words.risk ?? NO_WORDS;
  return useMemo(() => {
    if (text === '') return null;
    const hits = matcherOf(own).find(text);
    const worst = hits.find(({ entry }) => entry.level === 'ban') ?? hits[0];
    return worst === undefined ? null : noteOf(i18n, worst, text, hits.length - 1);
  }, [text, own, i18n]);
}

function noteOf({ t }: I18n, { entry, from, to }: RiskHit, text: string, more: number): string {
  const phrase = text.slice(from, to);
  const why = t(`risk.class.${entry.class}`);
  return [
    t(entry.level === 'ban' ? 'risk.note' : 'risk.noteWarn', { phrase, why }),
    entry.instead === '' ? '' : t('risk.instead', { instead: entry.instead }),
    more === 0 ? '' : t('risk.more', { count: more }),
  ].join('');
}
