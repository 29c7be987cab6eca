import { AIRING_SIDE_MS, type Airing, type AiringSpan } from '#shared/model/review.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { clicksBetween, type ToldClicks } from '#shared/rules/clicks-between.ts';
import { within } from './by-time.ts';
import type { ChatCounts } from './chat-counts.ts';
import { paidIn, type PaidOrders } from './paid-orders.ts';
import type { MinuteRow } from './review.queries.ts';
import { meanViewers, whyUnknown } from './review.rules.ts';

const MINUTE_MS = 60_000;

export type AiringSurroundings = {
  readonly chats: ChatCounts;
  /** The show's own span, show time. */
  readonly startTs: number;
  readonly untilTs: number;
  /** In order of time. */
  readonly minutes: readonly MinuteRow[];
  /** Oldest first. */
  readonly orders: PaidOrders['byCode'];
  /** Of each product by its code, oldest first. */
  readonly clicks: ReadonlyMap<string, readonly ToldClicks[]>;
  readonly cans: readonly (SourceCan | null)[];
};

/** What came in before, during and after one airing of a product; orders and money are the product's. */
export function airingOf(
  push: { readonly goTs: number; readonly endTs: number | null; readonly state: string },
  product: { readonly code: string; readonly currency: string },
  around: AiringSurroundings,
): Airing | null {
  const spans = airingSpans(push, around);
  if (spans === null) return null;
  const span = ([fromTs, toTs]: Span): AiringSpan => spanOf(fromTs, toTs, product, around);
  return { before: span(spans.before), during: span(spans.during), after: span(spans.after) };
}

/** From a show time up to, not with, another. */
type Span = readonly [fromTs: number, toTs: number];

/** What is looked at around one airing; null for a push that was undone, or was on for no time. */
export function airingSpans(
  push: { readonly goTs: number; readonly endTs: number | null; readonly state: string },
  { startTs, untilTs }: Pick<AiringSurroundings, 'startTs' | 'untilTs'>,
): { readonly before: Span; readonly during: Span; readonly after: Span } | null {
  const endTs = Math.min(push.endTs ?? untilTs, untilTs);
  if (push.state === 'undone' || endTs <= push.goTs) return null;
  return {
    before: [Math.max(startTs, push.goTs - AIRING_SIDE_MS), push.goTs],
    during: [push.goTs, endTs],
    after: [endTs, Math.min(untilTs, endTs + AIRING_SIDE_MS)],
  };
}

const timeOf = ({ ts }: { readonly ts: number }): number => ts;
const startOf = ({ minute }: MinuteRow): number => minute * MINUTE_MS;

function spanOf(
  fromTs: number,
  toTs: number,
  { code, currency }: { readonly code: string; readonly currency: string },
  { chats, startTs, minutes, orders, clicks, cans }: AiringSurroundings,
): AiringSpan {
  const canTell = (what: keyof SourceCan): boolean =>
    whyUnknown(cans, what).reason === 'nothing_yet';
  const own = within(orders.get(code) ?? [], timeOf, fromTs, toTs);
  // Every minute that has a moment of it.
  const told = within(minutes, startOf, fromTs - MINUTE_MS + 1, toTs);
  const hasOrders = canTell('orders');
  return {
    fromTs,
    toTs: Math.max(fromTs, toTs),
    viewersMean: toTs <= fromTs ? null : meanViewers(told),
    questions: null,
    clicks: clicksBetween(clicks.get(code) ?? [], [fromTs, toTs], startTs),
    chats: canTell('chat') ? chats.between(fromTs, toTs) : null,
    ordersPaid: hasOrders ? own.length : null,
    paidMinor: hasOrders ? paidIn(own, currency) : null,
  };
}
