import type { RoomEvent, RoomEventOf } from '../../contract/room-event.ts';
import type { CurrencySum, SourceValues } from '../../model/metrics.ts';
import type { SourceCan } from '../../model/source.ts';
import type { ViewerPlace } from '../concurrent-viewers.ts';
import { SlidingCount, SlidingMean } from '../sliding-window.ts';
import type { RestoredSource } from '../stored-figures.ts';
import { addMoney, type MoneySums } from './money-sums.ts';
import { isInteracting, RecentInteraction } from './recent-interaction.ts';

const MINUTE_MS = 60_000;
export const FIVE_MINUTES_MS = 300_000;

/** What the shared viewer rules know of this source at a time. */
export type SourceViewers = {
  readonly current: number | null;
  readonly views: number | null;
  readonly mean: number | null;
};

/** Counts of one source in one show, from its events only. */
export class SourceTally {
  readonly people = new RecentInteraction(FIVE_MINUTES_MS);
  readonly #chats = new SlidingCount(FIVE_MINUTES_MS);
  readonly #joins = new SlidingCount(FIVE_MINUTES_MS);
  #questions = new SlidingCount(FIVE_MINUTES_MS);
  readonly #likes = new SlidingCount(MINUTE_MS);
  /** By platform, then by its room: each has a mean of its own. */
  readonly #viewers = new Map<string, SlidingMean>();
  readonly #buyers = new Set<string>();
  readonly #paid: MoneySums = new Map();
  #ordersOfNobody = 0;
  #ordersUnpriced = 0;
  #totals = {
    chats: 0,
    joins: 0,
    follows: 0,
    likes: 0,
    fanJoins: 0,
    gifts: 0,
    ordersPlaced: 0,
    ordersPaid: 0,
  };

  restore(stored: RestoredSource): void {
    const { sourceId: _id, paid, buyers, ordersOfNobody, ordersUnpriced, ...totals } = stored;
    this.#totals = { ...totals };
    this.#ordersOfNobody = ordersOfNobody;
    this.#ordersUnpriced = ordersUnpriced;
    for (const sum of paid) addMoney(this.#paid, sum);
    for (const { platform, person } of buyers) this.#buyers.add(personKey(platform, person));
  }

  restoreCount(kind: 'chat' | 'join' | 'like', ts: number, count: number): void {
    const window = { chat: this.#chats, join: this.#joins, like: this.#likes }[kind];
    window.add(ts, count);
  }

  noteViewers({ platform, platformRoomId }: ViewerPlace, ts: number, current: number): void {
    const room = `${platform}|${platformRoomId}`;
    const mean = this.#viewers.get(room) ?? new SlidingMean(FIVE_MINUTES_MS);
    this.#viewers.set(room, mean);
    mean.add(ts, current);
  }

  /** One of its messages asked something. */
  asked(ts: number): void {
    this.#questions.add(ts, 1);
  }

  forgetAsked(): void {
    this.#questions = new SlidingCount(FIVE_MINUTES_MS);
  }

  /** `gift`: the items a gift adds; a growing streak adds only its growth. */
  apply(event: RoomEvent, gift: { readonly count: number }): void {
    const { eventTs: ts, actor } = event;
    if (actor !== null && isInteracting(event.kind)) {
      const person = actor.platformUserId ?? actor.name;
      this.people.saw(event.platform, person, ts, event.kind === 'chat');
    }
    const totals = this.#totals;
    switch (event.kind) {
      case 'chat':
        totals.chats += 1;
        this.#chats.add(ts, 1);
        break;
      case 'join':
        totals.joins += 1;
        this.#joins.add(ts, 1);
        break;
      case 'like':
        totals.likes += event.count;
        this.#likes.add(ts, event.count);
        break;
      case 'follow':
        totals.follows += 1;
        break;
      case 'membership':
        if (isFanJoin(event.type)) totals.fanJoins += 1;
        break;
      case 'gift':
        totals.gifts += gift.count;
        break;
      case 'order':
        this.#countOrder(event);
        break;
      default:
        break;
    }
  }

  paid(): readonly CurrencySum[] {
    return [...this.#paid.values()];
  }

  /** Paid orders that told no amount. */
  ordersUnpriced(): number {
    return this.#ordersUnpriced;
  }

  chatPerMinute(nowTs: number): number {
    return this.#chats.within(nowTs, MINUTE_MS);
  }

  entries5Min(nowTs: number): number {
    return this.#joins.at(nowTs);
  }

  likesPerMinute(nowTs: number): number | null {
    return this.#totals.likes === 0 ? null : this.#likes.at(nowTs);
  }

  values(
    nowTs: number,
    can: SourceCan,
    viewers: SourceViewers,
    isAskedKnown: boolean,
  ): SourceValues {
    const totals = this.#totals;
    const { interacting, chatters } = this.people.at(nowTs);
    const orders = (value: number) => given(can.orders || totals.ordersPaid > 0, value);
    const chat = (value: number) => given(can.chat || totals.chats > 0, value);
    const joins = (value: number) => given(can.joins || totals.joins > 0, value);
    return {
      viewers: viewers.current,
      viewersMean5Min: this.#meanViewers(nowTs),
      viewersMean: viewers.mean,
      views: viewers.views,
      entries: joins(totals.joins),
      entries5Min: joins(this.#joins.at(nowTs)),
      chats: chat(totals.chats),
      chatPerMinute: chat(this.chatPerMinute(nowTs)),
      chats5Min: chat(this.#chats.at(nowTs)),
      chatters5Min: chat(chatters),
      interacting5Min: chat(interacting),
      questions5Min: isAskedKnown ? chat(this.#questions.at(nowTs)) : null,
      // No connector says whether it tells likes and memberships: the first one does.
      likes: given(totals.likes > 0, totals.likes),
      likesPerMinute: this.likesPerMinute(nowTs),
      follows: given(can.follows || totals.follows > 0, totals.follows),
      fanJoins: given(totals.fanJoins > 0, totals.fanJoins),
      gifts: given(can.gifts || totals.gifts > 0, totals.gifts),
      ordersPlaced: orders(totals.ordersPlaced),
      ordersPaid: orders(totals.ordersPaid),
      buyers: this.#ordersOfNobody > 0 ? null : orders(this.#buyers.size),
    };
  }

  /** The means of its rooms together; null where none told any. */
  #meanViewers(nowTs: number): number | null {
    const means = [...this.#viewers.values()].flatMap((mean) => mean.at(nowTs) ?? []);
    return means.length === 0 ? null : means.reduce((sum, mean) => sum + mean, 0);
  }

  #countOrder(event: RoomEventOf<'order'>): void {
    if (event.status === 'placed') this.#totals.ordersPlaced += 1;
    if (event.status !== 'paid') return;
    this.#totals.ordersPaid += 1;
    if (event.money === null) this.#ordersUnpriced += 1;
    else addMoney(this.#paid, event.money);
    const { actor } = event;
    if (actor === null) this.#ordersOfNobody += 1;
    else this.#buyers.add(personKey(event.platform, actor.platformUserId ?? actor.name));
  }
}

/** A membership that begins: given ones count with who receives them, not with who gives. */
function isFanJoin(type: RoomEventOf<'membership'>['type']): boolean {
  return type === 'new' || type === 'gift_received';
}

function personKey(platform: string, person: string): string {
  return `${platform}\n${person}`;
}

function given(isGiven: boolean, value: number): number | null {
  return isGiven ? value : null;
}
