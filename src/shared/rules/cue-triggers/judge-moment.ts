import type { TriggerTest } from '../../model/cue-trigger.ts';
import { SIGMAS } from '../alerts/chance.ts';
import type { MinuteTriggerTest } from './judge-minutes.ts';
import type { SaidWords } from './said-words.ts';
import type { Finding, RiskSaid, ShownProduct, TriggerMoment } from './trigger-moment.ts';

const MINUTE_MS = 60_000;
/** A milestone or a word of risk that could not be proposed for so long is no news any more. */
export const NEWS_MS = 3 * MINUTE_MS;

export type MomentTest = Exclude<TriggerTest, MinuteTriggerTest>;

/** What happened before this moment and is still of interest. */
export type MomentMemory = {
  readonly words: SaidWords;
  /** People who asked a question within the window that ends now. */
  readonly askedWithin: (id: number, windowMin: number) => number;
  /** Highest step reached and when; null before any was. */
  readonly reached: (figure: 'viewers' | 'likes') => { value: number; ts: number } | null;
  /** Not older than news. */
  readonly risks: readonly RiskSaid[];
};

/** The finding where the test holds now. */
export function judgeMoment(
  test: MomentTest,
  moment: TriggerMoment,
  memory: MomentMemory,
): Finding | null {
  switch (test.kind) {
    case 'question':
      return question(test, moment, memory);
    case 'keyword': {
      const { words, windowMin } = test;
      const most = memory.words.most(words, windowMin, moment.ts);
      if (most === null || most.people <= test.people) return null;
      const evidence = { kind: 'keyword' as const, ...most, minutes: windowMin };
      return found(evidence, null, most.people / (test.people * 3));
    }
    case 'complaint': {
      const people = memory.words.complaints(test.windowMin, moment.ts);
      if (people < test.people) return null;
      const evidence = { kind: 'complaint' as const, people, minutes: test.windowMin };
      return found(evidence, null, people / (test.people * 3));
    }
    case 'ctr':
      return clickRate(test, moment);
    case 'ctor':
      return orderRate(test, moment);
    case 'stock':
      return stock(test, moment.product);
    case 'soldOut': {
      const { product } = moment;
      if (product === null || !product.isSoldOut) return null;
      const { linkNumber } = product;
      return found({ kind: 'soldOut', linkNumber }, String(linkNumber), 1);
    }
    case 'milestone': {
      const reached = memory.reached(test.figure);
      if (reached === null || reached.value < test.from) return null;
      if (moment.ts - reached.ts > NEWS_MS) return null;
      const { figure } = test;
      const evidence = { kind: 'milestone' as const, figure, reached: reached.value };
      return found(evidence, `${figure}/${reached.value}`, 0.5);
    }
    case 'overrun': {
      const { block, ts } = moment;
      if (block === null || block.plannedMs === 0) return null;
      const overMs = Math.round(ts - block.startedTs - block.plannedMs);
      if (overMs <= test.overS * 1_000) return null;
      const evidence = { kind: 'overrun' as const, position: block.position, overMs };
      return found(evidence, null, overMs / block.plannedMs + 0.2);
    }
    case 'onAir': {
      const { sinceRestMs } = moment;
      if (sinceRestMs === null || sinceRestMs <= test.minutes * MINUTE_MS) return null;
      const minutes = Math.floor(sinceRestMs / MINUTE_MS);
      return found({ kind: 'onAir', minutes }, null, minutes / (test.minutes * 2));
    }
    case 'risk': {
      const newest = memory.risks.at(-1);
      if (newest === undefined) return null;
      return found({ kind: 'risk', seq: newest.seq, by: newest.by }, String(newest.seq), 1);
    }
  }
}

function question(
  test: Extract<TriggerTest, { kind: 'question' }>,
  { questions }: TriggerMoment,
  { askedWithin }: MomentMemory,
): Finding | null {
  const asked = questions
    .filter(({ isDebt }) => isDebt)
    .map(({ id, firstTs }) => ({ id, firstTs, people: askedWithin(id, test.windowMin) }))
    .filter(({ people }) => people >= test.people)
    .toSorted((a, b) => b.people - a.people);
  const [most] = asked;
  if (most === undefined) return null;
  const { id: questionId, firstTs: sinceTs, people } = most;
  const evidence = { kind: 'question' as const, questionId, sinceTs, people };
  return found(evidence, `${questionId}/${sinceTs}`, people / (test.people * 3));
}

/** Below the limit by more than chance, once enough people saw it for long enough. */
function clickRate(
  { below, exposure, forS }: Extract<TriggerTest, { kind: 'ctr' }>,
  { exposure: seen }: TriggerMoment,
): Finding | null {
  if (seen === null || seen.shown < exposure || seen.forS < forS) return null;
  const share = seen.clickers / seen.shown;
  const sigmas = sigmasBelow(share, below, seen.shown);
  if (sigmas < SIGMAS) return null;
  const evidence = { kind: 'ctr' as const, share, limit: below, shown: seen.shown };
  return found(evidence, null, sigmas / 10);
}

function orderRate(
  { below, percent, exposure }: Extract<TriggerTest, { kind: 'ctor' }>,
  { clicks }: TriggerMoment,
): Finding | null {
  if (clicks === null || clicks.now < exposure || clicks.before === 0) return null;
  const { now, before, orders } = clicks;
  if ((now - before) * 100 < percent * before) return null;
  if (now - before < SIGMAS * Math.sqrt(now + before)) return null;
  const share = orders / now;
  const sigmas = sigmasBelow(share, below, now);
  if (sigmas < SIGMAS) return null;
  return found({ kind: 'ctor', share, limit: below, clicks: now, before }, null, sigmas / 10);
}

/** Only what is told and true: a product without a known stock is never scarce. */
function stock(
  { percent }: Extract<TriggerTest, { kind: 'stock' }>,
  product: ShownProduct | null,
): Finding | null {
  if (product === null || product.isSoldOut) return null;
  const { stock: left, stockBefore: of, unitsPerMinute, linkNumber } = product;
  if (left === null || of === null || left <= 0 || left * 100 >= of * percent) return null;
  const pace = unitsPerMinute === null || unitsPerMinute <= 0 ? null : left / unitsPerMinute;
  const evidence = { kind: 'stock' as const, linkNumber, left, of, minutesLeft: pace };
  return found(evidence, null, pace !== null && pace < 5 ? 1 : 0.5);
}

function sigmasBelow(share: number, limit: number, exposure: number): number {
  const deviation = Math.sqrt((limit * (1 - limit)) / exposure);
  return deviation === 0 ? 0 : (limit - share) / deviation;
}

function found(evidence: Finding['evidence'], key: string | null, strength: number): Finding {
  return { evidence, key, strength: Math.min(1, Math.max(0, strength)) };
}
