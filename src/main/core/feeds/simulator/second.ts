import type { FeedEvent } from '#shared/contract/room-event.ts';

import type { Crowd } from './crowd.ts';
import type { DemoRoom } from './data/rooms.ts';
import type { EventMaker } from './event-maker.ts';
import type { Mood } from './mood.ts';
import type { SeededRandom } from './random.ts';
import type { ShopProduct } from './shop.ts';

/** A room while the show runs. */
export type RoomState = {
  readonly room: DemoRoom;
  readonly crowd: Crowd;
  likeTotal: number;
  readonly followers: Set<number>;
  readonly members: Set<number>;
  viewersPeak: number;
};

/**
 * One second of show time while it is being made. What changes the state draws from `random` and
 * happens even when the second `isQuiet` (passed over after a restart); what is only told draws from
 * `talk` and is left out then.
 */
export type Second = {
  readonly tick: number;
  readonly offsetMs: number;
  readonly isQuiet: boolean;
  readonly random: SeededRandom;
  readonly talk: SeededRandom;
  readonly mood: Mood;
  readonly product: ShopProduct | null;
  readonly maker: EventMaker;
  readonly out: FeedEvent[];
};

/** Beyond a usual room, buying and giving stay as they are: only chat, likes and entries grow. */
const USUAL_ONLINE = 1500;

/** People online as far as they buy, give and follow. */
export function usualOnline(state: RoomState): number {
  return Math.min(state.crowd.online, USUAL_ONLINE * state.room.share);
}
