import { levelDeviation, SIGMAS } from '../../alerts/chance.ts';
import type { FindingFacts } from '../facts.ts';
import { onlineOver, steadyOnline } from '../online.ts';
import {
  effect,
  found,
  line,
  param,
  proves,
  quiet,
  touchesGap,
  type Detector,
  type Draft,
} from '../outcome.ts';

const MINUTE_MS = 60_000;
const SILENT_MINUTES = 10;
const LEAST_FALL = 0.1;

/**
 * A stretch of ten minutes and more without a cue or a push in which people left: at least a tenth
 * of them, and 2.5 standard deviations of how the room's level varies over so many minutes.
 */
export const silence: Detector = {
  name: 'silence',
  find(facts) {
    const { minutes, show, pushes, cues } = facts;
    if (minutes.every(({ viewers }) => viewers === null)) return quiet('no_viewers');
    const first = minutes[0];
    const last = minutes.at(-1);
    if (show.startedTs === null || first === undefined || last === undefined)
      return quiet('no_viewers');
    const acts = [
      ...pushes.filter(({ state }) => state !== 'undone').map(({ goTs }) => goTs),
      ...cues.map(({ sentTs }) => sentTs),
    ].map((ts) => Math.floor(ts / MINUTE_MS));
    const edges = [first.minute - 1, ...acts, last.minute + 1].sort((a, b) => a - b);
    const drafts = edges.flatMap((edge, index) => {
      const next = edges[index + 1];
      if (next === undefined || next - edge - 1 < SILENT_MINUTES) return [];
      return draftOf(facts, edge + 1, next - 1) ?? [];
    });
    return found(drafts.toSorted((a, b) => a.effect.low - b.effect.low));
  },
};

function draftOf(facts: FindingFacts, from: number, to: number): Draft | null {
  const span = { fromTs: from * MINUTE_MS, toTs: (to + 1) * MINUTE_MS };
  if (touchesGap(facts.gaps, span)) return null;
  const values = onlineOver(facts.sources, from, to)?.values;
  const before = values?.[0];
  const after = values?.at(-1);
  if (values === undefined || before === undefined || after === undefined) return null;
  const lost = before - after;
  const all = steadyOnline(
    facts.sources,
    facts.minutes.map(({ minute }) => minute),
  ).flatMap((value) => value ?? []);
  const deviation = levelDeviation(all, values.length, before);
  if (lost < LEAST_FALL * before || lost < SIGMAS * deviation || lost < 1) return null;
  const minutes = to - from + 1;
  return {
    subject: String(span.fromTs),
    cause: 'people',
    isGood: false,
    effect: effect(
      'viewers',
      Math.round(-Math.min(before, lost + deviation)),
      Math.round(-Math.max(0, lost - deviation)),
    ),
    // They were lost over the stretch, half of it on average.
    stake: { in: 'viewerMinutes', viewerMinutes: (lost * minutes) / 2 },
    confidence: lost >= 2 * SIGMAS * deviation ? 'medium' : 'low',
    sample: minutes,
    evidence: [
      line('silence', 'span', span.toTs - span.fromTs, { span }),
      line('viewers', 'count', after, { against: before, versus: 'before', span }),
    ],
    params: {
      minutes: param.number(minutes),
      share: param.share(lost / before),
      before: param.number(before),
      after: param.number(after),
      from: param.time(span.fromTs),
      to: param.time(span.toTs),
    },
    proving: proves('silenceShare', 'down', null, 0),
  };
}
