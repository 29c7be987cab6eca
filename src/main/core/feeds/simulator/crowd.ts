import type { SeededRandom } from './random.ts';

const SHORT_STAY_MS = 50_000;
const LONG_STAY_MS = 420_000;
const LONG_SHARE = 0.25;

/** Mean of the drawn stays: entries per second x this = people online, when nothing changes. */
export const MEAN_STAY_MS = SHORT_STAY_MS * (1 - LONG_SHARE) + LONG_STAY_MS * LONG_SHARE;

/** Part of the entries that are people who were here before in this show. */
const RETURN_SHARE = 0.12;
const REMEMBERED_LEAVERS = 400;

/** The people of one room: who enters, who is there, who leaves when. */
export class Crowd {
  #entries = 0;
  #leaves = 0;
  #persons = 0;
  readonly #present: number[] = [];
  readonly #placeOf = new Map<number, number>();
  readonly #leavingAt = new Map<number, number[]>();
  readonly #away: number[] = [];

  get entries(): number {
    return this.#entries;
  }

  get leaves(): number {
    return this.#leaves;
  }

  /** People in the room now: exactly entries - leaves. */
  get online(): number {
    return this.#entries - this.#leaves;
  }

  /** Someone enters in this second and leaves at the start of a later one. Returns who. */
  enter(tick: number, random: SeededRandom): number {
    const mean = random.chance(LONG_SHARE) ? LONG_STAY_MS : SHORT_STAY_MS;
    const stayTicks = Math.max(1, Math.round(random.exponential(mean) / 1000 + 0.5));
    const person = this.#nextPerson(random);
    this.#entries += 1;
    this.#placeOf.set(person, this.#present.length);
    this.#present.push(person);
    this.#leaveAt(tick + stayTicks, person);
    return person;
  }

  /**
   * Lets go whose time has come at the start of this second. A part of them, 0..1, is talked into
   * staying for another 30 to 120 seconds.
   */
  leave(tick: number, retainedPart: number, random: SeededRandom): void {
    const leavers = this.#leavingAt.get(tick);
    if (leavers === undefined) return;
    this.#leavingAt.delete(tick);
    for (const person of leavers) {
      if (retainedPart > 0 && random.chance(retainedPart)) {
        this.#leaveAt(tick + random.integer(30, 120), person);
      } else this.#remove(person, random);
    }
  }

  /** Someone who is there; null when the room is empty. */
  anyone(random: SeededRandom): number | null {
    return this.#present[Math.floor(random.fraction() * this.#present.length)] ?? null;
  }

  #nextPerson(random: SeededRandom): number {
    if (this.#away.length > 0 && random.chance(RETURN_SHARE)) {
      const place = random.integer(0, this.#away.length - 1);
      const person = this.#away[place];
      const last = this.#away.pop();
      if (last !== undefined && place < this.#away.length) this.#away[place] = last;
      if (person !== undefined) return person;
    }
    this.#persons += 1;
    return this.#persons;
  }

  #leaveAt(tick: number, person: number): void {
    const list = this.#leavingAt.get(tick);
    if (list === undefined) this.#leavingAt.set(tick, [person]);
    else list.push(person);
  }

  #remove(person: number, random: SeededRandom): void {
    const place = this.#placeOf.get(person);
    const last = this.#present.pop();
    if (place === undefined || last === undefined) throw new Error('left without having entered');
    this.#placeOf.delete(person);
    if (last !== person) {
      this.#present[place] = last;
      this.#placeOf.set(last, place);
    }
    this.#leaves += 1;
    if (this.#away.length < REMEMBERED_LEAVERS) this.#away.push(person);
    else this.#away[random.integer(0, REMEMBERED_LEAVERS - 1)] = person;
  }
}
