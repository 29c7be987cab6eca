import type { SeededRandom } from '#core/feeds/simulator/random.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { Money } from '#shared/model/money.ts';
import {
  chat,
  follow,
  gift,
  join,
  order,
  person,
  tip,
  viewers,
  type At,
} from '#tests/support/make-event.ts';

export const MINUTE_MS = 60_000;
export const PRODUCT_CODES = ['LN-01', 'LN-02', 'LN-03'] as const;

/** Asked, complained of and said; what each is of is read by the product and never by the oracle. */
export const ASKED = ['有没有XL码？', '这个多少钱？', 'how much is shipping?'] as const;
export const COMPLAINED = ['质量太差了', '客服一直不理人'] as const;
const SAID = ['衬衫好看', '大家晚上好', 'nice linen shirt', '衬衫买了两件', '主播加油'] as const;

const MONEY: readonly (Money | null)[] = [
  { amountMinor: 12_900, currency: 'CNY', exponent: 2 },
  { amountMinor: 8_800, currency: 'CNY', exponent: 2 },
  { amountMinor: 25_900, currency: 'CNY', exponent: 2 },
  { amountMinor: 1_999, currency: 'USD', exponent: 2 },
  { amountMinor: 50_000, currency: 'CNY', exponent: 3 },
  null,
];

type MinuteDraw = {
  readonly random: SeededRandom;
  /** First moment of the minute, show time. */
  readonly fromTs: number;
  readonly platform: string;
  readonly key: string;
  /** Null: the platform tells no figure in this minute. */
  readonly online: number | null;
  readonly views: number;
  readonly joins: number;
  /** How much is said and bought; 1 is usual. */
  readonly pace: number;
};

/** What one platform tells in one minute, in order of time. */
export function minuteEvents(draw: MinuteDraw): FeedEvent[] {
  const { random, fromTs, platform, key, online, views, joins, pace } = draw;
  const events: FeedEvent[] = [];
  let serial = 0;
  const at = (): At => {
    serial += 1;
    return { key: `${key}/${serial}`, ts: fromTs + random.integer(0, 59_000), platform };
  };
  const who = () => {
    const id = random.integer(1, 24);
    return person(`${platform}-${id}`, `P${id}`);
  };
  const times = (mean: number, make: () => FeedEvent): void => {
    for (let left = random.poisson(mean * pace); left > 0; left -= 1) events.push(make());
  };
  times(4, () => chat(at(), who(), random.pick(SAID)));
  times(1.5, () => chat(at(), who(), random.pick(ASKED)));
  times(0.5, () => chat(at(), who(), random.pick(COMPLAINED)));
  times(0.7, () => follow(at(), who()));
  times(0.4, () => giftOf(at(), who(), random));
  times(0.2, () => tip(at(), who(), { amountMinor: 500, currency: 'USD', exponent: 2 }));
  times(1.6, () => orderOf(at(), random));
  for (let left = joins; left > 0; left -= 1) events.push(join(at(), who()));
  if (online !== null) {
    for (const [place, share] of [0.9, 1].entries()) {
      const when = { ...at(), ts: fromTs + 15_000 + place * 30_000 };
      events.push(viewers(when, Math.round(online * share), views));
    }
  }
  return inOrder(events);
}

function giftOf(at: At, actor: ReturnType<typeof person>, random: SeededRandom): FeedEvent {
  const count = random.integer(1, 5);
  const value = random.chance(0.8) ? ({ unit: 'diamond', quantity: count * 9 } as const) : null;
  return gift(at, actor, { count, value, combo: null });
}

function orderOf(at: At, random: SeededRandom): FeedEvent {
  const status = random.pick(['placed', 'placed', 'paid', 'paid', 'paid', 'cancelled'] as const);
  const productId = random.chance(0.9) ? random.pick(PRODUCT_CODES) : null;
  return order(at, status, { productId, qty: random.integer(1, 3), money: random.pick(MONEY) });
}

/** What a platform says of its product: clicks so far, or that it is sold out. */
export function productTold(
  at: At,
  code: string,
  told: { readonly clicks: number | null; readonly state: 'listed' | 'soldout' },
): FeedEvent {
  const { actor: _actor, ...envelope } = viewers(at, 0, null);
  return {
    ...baseOf(envelope),
    kind: 'product',
    actor: null,
    productId: code,
    position: null,
    price: null,
    couponPrice: null,
    stock: null,
    ...told,
  };
}

function baseOf(event: Omit<ReturnType<typeof viewers>, 'actor'>) {
  const {
    kind: _kind,
    current: _current,
    peak: _peak,
    total: _total,
    isApprox: _approx,
    ...base
  } = event;
  return base;
}

export function inOrder(events: readonly FeedEvent[]): FeedEvent[] {
  return events.toSorted((a, b) => (a.platformTs ?? 0) - (b.platformTs ?? 0));
}
