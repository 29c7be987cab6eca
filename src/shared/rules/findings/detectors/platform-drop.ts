import type { FindingFacts, SourceLine } from '../facts.ts';
import { onlineAt } from '../online.ts';
import {
  effect,
  found,
  line,
  param,
  proves,
  quiet,
  type Detector,
  type Draft,
} from '../outcome.ts';
import { spanOfMinutes } from '../spans.ts';

const SIDE = 5;
const LEAST_BEFORE = 20;
/** One platform lost half of its people while the others kept nine of ten. */
const FALL = 0.5;
const OTHERS = 0.9;
const ENDING_MINUTES = 5;

/**
 * One platform lost half of its people within minutes, or told nothing any more, while the others went
 * on: its stream, its recommendation or its room, not the show. Each platform against itself.
 */
export const platformDrop: Detector = {
  name: 'platform_drop',
  find(facts) {
    const telling = facts.sources.filter(({ minutes }) =>
      [...minutes.values()].some(({ viewers }) => viewers !== null),
    );
    if (telling.length === 0) return quiet('no_viewers');
    if (telling.length < 2) return quiet('one_platform');
    const drafts = telling.flatMap((source) => dropOf(facts, source, telling) ?? []);
    return found(drafts.toSorted((a, b) => a.effect.low - b.effect.low));
  },
};

/** The deepest drop of one platform. */
function dropOf(
  { minutes, show, gaps, offAir }: FindingFacts,
  source: SourceLine,
  all: readonly SourceLine[],
): Draft | null {
  const others = all.filter((each) => each !== source);
  const end = (minutes.at(-1)?.minute ?? 0) - (show.endedTs === null ? 0 : ENDING_MINUTES);
  let deepest: { minute: number; before: number; after: number } | null = null;
  for (const { minute } of minutes) {
    const to = minute + SIDE;
    if (to > end) break;
    const before = onlineAt(source, minute);
    if (before === null || before < LEAST_BEFORE) continue;
    const after = onlineAt(source, to) ?? 0;
    if (after > FALL * before || before - after <= (deepest?.before ?? 0) - (deepest?.after ?? 0))
      continue;
    if (!areSteady(others, minute, to)) continue;
    const span = spanOfMinutes(minute, to);
    const isExplained = [...gaps, ...offAir].some(
      ({ fromTs, toTs }) => toTs > span.fromTs && fromTs < span.toTs,
    );
    if (!isExplained) deepest = { minute, before, after };
  }
  if (deepest === null) return null;
  const { minute, before, after } = deepest;
  const span = spanOfMinutes(minute, minute + SIDE);
  const lost = before - after;
  return {
    subject: `${source.platform}/${source.sourceId}`,
    cause: 'place',
    isGood: false,
    effect: effect('viewers', -lost, -Math.round(Math.max(0, lost - 2 * Math.sqrt(before)))),
    stake: { in: 'viewerMinutes', viewerMinutes: lost * Math.min(15, end - minute) },
    confidence: before >= 100 ? 'high' : 'medium',
    sample: SIDE,
    evidence: [
      line('viewers', 'count', after, {
        against: before,
        versus: 'before',
        span,
        text: source.platform,
      }),
      line('viewersOthers', 'count', sumAt(others, minute + SIDE), {
        against: sumAt(others, minute),
        versus: 'before',
        span,
      }),
    ],
    params: {
      platform: { kind: 'source', label: source.platform },
      from: param.time(span.fromTs),
      before: param.number(before),
      after: param.number(after),
      share: param.share(lost / before),
      minutes: param.number(SIDE),
    },
    proving: proves('viewersMean', 'up', null, null),
  };
}

function areSteady(others: readonly SourceLine[], from: number, to: number): boolean {
  const told = others.filter(
    (each) => onlineAt(each, from) !== null && onlineAt(each, to) !== null,
  );
  return told.length > 0 && sumAt(told, to) >= OTHERS * sumAt(told, from);
}

function sumAt(sources: readonly SourceLine[], minute: number): number {
  return sources.reduce((sum, source) => sum + (onlineAt(source, minute) ?? 0), 0);
}
