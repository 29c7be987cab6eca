import type { FindingCause } from '../../../model/finding.ts';
import { levelDeviation, SIGMAS } from '../../alerts/chance.ts';
import type { FindingFacts, Span } from '../facts.ts';
import { mean, onlineOver, steadyOnline } from '../online.ts';
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
import { strainLosses } from '../strain-losses.ts';

const MINUTE_MS = 60_000;
const WINDOW = 5;
const LEAST_FALL = 0.1;
/** People leave when a show ends: its last minutes are no loss. */
const ENDING_MINUTES = 5;
const CHANGED_MS = 3 * MINUTE_MS;
const QUIET_MS = 5 * MINUTE_MS;

type Fall = {
  /** The last minute of the window after. */
  readonly minute: number;
  readonly before: number;
  readonly after: number;
  readonly deviation: number;
};

/**
 * A loss moment: the mean of people online over five minutes fell against the five before by a tenth
 * and by 2.5 standard deviations of how the room's level moves, twice in a row. Platforms that did not
 * tell their figure throughout are left out of both sides, so that one that died is no loss of people.
 */
export const lossMoment: Detector = {
  name: 'loss_moment',
  find(facts) {
    const { minutes, show } = facts;
    if (minutes.every(({ viewers }) => viewers === null)) return quiet('no_viewers');
    if (minutes.length < 3 * WINDOW) return quiet('too_short');
    const falls = fallsOf(facts);
    const end = (minutes.at(-1)?.minute ?? 0) - (show.endedTs === null ? 0 : ENDING_MINUTES);
    const moments = momentsOf(falls.filter(({ minute }) => minute <= end));
    // What left while a stream was strained is told there.
    const told = strainLosses(facts);
    const own = moments.filter(
      ({ minute }) =>
        !told.some(({ span }) => isNear(span, spanOfMinutes(minute - WINDOW + 1, minute))),
    );
    const drafts = own.flatMap((fall) => draftOf(facts, fall) ?? []);
    return found(drafts.toSorted((a, b) => a.effect.low - b.effect.low));
  },
};

/** Every minute up to which people fell beyond chance. */
function fallsOf({ minutes, sources }: FindingFacts): readonly Fall[] {
  const steady = steadyOnline(
    sources,
    minutes.map(({ minute }) => minute),
  ).flatMap((value) => value ?? []);
  const means = steady
    .slice(WINDOW - 1)
    .map((_, index) => mean(steady.slice(index, index + WINDOW)));
  // Once for all: it depends on a level by its root alone.
  const spread = levelDeviation(means, WINDOW, 1);
  return minutes.flatMap(({ minute }) => {
    const online = onlineOver(sources, minute - 2 * WINDOW + 1, minute);
    if (online === null) return [];
    const before = mean(online.values.slice(0, WINDOW));
    const after = mean(online.values.slice(WINDOW));
    const deviation = Math.max(spread, Math.sqrt(Math.max(before, 1)));
    const lost = before - after;
    if (lost < LEAST_FALL * before || lost < SIGMAS * deviation) return [];
    return [{ minute, before, after, deviation }];
  });
}

/** Falls of neighbouring minutes are one moment, told by its deepest; one minute alone is none. */
function momentsOf(falls: readonly Fall[]): readonly Fall[] {
  const groups: Fall[][] = [];
  for (const fall of falls) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && fall.minute - last.minute <= WINDOW) {
      group.push(fall);
    } else groups.push([fall]);
  }
  return groups.flatMap((group) => {
    const isTwice = group.some((fall, index) => group[index + 1]?.minute === fall.minute + 1);
    if (!isTwice) return [];
    const deepest = group.reduce((most, fall) =>
      fall.before - fall.after > most.before - most.after ? fall : most,
    );
    return [deepest];
  });
}

/** Something that was on in a stretch, or shortly before it. */
function isNear({ fromTs, toTs }: Span, span: Span): boolean {
  return toTs > span.fromTs - QUIET_MS && fromTs < span.toTs;
}

function draftOf(facts: FindingFacts, fall: Fall): Draft | null {
  const { minute, before, after, deviation } = fall;
  const span = spanOfMinutes(minute - WINDOW + 1, minute);
  // What the platform's own outage took is told there.
  if (facts.offAir.some((off) => isNear(off, span))) return null;
  const lost = before - after;
  const { cause, subject, why } = likelyCause(facts, span);
  return {
    subject: String(span.fromTs),
    cause,
    isGood: false,
    effect: effect(
      'viewers',
      -Math.round(Math.min(before, lost + deviation)),
      -Math.round(Math.max(0, lost - deviation)),
    ),
    // Until as many are there again as a rule: at the most a quarter of an hour is counted.
    stake: { in: 'viewerMinutes', viewerMinutes: lost * minutesUntilBack(facts, fall) },
    confidence: lost >= 2 * SIGMAS * deviation ? 'high' : 'medium',
    sample: 2 * WINDOW,
    evidence: [
      line('viewersMean', 'count', after, {
        against: before,
        versus: 'before',
        n: 2 * WINDOW,
        span,
      }),
    ],
    params: {
      from: param.time(span.fromTs),
      before: param.number(Math.round(before)),
      after: param.number(Math.round(after)),
      lost: param.number(Math.round(lost)),
      share: param.share(lost / before),
      subject: param.text(subject),
      why: param.word(why),
      advice: param.word(
        cause === 'goods'
          ? 'lossGoodsAdvice'
          : cause === 'people'
            ? 'lossPeopleAdvice'
            : 'lossPlaceAdvice',
      ),
    },
    proving: proves('viewersMean', 'up', null, null),
  };
}

const LONGEST_MINUTES = 15;

function minutesUntilBack({ sources }: FindingFacts, { minute, before, after }: Fall): number {
  const half = after + (before - after) / 2;
  for (let more = 1; more <= LONGEST_MINUTES; more += 1) {
    const online = onlineOver(sources, minute, minute + more);
    if (online === null || (online.values.at(-1) ?? 0) >= half) return more;
  }
  return LONGEST_MINUTES;
}

/** What was just before: another product came on the shelf, nothing happened at all, or neither. */
function likelyCause(
  { pushes, cues }: FindingFacts,
  { fromTs, toTs }: Span,
): {
  cause: FindingCause;
  subject: string;
  why: 'lossGoods' | 'lossPeople' | 'lossPlace';
} {
  const changed = pushes.find(
    ({ goTs, state }) => state !== 'undone' && goTs >= fromTs - CHANGED_MS && goTs < toTs,
  );
  if (changed !== undefined) return { cause: 'goods', subject: changed.name, why: 'lossGoods' };
  const hasCue = cues.some(({ sentTs }) => sentTs >= fromTs - QUIET_MS && sentTs < toTs);
  return hasCue
    ? { cause: 'place', subject: '', why: 'lossPlace' }
    : { cause: 'people', subject: '', why: 'lossPeople' };
}
