import type { FindingFacts } from '../facts.ts';
import { mean, onlineOver } from '../online.ts';
import {
  effect,
  found,
  line,
  param,
  proves,
  quiet,
  touchesGap,
  type Detector,
} from '../outcome.ts';
import { spanOfMinutes } from '../spans.ts';

const MINUTE_MS = 60_000;
const SIDE = 5;
const LEAST_GIVEAWAYS = 3;
const LEAST_PEOPLE = 0.05;
const LEAST_CHAT = 0.25;

type Around = {
  readonly ts: number;
  readonly online: readonly [before: number, after: number];
  readonly chats: readonly [before: number, after: number];
};

/**
 * Giveaways after which neither people online nor chat rose: over all of the show's that have five
 * clean minutes on both sides, at least three. That something was not seen is only said where it would
 * have been: with as much more as chance allows (two standard errors over the giveaways) people rose by
 * less than a twentieth and chat by less than a quarter.
 */
export const giveawayNoEffect: Detector = {
  name: 'giveaway_no_effect',
  find(facts) {
    const given = facts.cues.filter(
      ({ kind, state }) => kind === 'giveaway' && state !== 'withdrawn',
    );
    if (given.length < LEAST_GIVEAWAYS) return quiet('few_giveaways');
    const around = given.flatMap(({ sentTs }) => aroundOf(facts, sentTs) ?? []);
    if (around.length < LEAST_GIVEAWAYS) return quiet('no_clean_window');
    const online = sumsOf(around.map((each) => each.online));
    const chats = sumsOf(around.map((each) => each.chats));
    if (online.before === 0) return quiet('nothing_found');
    const people = mostRise(around.map((each) => each.online));
    const talk = mostRise(around.map((each) => each.chats));
    if (people >= LEAST_PEOPLE || talk >= LEAST_CHAT) return quiet('nothing_found');
    const change = online.after / online.before - 1;
    const first = around[0]?.ts ?? 0;
    const span = { fromTs: first - SIDE * MINUTE_MS, toTs: first + (SIDE + 1) * MINUTE_MS };
    return found([
      {
        subject: '',
        cause: 'place',
        isGood: false,
        effect: effect('count', -around.length, -around.length),
        stake: {
          in: 'stretches',
          spans: around.map(({ ts }) => ({ fromTs: ts, toTs: ts + SIDE * MINUTE_MS })),
        },
        confidence: around.length >= 4 ? 'medium' : 'low',
        sample: around.length,
        evidence: [
          line('viewersMean', 'count', online.after / around.length, {
            against: online.before / around.length,
            versus: 'before',
            n: around.length,
            span,
          }),
          line('chatsPerMinute', 'count', chats.after / around.length / SIDE, {
            against: chats.before / around.length / SIDE,
            versus: 'before',
            n: around.length,
          }),
        ],
        params: {
          giveaways: param.number(around.length),
          before: param.number(Math.round(online.before / around.length)),
          after: param.number(Math.round(online.after / around.length)),
          change: param.share(Math.abs(change)),
          chatsBefore: param.number(chats.before / around.length / SIDE),
          chatsAfter: param.number(chats.after / around.length / SIDE),
        },
        proving: proves('viewersMean', 'up', null, null),
      },
    ]);
  },
};

function aroundOf({ minutes, sources, gaps }: FindingFacts, ts: number): Around | null {
  const at = Math.floor(ts / MINUTE_MS);
  if (touchesGap(gaps, spanOfMinutes(at - SIDE, at + SIDE))) return null;
  const online = onlineOver(sources, at - SIDE, at + SIDE)?.values;
  const inside = minutes.filter(({ minute }) => minute >= at - SIDE && minute <= at + SIDE);
  if (online === undefined || inside.length < 2 * SIDE + 1) return null;
  const chats = inside.map((minute) => minute.chats);
  const sum = (values: readonly number[]): number =>
    values.reduce((total, value) => total + value, 0);
  return {
    ts,
    online: [mean(online.slice(0, SIDE)), mean(online.slice(SIDE + 1))],
    chats: [sum(chats.slice(0, SIDE)), sum(chats.slice(SIDE + 1))],
  };
}

/** The rise that chance still allows, as a share of what was before: mean and two standard errors. */
function mostRise(pairs: readonly (readonly [number, number])[]): number {
  const rises = pairs.map(([before, after]) => (after - before) / Math.max(1, before));
  const middle = mean(rises);
  const squares = rises.reduce((sum, rise) => sum + (rise - middle) ** 2, 0);
  const error = Math.sqrt(squares / Math.max(1, rises.length - 1) / rises.length);
  return middle + 2 * error;
}

function sumsOf(pairs: readonly (readonly [number, number])[]): { before: number; after: number } {
  return pairs.reduce(
    (sum, [before, after]) => ({ before: sum.before + before, after: sum.after + after }),
    { before: 0, after: 0 },
  );
}
