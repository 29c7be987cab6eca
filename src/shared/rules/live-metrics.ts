import type { Actor } from '../contract/actor.ts';
import type { RoomEvent } from '../contract/room-event.ts';
import type { CurrencySum, Figure, LiveMetrics, VirtualSum } from '../model/metrics.ts';
import type { LinkState, SourceCan } from '../model/source.ts';
import { ConcurrentViewers, VIEWERS_STALE_MS, type ViewerFigure } from './concurrent-viewers.ts';
import { PulseSeries } from './pulse-series.ts';
import type { RestoredTotals, WindowCount, WindowPerson } from './stored-figures.ts';
import { SlidingCount, RecentPeople } from './sliding-window.ts';

const MINUTE_MS = 60_000;
const FIVE_MINUTES_MS = 300_000;

/** What the reducer must know of a source to say honestly what its silence means. */
export type SourceStatus = {
  readonly id: number;
  readonly platform: string;
  readonly link: LinkState;
  readonly can: SourceCan;
};

export type MetricsNow = {
  /** Show time. */
  readonly nowTs: number;
  readonly seq: number;
  readonly sources: readonly SourceStatus[];
  readonly onAirMs: number;
};

/**
 * Live figures of one show, computed from its events only, one by one. Formulae in domain terms:
 * viewers = sum of the sources' last figures, each for 90 s; entries / 5 min = joins of the last
 * 300 s; chat a minute = messages of the last 60 s; active chatters = distinct people of the last
 * 300 s; paid = sum of paid orders per currency.
 */
export class LiveMetricsReducer {
  readonly #viewers = new ConcurrentViewers();
  readonly series = new PulseSeries(this.#viewers);
  readonly #chats = new SlidingCount(MINUTE_MS);
  readonly #joins = new SlidingCount(FIVE_MINUTES_MS);
  readonly #chatters = new RecentPeople(FIVE_MINUTES_MS);
  readonly #paid = new Map<string, CurrencySum>();
  readonly #tips = new Map<string, CurrencySum>();
  readonly #giftValues = new Map<string, number>();
  #totals = {
    events: 0,
    facts: 0,
    chats: 0,
    joins: 0,
    follows: 0,
    gifts: 0,
    ordersPlaced: 0,
    ordersPaid: 0,
  };

  restore(
    totals: RestoredTotals,
    paid: readonly CurrencySum[],
    tips: readonly CurrencySum[],
    giftValues: readonly VirtualSum[],
  ): void {
    this.#totals = { ...totals };
    for (const sum of paid) this.#paid.set(sumKey(sum), { ...sum });
    for (const sum of tips) this.#tips.set(sumKey(sum), { ...sum });
    for (const value of giftValues) this.#giftValues.set(value.unit, value.quantity);
  }

