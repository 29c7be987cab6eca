import type { ReviewProduct } from '../../../model/review.ts';
import type { FindingFacts } from '../facts.ts';
import {
  effect,
  found,
  line,
  named,
  param,
  proves,
  quiet,
  touchesGap,
  type Detector,
  type Draft,
} from '../outcome.ts';
import { OF_SEVERAL } from '../ranges.ts';

const MINUTE_MS = 60_000;
/** Minutes compared on each side of a push. */
const SIDE_MINUTES = 3;

type Window = {
  readonly productId: number;
  readonly goTs: number;
  /** Counted in the minutes before and after. */
  readonly before: number;
  readonly after: number;
};

/**
 * The product whose pushes were followed by a rise of orders (of chat, where no source tells orders):
 * half as much again, one a minute more, and three standard deviations of the counts. Only pushes without
 * another push or missing data within three minutes count.
 */
export const pushLift: Detector = {
  name: 'push_lift',
  find(facts) {
    const { totals, pushes, products } = facts;
    const isOrders = totals.ordersPaid.known;
    if (pushes.every(({ state }) => state === 'undone')) return quiet('no_pushes');
    const windows = cleanWindows(facts, isOrders);
    if (windows.length === 0) return quiet('no_clean_window');
    const drafts = products.flatMap((product) => {
      const own = windows.filter(({ productId }) => productId === product.productId);
      return own.length === 0 ? [] : (draftOf(product, own, isOrders) ?? []);
    });
    return found(drafts.toSorted((a, b) => b.effect.high - a.effect.high));
  },
};

function cleanWindows(facts: FindingFacts, isOrders: boolean): readonly Window[] {
  const counted = facts.pushes.filter(({ state }) => state !== 'undone');
  const values = new Map(
    facts.minutes.map((minute) => [minute.minute, isOrders ? minute.ordersPaid : minute.chats]),
  );
  const gos = counted.map(({ goTs }) => Math.floor(goTs / MINUTE_MS));
  return counted.flatMap(({ productId, goTs }, index) => {
    const go = gos[index] ?? 0;
    const isDisturbed =
      gos.some((other, place) => place !== index && Math.abs(other - go) <= SIDE_MINUTES) ||
      touchesGap(facts.gaps, {
        fromTs: (go - SIDE_MINUTES) * MINUTE_MS,
        toTs: (go + SIDE_MINUTES + 1) * MINUTE_MS,
      });
    const before = sumOf(values, go - SIDE_MINUTES, go - 1);
    const after = sumOf(values, go + 1, go + SIDE_MINUTES);
    return isDisturbed || before === null || after === null
      ? []
      : [{ productId, goTs, before, after }];
  });
}

function draftOf(product: ReviewProduct, own: readonly Window[], isOrders: boolean): Draft | null {
  const before = own.reduce((sum, each) => sum + each.before, 0);
  const after = own.reduce((sum, each) => sum + each.after, 0);
  const minutes = own.length * SIDE_MINUTES;
  const deviation = Math.sqrt(before + after);
  const rise = after - before;
  if (after < before * 1.5 || rise < minutes || rise < OF_SEVERAL * deviation) return null;
  const figure = isOrders ? 'ordersPerMinute' : 'chatsPerMinute';
  const first = own[0]?.goTs ?? 0;
  return {
    subject: String(product.productId),
    cause: 'goods',
    isGood: true,
    effect: effect(
      isOrders ? 'orders' : 'chats',
      Math.round(rise - 1.96 * deviation),
      Math.round(rise + 1.96 * deviation),
    ),
    stake: isOrders
      ? { in: 'orders', orders: rise }
      : {
          in: 'stretches',
          spans: own.map(({ goTs }) => ({ fromTs: goTs, toTs: goTs + SIDE_MINUTES * MINUTE_MS })),
        },
    confidence: own.length >= 5 ? 'high' : own.length >= 2 ? 'medium' : 'low',
    sample: own.length,
    evidence: [
      line(figure, 'count', after / minutes, {
        against: before / minutes,
        versus: 'before',
        n: own.length,
        text: product.name,
        span: { fromTs: first, toTs: first + (SIDE_MINUTES + 1) * MINUTE_MS },
      }),
    ],
    productId: product.productId,
    params: {
      ...named(product),
      sample: param.number(own.length),
      what: param.word(isOrders ? 'orders' : 'chats'),
      before: param.number(before / minutes),
      after: param.number(after / minutes),
    },
    proving: proves(
      isOrders ? 'productOrdersLift' : 'productChatsLift',
      'up',
      rise / minutes,
      rise / minutes,
      product.productId,
    ),
  };
}

/** Sum over whole minutes; null where one of them is not in the show. */
function sumOf(values: ReadonlyMap<number, number>, from: number, to: number): number | null {
  let sum = 0;
  for (let minute = from; minute <= to; minute += 1) {
    const value = values.get(minute);
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}
