import type { Fragment } from '#shared/contract/fragment.ts';

import type { DemoGift } from './data/rooms.ts';
import type { RoomState, Second } from './second.ts';
import { usualOnline } from './second.ts';

/** Gifts begun per second and person online. */
const GIFT_HAZARD = 0.00006;

type Streak = {
  readonly state: RoomState;
  readonly person: number;
  readonly gift: DemoGift;
  readonly comboId: string;
  readonly given: number;
  readonly total: number;
};

/** Gifts, alone or as streaks that grow over several seconds. */
export class Gifts {
  readonly #growing = new Map<number, Streak[]>();

  /** Gifts that begin in this room in this second. */
  begin(second: Second, state: RoomState): void {
    const { random, tick } = second;
    if (state.room.gifts.length === 0) return;
    const count = random.poisson(usualOnline(state) * GIFT_HAZARD);
    for (let number = 0; number < count; number += 1) {
      const person = state.crowd.anyone(random);
      if (person === null) return;
      const gift = random.pick(state.room.gifts);
      const total = gift.streak > 1 && random.chance(0.6) ? random.integer(2, gift.streak) : 1;
      const comboId = `${state.room.prefix}-combo-${tick.toString(36)}-${number}`;
      this.#give(second, { state, person, gift, comboId, given: 0, total });
    }
  }

  /** Streaks of earlier seconds that go on. */
  grow(second: Second): void {
    const streaks = this.#growing.get(second.tick);
    if (streaks === undefined) return;
    this.#growing.delete(second.tick);
    for (const streak of streaks) this.#give(second, streak);
  }

  #give(second: Second, streak: Streak): void {
    const { random, tick } = second;
    const { state, gift, total } = streak;
    const atMs = random.integer(1, 999);
    const count = Math.min(total - streak.given, random.integer(1, 3));
    const given = streak.given + count;
    const isStreak = total > 1;
    if (given < total) {
      const next = tick + random.integer(1, 2);
      const list = this.#growing.get(next);
      if (list === undefined) this.#growing.set(next, [{ ...streak, given }]);
      else list.push({ ...streak, given });
    }
    if (second.isQuiet) return;
    second.out.push({
      ...second.maker.envelope(state.room, atMs, streak.person),
      kind: 'gift',
      giftId: gift.id,
      name: gift.name,
      count,
      comboId: isStreak ? streak.comboId : null,
      comboCount: isStreak ? given : null,
      comboEnd: given === total,
      value: { unit: state.room.unit, quantity: gift.unitValue * count, unitValue: gift.unitValue },
      toUser: null,
      paid: true,
      fragments: cheerOf(streak),
    });
  }
}

/** Bits come with a message. */
function cheerOf({ state, gift }: Streak): Fragment[] {
  if (state.room.unit !== 'bits') return [];
  return [
    { type: 'cheermote', text: `Cheer${gift.unitValue}`, bits: gift.unitValue },
    { type: 'text', text: ' great stream' },
  ];
}
