import type { Topic } from './data/phrase-table.ts';
import { TOPICS } from './data/phrase-table.ts';
import { blockAt, chatFactorAt, paceAt } from './script.ts';

/** Cues whose effect on the room is simulated, and for how long. */
const EFFECT_MS = 120_000;
const FLOOD_MS = 25_000;
/** A push is bought after the anchor has said the price, not at once. */
const BURST_FROM_MS = 5_000;
const BURST_TO_MS = 40_000;

export type Situation = {
  readonly offsetMs: number;
  /** Code of the product that is talked about; null for none. */
  readonly productCode: string | null;
  readonly isPushed: boolean;
  readonly isSoldOut: boolean;
  /** Show milliseconds since the push; null when nothing is pushed. */
  readonly sincePushMs: number | null;
  readonly cue: { readonly kind: string; readonly sinceMs: number } | null;
};

export type Mood = {
  /** Factor on the chat rate of each person. */
  readonly chatFactor: number;
  /** Factor on the order rate. */
  readonly orderFactor: number;
  /** Part of the leavers who stay a little longer. */
  readonly retainedPart: number;
  /** Sum of the weights of TOPICS, in their order. */
  readonly weightSum: number;
  readonly weights: readonly number[];
};

/** What the room feels like in this second: how much is said, about what, and who stays. */
export function moodOf(situation: Situation): Mood {
  const { offsetMs, cue, sincePushMs } = situation;
  const block = blockAt(offsetMs);
  const pace = paceAt(offsetMs);
  const isHeld = cue !== null && cue.sinceMs < EFFECT_MS && holdsPeople(cue.kind);
  const isGiveaway =
    (cue?.kind === 'giveaway' && cue.sinceMs < EFFECT_MS) || block?.role === 'giveaway';
  const isFlood =
    cue !== null &&
    cue.sinceMs < FLOOD_MS &&
    (cue.kind === 'question' || cue.kind === 'giveaway' || cue.kind === 'retain');
  const isBurst = sincePushMs !== null && sincePushMs >= BURST_FROM_MS && sincePushMs < BURST_TO_MS;
  const hasProduct = situation.productCode !== null;

  const weights: Record<Topic, number> = {
    greet: offsetMs < 480_000 ? 14 : 5,
    question: block?.role === 'questions' ? 22 : 14,
    productQuestion: hasProduct ? 9 : 0,
    productSpecific: hasProduct ? 22 : 0,
    buy: hasProduct && !situation.isSoldOut ? (isBurst ? 34 : 10) : 1,
    bought: hasProduct && !situation.isSoldOut ? (isBurst ? 18 : 3) : 1,
    praise: 12,
    complain: pace === 'slow' ? 6 : 2,
    price: block?.role === 'close' || block?.role === 'margin' ? 9 : 4,
    idle: pace === 'slow' ? 22 : 8,
    flood: isFlood ? 120 : isGiveaway ? 14 : 0.6,
    giveaway: isGiveaway ? 26 : 0.5,
    spike: pace === 'spike' ? 20 : 0,
    soldOut: situation.isSoldOut ? 24 : 0,
    thanks: block?.role === 'preview' ? 24 : 1,
  };
  const list = TOPICS.map((topic) => weights[topic]);
  return {
    chatFactor:
      chatFactorAt(offsetMs) *
      (isHeld ? 1.5 : 1) *
      (isFlood ? 3 : 1) *
      (isGiveaway ? 1.4 : 1) *
      (isBurst ? 1.6 : 1),
    orderFactor: orderFactorOf(situation, isBurst),
    retainedPart: isHeld ? 0.5 : 0,
    weightSum: list.reduce((sum, weight) => sum + weight, 0),
    weights: list,
  };
}

function holdsPeople(cueKind: string): boolean {
  return cueKind === 'retain' || cueKind === 'rescue' || cueKind === 'giveaway';
}

function orderFactorOf(situation: Situation, isBurst: boolean): number {
  if (situation.productCode === null || situation.isSoldOut) return 0;
  // The planned product sells a little even when nobody has pushed it.
  if (!situation.isPushed) return 0.25;
  if (isBurst) return 5;
  // Interest in what has been on the shelf for long fades.
  return (situation.sincePushMs ?? 0) > 600_000 ? 0.5 : 1;
}
