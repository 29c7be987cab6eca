import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { ShowId } from '#shared/model/ids.ts';
import { person, raid, stream } from '#tests/support/make-event.ts';

import { ActedRoom } from './acted-room.ts';
import { DEEDS } from './evening-deeds.ts';
import { inOrder, MINUTE_MS, minuteEvents, productTold } from './evening-minutes.ts';
import type { Held } from './evening-plan.ts';
import { playPast } from './past-shows.ts';

const EVENING_TS = Date.UTC(2026, 2, 6, 12, 0, 0);
/** Shows begin when somebody presses the key, not with a minute. */
const PRESSED_MS = 37_250;
const EVENING_MINUTES = 42;

/**
 * One live evening on two platforms after ten earlier shows, done with the contract's own commands:
 * hosts, a run of show, pins, cues, promises, slips, warnings, calls, targets, figures by hand, a stream
 * that fails, a restart of the program, and what platforms' tables say the day after. `stage`s are played
 * one after another, so that a busy machine has time for each.
 */
export class Evening {
  readonly room: ActedRoom;
  readonly showId: ShowId;
  readonly #held: Held;

  private constructor(held: Held) {
    this.room = held.room;
    this.showId = held.showId;
    this.#held = held;
  }

  /** Up to the moment before it goes on air. */
  static async plan(seed: number): Promise<Evening> {
    const room = await ActedRoom.open(seed, EVENING_TS - 20 * MINUTE_MS, (folder) =>
      playPast(folder, seed, EVENING_TS),
    );
    const showId = await room.create('The evening');
    const products = await room.shelve();
    const held: Held = { room, showId, products, pushes: [], cues: [], seqs: new Map() };
    await DEEDS.get(-1)?.(held);
    return new Evening(held);
  }

  async firstHalf(): Promise<void> {
    await this.room.until(EVENING_TS + PRESSED_MS);
    await this.room.desk.must('show.start', {});
    await this.#minutes(0, EVENING_MINUTES / 2);
  }

  async secondHalf(): Promise<void> {
    await this.#minutes(EVENING_MINUTES / 2, EVENING_MINUTES);
    await this.room.desk.must('show.end', {});
    await this.room.until(this.room.nowTs() + 30_000);
    await DEEDS.get(EVENING_MINUTES)?.(this.#held);
  }

  async #minutes(from: number, to: number): Promise<void> {
    for (let minute = from; minute < to; minute += 1) {
      await DEEDS.get(minute)?.(this.#held);
      const endTs = EVENING_TS + PRESSED_MS + (minute + 1) * MINUTE_MS;
      await this.room.live(toldIn(this.room, minute), endTs);
    }
  }
}

function toldIn(room: ActedRoom, minute: number): readonly FeedEvent[] {
  const fromTs = EVENING_TS + PRESSED_MS + minute * MINUTE_MS;
  const at = (name: string, afterMs: number, platform: string) => ({
    key: `${name}${minute}`,
    ts: fromTs + afterMs,
    platform,
  });
  const events = [
    ...minuteEvents({
      random: room.random,
      fromTs,
      platform: 'douyin',
      key: `d${minute}`,
      // A fall beyond chance at 15, nothing while the stream is off air, another level afterwards.
      online: minute >= 20 && minute < 23 ? null : (minute < 15 ? 500 : 260) + (minute % 5) * 7,
      views: 2_000 + minute * 310,
      joins: minute >= 20 && minute < 23 ? 0 : room.random.integer(14, 30),
      pace: minute >= 30 ? 1.6 : 1,
    }),
    ...minuteEvents({
      random: room.random,
      fromTs,
      platform: 'kuaishou',
      key: `k${minute}`,
      online: minute > 33 ? null : 120 + ((minute * 13) % 17),
      views: 600 + minute * 45,
      joins: 0,
      pace: minute > 33 ? 0 : 0.5,
    }),
  ];
  if (minute === 0) {
    events.push(
      stream(at('on', 0, 'douyin'), 'online'),
      stream(at('on-k', 1, 'kuaishou'), 'online'),
    );
  }
  if (minute === 20) events.push(stream(at('off', 2_000, 'douyin'), 'offline'));
  if (minute === 22) events.push(stream(at('on', 58_000, 'douyin'), 'online'));
  if (minute === 34) events.push(stream(at('off', 9_000, 'kuaishou'), 'offline'));
  if (minute === 26) events.push(raid(at('raid', 3_000, 'douyin'), person('r1', 'Raider'), 80));
  for (const [index, code] of ['LN-01', 'LN-02'].entries()) {
    const clicks = Math.floor((minute + 1) * (7 + index * 4));
    events.push(
      productTold(at(`clicks${code}`, 40_000 + index, 'douyin'), code, { clicks, state: 'listed' }),
    );
  }
  if (minute === 31) {
    const gone = { clicks: null, state: 'soldout' } as const;
    events.push(productTold(at('gone', 20_000, 'douyin'), 'LN-02', gone));
  }
  return inOrder(events);
}
