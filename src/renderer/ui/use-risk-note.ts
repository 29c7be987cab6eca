import { useMemo } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useSettings, useSources } from '#renderer/store/selectors.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import type { RiskHit, RiskMatcher } from '#shared/rules/risk-words/matcher.ts';
import { claimsMatcher, roomMatcher, type RiskRoom } from '#shared/rules/risk-words/room-list.ts';
import { outermost } from '#shared/rules/risk-words/spans.ts';

const NO_WORDS: readonly string[] = [];
const NO_CLAIMS: readonly string[] = [];

/** What should not be said of a text that is about to be said. */
export interface RiskFound {
  /** All of it in one line: the worst phrase, why, what instead, how many more. */
  readonly words: string;
  /** The phrase that `words` names. */
  readonly worst: RiskHit;
  /** In the order in which they stand. */
  readonly hits: readonly RiskHit[];
  /** The text with what to say instead in the place of that phrase; null where there is nothing to say. */
  readonly replaced: string | null;
}

/** Made when the first text is typed, and anew when what the room is told of changes. */
let made: { readonly key: string; readonly matcher: RiskMatcher } | null = null;

function matcherOf(room: RiskRoom): RiskMatcher {
  const key = JSON.stringify(room);
  if (made?.key !== key) made = { key, matcher: roomMatcher(room) };
  return made.matcher;
}

/** Which phrases this room is told of. */
export function useRiskRoom(): RiskRoom {
  const { risk, category, words } = useSettings() ?? NO_SETTINGS;
  const sources = useSources();
  const own = words.risk ?? NO_WORDS;
  const named = [...new Set(sources.map(({ platform }) => platform))].toSorted().join(' ');
  return useMemo(
    () => ({ risk, category, words: own, platforms: named === '' ? [] : named.split(' ') }),
    [risk, category, own, named],
  );
}

/** Looks through texts as this room is told; for many of them at once. */
export function useRiskFinder(claims: readonly string[]): (text: string) => readonly RiskHit[] {
  const room = useRiskRoom();
  return useMemo(() => {
    const ofProduct = claims.length === 0 ? null : claimsMatcher(claims);
    return (text) => {
      if (text === '') return [];
      const hits = matcherOf(room).find(text);
      return ofProduct === null ? hits : outermost([...ofProduct.find(text), ...hits]);
    };
  }, [room, claims]);
}

/**
 * What should not be said of a text that is about to be said, as it is typed; null for nothing.
 * `claims`: what must not be said of the product it is about (`bannedClaims`), always the same array.
 */
export function useRisk(text: string, claims: readonly string[] = NO_CLAIMS): RiskFound | null {
  const i18n = useI18n();
  const find = useRiskFinder(claims);
  return useMemo(() => {
    const hits = find(text);
    const worst = hits.find(({ entry }) => entry.level === 'ban') ?? hits[0];
    if (worst === undefined) return null;
    const { instead } = worst.entry;
    return {
      words: riskWords(i18n, worst, text, hits.length - 1),
      worst,
      hits,
      replaced: instead === '' ? null : text.slice(0, worst.from) + instead + text.slice(worst.to),
    };
  }, [text, find, i18n]);
}

/** `useRisk` in words alone. */
export function useRiskNote(text: string): string | null {
  return useRisk(text)?.words ?? null;
}

/** Of one phrase: what, why, by which law, what instead. */
export function riskWords(
  { t }: I18n,
  { entry, from, to }: RiskHit,
  text: string,
  more: number,
): string {
  const kind = t(entry.origin === 'product' ? 'risk.ofProduct' : `risk.class.${entry.class}`);
  const why =
    entry.law === null ? kind : t('risk.byLaw', { why: kind, law: t(`risk.law.${entry.law}`) });
  return [
    t(entry.level === 'ban' ? 'risk.note' : 'risk.noteWarn', { phrase: text.slice(from, to), why }),
    entry.instead === '' ? '' : t('risk.instead', { instead: entry.instead }),
    more === 0 ? '' : t('risk.more', { count: more }),
  ].join('');
}
