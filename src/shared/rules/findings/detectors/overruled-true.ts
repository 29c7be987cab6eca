import type { CheckSubject } from '../../../model/checklist.ts';
import type { FindingWord } from '../../../model/finding.ts';
import type { FindingFacts, Span } from '../facts.ts';
import { effect, found, line, param, quiet, type Detector } from '../outcome.ts';
import { airingsOf } from '../spans.ts';

const MINUTE_MS = 60_000;

type Came = { readonly subject: CheckSubject; readonly spans: readonly Span[] };

/** Red checks that somebody took on themselves before the show, and that came true in it. */
export const overruledTrue: Detector = {
  name: 'overruled_true',
  find(facts) {
    const subjects = new Set(
      facts.overruled.flatMap(({ checks }) =>
        checks.filter(({ light }) => light === 'red').map(({ subject }) => subject),
      ),
    );
    if (subjects.size === 0) return quiet('no_overruled');
    const came = [...subjects].flatMap((subject): readonly Came[] => {
      const spans = cameTrue(subject, facts);
      return spans.length === 0 ? [] : [{ subject, spans }];
    });
    if (came.length === 0) return quiet('nothing_found');
    return found(
      came.map(({ subject, spans }) => ({
        subject,
        cause: subject === 'stock' || subject === 'shelf' ? 'goods' : 'place',
        isGood: false,
        effect: effect('count', -spans.length, -spans.length),
        stake: { in: 'stretches', spans },
        confidence: 'high',
        sample: spans.length,
        evidence: spans
          .slice(0, 4)
          .map((span) =>
            line(EVIDENCE[subject] ?? 'cameTrue', 'span', span.toTs - span.fromTs, { span }),
          ),
        params: {
          check: param.word(CHECKS[subject]),
          times: param.number(spans.length),
          from: param.time(spans[0]?.fromTs ?? 0),
        },
        proving: null,
      })),
    );
  },
};

const CHECKS: Readonly<Record<CheckSubject, FindingWord>> = {
  sources: 'checkSources',
  screens: 'checkScreens',
  outlets: 'checkOutlets',
  shelf: 'checkShelf',
  stock: 'checkStock',
  plan: 'checkPlan',
  words: 'checkWords',
};
const EVIDENCE: Partial<Record<CheckSubject, 'gap' | 'soldOutFor'>> = {
  sources: 'gap',
  stock: 'soldOutFor',
};

function cameTrue(subject: CheckSubject, facts: FindingFacts): readonly Span[] {
  switch (subject) {
    case 'sources':
      return facts.gaps
        .filter(({ cause }) => cause === 'source_lost')
        .map(({ fromTs, toTs }) => ({ fromTs, toTs }));
    case 'screens':
      return facts.cues
        .filter(({ shownDelayMs, state }) => shownDelayMs === null && state !== 'withdrawn')
        .map(({ sentTs }) => ({ fromTs: sentTs, toTs: sentTs + MINUTE_MS }));
    case 'outlets':
      return facts.pushes
        .filter(({ targets }) => targets.some(({ state }) => state === 'failed'))
        .map(({ goTs }) => ({ fromTs: goTs, toTs: goTs + MINUTE_MS }));
    case 'stock':
      return facts.soldOut
        .filter(({ productId }) => airingsOf(facts, productId).length > 0)
        .map(({ ts }) => ({ fromTs: ts, toTs: ts + MINUTE_MS }));
    case 'words':
      return facts.slips.map(({ ts }) => ({ fromTs: ts, toTs: ts + MINUTE_MS }));
    case 'shelf':
    case 'plan':
      return [];
  }
}