  /** One viewer figure of a stored show; all of them, in the order of their seq. */
  restoreViewers(sourceId: number, figure: ViewerFigure): void {
    if (this.#viewers.set(sourceId, figure)) this.series.noteViewers(figure.ts);
  }

  /** The sliding windows of a stored show: counts by seconds, and who wrote when last. */
  restoreWindows(
    chats: readonly WindowCount[],
    joins: readonly WindowCount[],
    chatters: readonly WindowPerson[],
  ): void {
    for (const { ts, count } of chats) this.#chats.add(ts, count);
    for (const { ts, count } of joins) this.#joins.add(ts, count);
    for (const { platform, person, ts } of chatters) this.#chatters.saw(platform, person, ts);
  }

  /**
   * @param sourceId 0 for facts of the desk.
   * @param giftDelta for a gift: items and units this event adds (a growing streak adds only its growth).
   */
  apply(event: RoomEvent, sourceId: number, giftDelta: GiftDelta): void {
    this.#count(event, sourceId, giftDelta);
    switch (event.kind) {
      case 'chat':
        this.#chats.add(event.eventTs, 1);
        if (event.actor !== null) this.#sawChatter(event, event.actor);
        break;
      case 'join':
        this.#joins.add(event.eventTs, 1);
        break;
      default:
        break;
    }
  }

  read(now: MetricsNow): LiveMetrics {
    const { nowTs, sources } = now;
    const count = (can: keyof SourceCan, value: number): Figure =>
      countFigure(sources, can, value, this.#totals.events > this.#totals.facts);
    return {
      asOfTs: nowTs,
      asOfSeq: now.seq,
      viewers: this.#viewersFigure(sources, nowTs),
      viewersPeak: this.#peakFigure(sources),
      entries5Min: windowFigure(sources, 'joins', this.#joins.at(nowTs)),
      chatPerMinute: windowFigure(sources, 'chat', this.#chats.at(nowTs)),
      activeChatters: windowFigure(sources, 'chat', this.#chatters.at(nowTs)),
      follows: count('follows', this.#totals.follows),
      gifts: count('gifts', this.#totals.gifts),
      giftValues: [...this.#giftValues].map(([unit, quantity]) => ({ unit, quantity })),
      ordersPaid: count('orders', this.#totals.ordersPaid),
      ordersPlaced: count('orders', this.#totals.ordersPlaced),
      paid: [...this.#paid.values()],
      tips: [...this.#tips.values()],
      views: this.#viewsFigure(sources),
      onAirMs: now.onAirMs,
      totalChats: this.#totals.chats,
      totalEvents: this.#totals.events,
    };
  }

  #count(event: RoomEvent, sourceId: number, giftDelta: GiftDelta): void {
    const totals = this.#totals;
    // A grown streak is the same event again.
    if (giftDelta.isNew) totals.events += 1;
    if (sourceId === 0) totals.facts += 1;
    switch (event.kind) {
      case 'chat':
        totals.chats += 1;
        this.series.addChat(event.eventTs);
        break;
      case 'join':
        totals.joins += 1;
        break;
      case 'follow':
        totals.follows += 1;
        break;
      case 'gift':
        totals.gifts += giftDelta.count;
        if (event.value !== null) this.#addValue(event.value.unit, giftDelta.quantity);
        break;
      case 'paid_message':
        addMoney(this.#tips, event.money);
        break;
      case 'viewers':
        this.restoreViewers(sourceId, figureOf(event));
        break;
      case 'order':
        this.#countOrder(event);
        break;
      default:
        break;
    }
  }

  #sawChatter(event: RoomEvent, actor: Actor): void {
    // Who hides the id still is one person by name.
    this.#chatters.saw(event.platform, actor.platformUserId ?? actor.name, event.eventTs);
  }

  #countOrder(event: Extract<RoomEvent, { kind: 'order' }>): void {
    if (event.status === 'placed') this.#totals.ordersPlaced += 1;
    if (event.status !== 'paid') return;
    this.#totals.ordersPaid += 1;
    this.series.addPaidOrder(event.eventTs);
    if (event.money !== null) addMoney(this.#paid, event.money);
  }

  #addValue(unit: string, quantity: number): void {
    this.#giftValues.set(unit, (this.#giftValues.get(unit) ?? 0) + quantity);
  }

  #viewersFigure(sources: readonly SourceStatus[], nowTs: number): Figure {
    const capable = sources.filter((source) => source.can.viewers);
    const missing = whyNone(sources, capable);
    if (missing !== null) return missing;
    let sum = 0;
    let isApprox = false;
    let hasAny = false;
    for (const source of capable) {
      const figure = this.#viewers.of(source.id);
      if (source.link !== 'ready' || figure === undefined) continue;
      if (nowTs - figure.ts > VIEWERS_STALE_MS) continue;
      hasAny = true;
      sum += figure.current;
      isApprox ||= figure.isApprox;
    }
    if (!hasAny) return { known: false, reason: 'nothing_yet' };
    return { known: true, value: sum, isApprox, without: silentPlatforms(capable) };
  }

  #peakFigure(sources: readonly SourceStatus[]): Figure {
    const peak = this.#viewers.peak();
    return peak === null ? noViewers(sources) : { known: true, ...peak, without: [] };
  }

  #viewsFigure(sources: readonly SourceStatus[]): Figure {
    const value = this.#viewers.views();
    if (value === null) return noViewers(sources);
    return { known: true, value, isApprox: false, without: silentPlatforms(sources) };
  }
}

function figureOf(event: Extract<RoomEvent, { kind: 'viewers' }>): ViewerFigure {
  const { current, total, isApprox, eventTs: ts } = event;
  return { current, total, isApprox, ts };
}

function noViewers(sources: readonly SourceStatus[]): Figure {
  const capable = sources.filter((source) => source.can.viewers);
  return whyNone(sources, capable) ?? { known: false, reason: 'nothing_yet' };
}

/** What a gift event adds: all of it, or the growth of a streak that is one row. */
export type GiftDelta = {
  readonly count: number;
  readonly quantity: number;
  readonly isNew: boolean;
};
export const NO_GIFT: GiftDelta = { count: 0, quantity: 0, isNew: true };

function whyNone(
  sources: readonly SourceStatus[],
  capable: readonly SourceStatus[],
): Figure | null {
  if (sources.length === 0) return { known: false, reason: 'no_source' };
  if (capable.length === 0) return { known: false, reason: 'source_cannot' };
  if (capable.every((source) => source.link !== 'ready')) {
    return { known: false, reason: 'source_silent' };
  }
  return null;
}

/** A rate over the last minutes: unknown while nothing that could give it is received. */
function windowFigure(
  sources: readonly SourceStatus[],
  can: keyof SourceCan,
  value: number,
): Figure {
  const capable = sources.filter((source) => source.can[can]);
  return (
    whyNone(sources, capable) ?? {
      known: true,
      value,
      isApprox: false,
      without: silentPlatforms(capable),
    }
  );
}

/** A total of the show: what was counted stays true when a source falls silent. */
function countFigure(
  sources: readonly SourceStatus[],
  can: keyof SourceCan,
  value: number,
  hasEvents: boolean,
): Figure {
  const capable = sources.filter((source) => source.can[can]);
  if (value === 0) {
    const missing = whyNone(sources, capable);
    if (missing !== null) return missing;
    if (!hasEvents) return { known: false, reason: 'nothing_yet' };
  }
  return { known: true, value, isApprox: false, without: silentPlatforms(capable) };
}

function silentPlatforms(sources: readonly SourceStatus[]): string[] {
  return sources.filter((source) => source.link !== 'ready').map((source) => source.platform);
}

function sumKey(sum: { currency: string; exponent: number }): string {
  return `${sum.currency}/${sum.exponent}`;
}

function addMoney(
  sums: Map<string, CurrencySum>,
  money: { amountMinor: number; currency: string; exponent: number },
): void {
  const before = sums.get(sumKey(money))?.amountMinor ?? 0;
  sums.set(sumKey(money), { ...money, amountMinor: before + money.amountMinor });
}
