import type { RoomEvent } from '../contract/room-event.ts';
import type {
  CurrencySum,
  Figure,
  LiveMetrics,
  SourceFigures,
  VirtualSum,
} from '../model/metrics.ts';
import type { SourceCan } from '../model/source.ts';
import type { ViewerFigure, ViewerPlace } from './concurrent-viewers.ts';
import { EnteredFigures } from './metrics/entered-figures.ts';
import { addMoney, type MoneySums } from './metrics/money-sums.ts';
import { distinctChatters } from './metrics/recent-interaction.ts';
import {
  countFigure,
  silentPlatforms,
  standingOf,
  whyNone,
  windowFigure,
  type SourceStatus,
} from './metrics/source-figure.ts';
import { FIVE_MINUTES_MS, SourceTally } from './metrics/source-tally.ts';
import { ShowViewers } from './metrics/show-viewers.ts';
import { PulseSeries } from './pulse-series.ts';
import type {
  RestoredSource,
  RestoredTotals,
  SourceWindowCount,
  SourceWindowPerson,
} from './stored-figures.ts';

export type { SourceStatus } from './metrics/source-figure.ts';

export type MetricsNow = {
  /** Show time. */
  readonly nowTs: number;
  readonly seq: number;
  readonly sources: readonly SourceStatus[];
  readonly onAirMs: number;
  readonly isOver: boolean;
  /** What the shelf knows: neither follows from counts. */
  readonly pushDelay: LiveMetrics['pushDelay'];
  readonly onShelf: LiveMetrics['onShelf'];
};

/**
 * Live figures of one show, computed from its events only, one by one. Formulae in domain terms:
 * viewers = sum of the sources' last figures, each for 90 s; entries / 5 min = joins of the last
 * 300 s; chat a minute = messages of the last 60 s; active chatters = distinct people of the last
 * 300 s; paid = sum of paid orders per currency. What is a window or a rate leaves a silent source
 * out; a total keeps what was counted.
 */
