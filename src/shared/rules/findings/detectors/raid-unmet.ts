import type { ReviewProduct } from '../../../model/review.ts';
import type { FindingFacts } from '../facts.ts';
import { mean, onlineOver } from '../online.ts';
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

const MINUTE_MS = 60_000;
/** Online +50 % is a dump of traffic (run-of-show triggers): the traffic item first, within 3 minutes. */
const JUMP = 1.5;
const SIDE_MINUTES = 3;
const ANSWER_MS = 3 * MINUTE_MS;
const AFTER_MINUTES = 10;
const LEAST_ONLINE = 20;
const MEETS: ReadonlySet<ReviewProduct['role']> = new Set(['traffic', 'benefit']);

/**
 * People came at once - a raid, or online up by half within three minutes - and no traffic or benefit
 * item was on the shelf or pinned within three minutes. What was lost are those of them who had gone
 * after ten minutes.
 */
export const raidUnmet: Detector = {
  name: 'raid_unmet',
  find(facts) {
    if (facts.minutes.every(({ viewers }) => viewers === null)) return quiet('no_viewers');
    if (!facts.products.some(({ role }) => MEETS.has(role))) return quiet('no_roles');
    const jumps = jumpsOf(facts);
    if (jumps.length === 0) return quiet('no_jumps');
    const drafts = jumps.flatMap((minute) => draftOf(facts, minute) ?? []);
    return found(drafts.toSorted((a, b) => a.effect.low - b.effect.low));
  },
};

/** Minutes with which a jump ends; those of one jump are one. */
function jumpsOf({ minutes, sources }: FindingFacts): readonly number[] {
  const jumps: number[] = [];
  for (const { minute } of minutes) {
    const last = jumps.at(-1);
    if (last !== undefined && minute - last <= AFTER_MINUTES) continue;
    const online = onlineOver(sources, minute - 2 * SIDE_MINUTES + 1, minute)?.values;
    if (online === undefined) continue;
    const before = mean(online.slice(0, SIDE_MINUTES));
    const now = online.at(-1) ?? 0;
    // A jump by chance is one of few people.
    if (before >= LEAST_ONLINE && now >= JUMP * before) jumps.push(minute);
  }
  return jumps;
}

function draftOf(facts: FindingFacts, minute: number): Draft | null {
  const { pushes, products, raids, sources } = facts;
  const ts = minute * MINUTE_MS;
  const roles = new Map(products.map(({ productId, role }) => [productId, role]));
  const isMet = pushes.some(({ productId, goTs, endTs, state }) => {
    const role = roles.get(productId);
    if (state === 'undone' || role === undefined || !MEETS.has(role)) return false;
    return goTs <= ts + MINUTE_MS + ANSWER_MS && (endTs === null || endTs >= ts);
  });
  if (isMet) return null;
  const online = onlineOver(sources, minute - 2 * SIDE_MINUTES + 1, minute + AFTER_MINUTES)?.values;
  if (online === undefined) return null;
  const before = mean(online.slice(0, SIDE_MINUTES));
  const peak = online[2 * SIDE_MINUTES - 1] ?? 0;
  const after = online.at(-1) ?? 0;
  const came = peak - before;
  const left = Math.max(0, Math.min(came, peak - after));
  // Half of them stayed: they were met by something.
  if (left < came / 2) return null;
  const raid = raids.find((each) => Math.abs(each.ts - ts) <= SIDE_MINUTES * MINUTE_MS);
  const span = { fromTs: ts, toTs: ts + AFTER_MINUTES * MINUTE_MS };
  return {
    subject: String(ts),
    cause: 'people',
    isGood: false,
    effect: effect('viewers', -Math.round(left), -Math.round(left / 2)),
    stake: { in: 'viewerMinutes', viewerMinutes: (left * AFTER_MINUTES) / 2 },
    confidence: 'medium',
    sample: 1,
    evidence: [
      line('viewers', 'count', peak, {
        against: before,
        versus: 'before',
        span,
        text: raid?.platform ?? '',
      }),
      line('viewersAfter', 'count', after, { span }),
      ...(raid === undefined ? [] : [line('raid', 'count', raid.viewers)]),
    ],
    params: {
      from: param.time(ts),
      before: param.number(Math.round(before)),
      peak: param.number(peak),
      more: param.share(peak / before - 1),
      after: param.number(after),
      left: param.share(left / came),
      minutes: param.number(AFTER_MINUTES),
    },
    proving: proves('viewersMean', 'up', null, null),
  };
}
