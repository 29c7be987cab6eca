/** Counts of the last `windowMs` of show time, kept by the second; late events land in their own. */
export class SlidingCount {
  readonly #windowMs: number;
  readonly #seconds = new Map<number, Second>();
  /** Messages come second by second: most need no look-up. */
  #last: Second | null = null;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  add(ts: number, count: number): void {
    const second = Math.floor(ts / 1000);
    let held = this.#last;
    if (held === null || held.second !== second) {
      held = this.#seconds.get(second) ?? { second, count: 0 };
      this.#seconds.set(second, held);
      this.#last = held;
    }
    held.count += count;
  }

  /** Events of the whole seconds in (now - window, now]. Forgets what is older. */
  at(nowTs: number): number {
    return this.within(nowTs, this.#windowMs);
  }

  /** The same of a shorter stretch, `spanMs` of the window. */
  within(nowTs: number, spanMs: number): number {
    const newest = Math.floor(nowTs / 1000);
    const oldest = newest - this.#windowMs / 1000;
    const from = newest - spanMs / 1000;
    let sum = 0;
    for (const { second, count } of this.#seconds.values()) {
      if (second <= oldest) this.#seconds.delete(second);
      else if (second > from && second <= newest) sum += count;
    }
    this.#last = null;
    return sum;
  }
}

type Second = { readonly second: number; count: number };

/** Distinct people seen in the last `windowMs` of show time; a person is (platform, name there). */
export class RecentPeople {
  readonly #windowMs: number;
  /** By platform first: joining the two for every message costs more. */
  readonly #lastSeen = new Map<string, Map<string, { ts: number }>>();

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  saw(platform: string, person: string, ts: number): void {
    let people = this.#lastSeen.get(platform);
    if (people === undefined) {
      people = new Map();
      this.#lastSeen.set(platform, people);
    }
    const held = people.get(person);
    if (held === undefined) people.set(person, { ts });
    else if (held.ts < ts) held.ts = ts;
  }

  /** Forgets those who were not seen within the window. */
  at(nowTs: number): number {
    const oldest = nowTs - this.#windowMs;
    let count = 0;
    for (const people of this.#lastSeen.values()) {
      for (const [person, { ts }] of people) {
        if (ts <= oldest) people.delete(person);
      }
      count += people.size;
    }
    return count;
  }
}

/** Mean of the samples of the last `windowMs` of show time; late ones land where they belong. */
export class SlidingMean {
  readonly #windowMs: number;
  #samples: { readonly ts: number; readonly value: number }[] = [];

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  add(ts: number, value: number): void {
    this.#samples.push({ ts, value });
  }

  /** Of the samples in (now - window, now]; null without any. Forgets what is older. */
  at(nowTs: number): number | null {
    const oldest = nowTs - this.#windowMs;
    this.#samples = this.#samples.filter(({ ts }) => ts > oldest);
    const now = this.#samples.filter(({ ts }) => ts <= nowTs);
    return now.length === 0 ? null : now.reduce((sum, { value }) => sum + value, 0) / now.length;
  }
}