export class LiveMetricsReducer {
  readonly #viewers = new ShowViewers();
  readonly series = new PulseSeries(this.#viewers.concurrent);
  readonly entered = new EnteredFigures();
  readonly #tallies = new Map<number, SourceTally>();
  readonly #paid: MoneySums = new Map();
  readonly #tips: MoneySums = new Map();
  readonly #giftValues = new Map<string, number>();
  #askedFromTs: number | null = null;
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
    for (const sum of paid) addMoney(this.#paid, sum);
    for (const sum of tips) addMoney(this.#tips, sum);
    for (const value of giftValues) this.#giftValues.set(value.unit, value.quantity);
  }

  /** The same by source, and what the sliding windows of a stored show held. */
  restoreSources(
    sources: readonly RestoredSource[],
    counts: readonly SourceWindowCount[],
    people: readonly SourceWindowPerson[],
  ): void {
    for (const source of sources) this.#tallyOf(source.sourceId).restore(source);
    for (const { sourceId, kind, ts, count } of counts) {
      this.#tallyOf(sourceId).restoreCount(kind, ts, count);
    }
    for (const { sourceId, platform, person, ts, chatTs } of people) {
      const tally = this.#tallyOf(sourceId);
      tally.people.saw(platform, person, ts, false);
      if (chatTs !== null) tally.people.saw(platform, person, chatTs, true);
    }
  }

  /** One viewer figure of a stored show; all of them, in the order of their seq. */
  restoreViewers(place: ViewerPlace, figure: ViewerFigure): void {
    this.#tallyOf(place.sourceId).noteViewers(place, figure.ts, figure.current);
    if (this.#viewers.set(place, figure)) this.series.noteViewers(figure.ts);
  }

  /** A chat message that asks something, live or read again from the store. */
  asked(sourceId: number, ts: number): void {
    this.#tallyOf(sourceId).asked(ts);
  }

  /** Every question since this show time has been told, and every one to come will be. */
  askedKnownFrom(fromTs: number): void {
    this.#askedFromTs = fromTs;
  }

  /** Stored chat is read again: what was told of questions is told anew. */
  forgetAsked(): void {
    this.#askedFromTs = null;
    for (const tally of this.#tallies.values()) tally.forgetAsked();
  }

  /**
   * @param sourceId 0 for facts of the desk.
   * @param giftDelta for a gift: items and units this event adds (a growing streak adds only its growth).
   */
  apply(event: RoomEvent, sourceId: number, giftDelta: GiftDelta): void {
    const totals = this.#totals;
    // A grown streak is the same event again.
    if (giftDelta.isNew) totals.events += 1;
    if (sourceId === 0) totals.facts += 1;
    else this.#tallyOf(sourceId).apply(event, giftDelta);
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
        this.restoreViewers(placeOf(event, sourceId), figureOf(event));
        break;
      case 'order':
        this.#countOrder(event);
        break;
      case 'figures.entered':
        this.entered.enter(event);
        break;
      case 'figures.withdrawn':
        this.entered.withdraw(event.enteredSeq);
        break;
      default:
        break;
    }
  }

  read(now: MetricsNow): LiveMetrics {
    const { nowTs, sources } = now;
    const heard = sources
      .filter((source) => source.link === 'ready')
      .map((source) => this.#tallyOf(source.id));
    const sum = (of: (tally: SourceTally) => number): number =>
      heard.reduce((total, tally) => total + of(tally), 0);
    const count = (can: keyof SourceCan, value: number): Figure =>
      countFigure(sources, can, value, this.#totals.events > this.#totals.facts);
    const chatters = distinctChatters(
      heard.map(({ people }) => people),
      nowTs,
    );
    const paid = [...this.#paid.values()];
    return {
      asOfTs: nowTs,
      asOfSeq: now.seq,
      viewers: this.#viewers.now(sources, nowTs),
      viewersPeak: this.#viewers.peak(sources),
      viewersMean: this.#viewers.mean(sources),
      entries5Min: windowFigure(
        sources,
        'joins',
        sum((tally) => tally.entries5Min(nowTs)),
      ),
      chatPerMinute: windowFigure(
        sources,
        'chat',
        sum((tally) => tally.chatPerMinute(nowTs)),
      ),
      activeChatters: windowFigure(sources, 'chat', chatters),
      likesPerMinute: this.#likesFigure(sources, nowTs),
      follows: count('follows', this.#totals.follows),
      gifts: count('gifts', this.#totals.gifts),
      giftValues: [...this.#giftValues].map(([unit, quantity]) => ({ unit, quantity })),
      ordersPaid: count('orders', this.#totals.ordersPaid),
      ordersPlaced: count('orders', this.#totals.ordersPlaced),
      paid,
      tips: [...this.#tips.values()],
      views: this.#viewers.views(sources),
      onAirMs: now.onAirMs,
      totalChats: this.#totals.chats,
      totalEvents: this.#totals.events,
      bySource: sources.map((source) => this.#sourceFigures(source, now)),
      entered: [...this.entered.current()],
      pushDelay: now.pushDelay,
      onShelf: now.onShelf,
      isOver: now.isOver,
    };
  }

  #sourceFigures(source: SourceStatus, { nowTs, isOver }: MetricsNow): SourceFigures {
    const tally = this.#tallyOf(source.id);
    const viewers = this.#viewers.of(source.id, nowTs);
    const isAskedKnown = this.#askedFromTs !== null && this.#askedFromTs <= nowTs - FIVE_MINUTES_MS;
    const standing = isOver
      ? ({ standing: 'receiving', sinceTs: null } as const)
      : standingOf(source);
    return {
      sourceId: source.id,
      platform: source.platform,
      ...standing,
      can: source.can,
      values: tally.values(nowTs, source.can, viewers, isAskedKnown),
      paid: [...tally.paid()],
      ordersUnpriced: tally.ordersUnpriced(),
    };
  }

  #tallyOf(sourceId: number): SourceTally {
    let tally = this.#tallies.get(sourceId);
    if (tally === undefined) {
      tally = new SourceTally();
      this.#tallies.set(sourceId, tally);
    }
    return tally;
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

  /** No connector says whether it tells likes: those that told one do. */
  #likesFigure(sources: readonly SourceStatus[], nowTs: number): Figure {
    const telling = sources.flatMap((source) => {
      const value = this.#tallyOf(source.id).likesPerMinute(nowTs);
      return value === null ? [] : [{ source, value }];
    });
    const capable = telling.map(({ source }) => source);
    const missing = whyNone(sources, capable.length === 0 ? sources : capable);
    if (missing !== null) return missing;
    if (telling.length === 0) return { known: false, reason: 'nothing_yet' };
    const value = telling
      .filter(({ source }) => source.link === 'ready')
      .reduce((total, each) => total + each.value, 0);
    return { known: true, value, isApprox: false, without: silentPlatforms(capable) };
  }
}

function placeOf({ platform, platformRoomId }: RoomEvent, sourceId: number): ViewerPlace {
  return { sourceId, platform, platformRoomId: platformRoomId ?? '' };
}

function figureOf(event: Extract<RoomEvent, { kind: 'viewers' }>): ViewerFigure {
  const { current, total, isApprox, eventTs: ts } = event;
  return { current, total, isApprox, ts };
}

/** What a gift event adds: all of it, or the growth of a streak that is one row. */
export type GiftDelta = {
  readonly count: number;
  readonly quantity: number;
  readonly isNew: boolean;
};
export const NO_GIFT: GiftDelta = { count: 0, quantity: 0, isNew: true };
