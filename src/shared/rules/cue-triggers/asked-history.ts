import type { TriggerMoment } from './trigger-moment.ts';

const MINUTE_MS = 60_000;
const HELD_MS = 30 * MINUTE_MS;

type Asked = { readonly ts: number; readonly people: number };
type Held = Map<number, { readonly firstTs: number; readonly seen: Asked[] }>;

/** How many people had asked a question when: for who asked within a window. */
export class AskedHistory {
  #held: Held = new Map();
  #nowTs = 0;

  see({ ts, questions }: Pick<TriggerMoment, 'ts' | 'questions'>): void {
    this.#nowTs = ts;
    const next: Held = new Map();
    for (const { id, people, firstTs } of questions) {
      const before = this.#held.get(id);
      // It was answered meanwhile, and those who ask now ask anew.
      const isAnew = before === undefined || (before.seen.at(-1)?.people ?? 0) > people;
      const seen = isAnew ? [] : before.seen;
      if (seen.at(-1)?.people !== people) seen.push({ ts, people });
      while (seen[1] !== undefined && ts - seen[1].ts > HELD_MS) seen.shift();
      next.set(id, { firstTs: isAnew ? firstTs : before.firstTs, seen });
    }
    this.#held = next;
  }

  /** People who asked in the window that ends now; of before this was looked at, none. */
  within(id: number, windowMin: number): number {
    const held = this.#held.get(id);
    const last = held?.seen.at(-1);
    if (held === undefined || last === undefined) return 0;
    const fromTs = this.#nowTs - windowMin * MINUTE_MS;
    if (held.firstTs >= fromTs) return last.people;
    const before = held.seen.findLast(({ ts }) => ts <= fromTs) ?? held.seen[0];
    return last.people - (before?.people ?? 0);
  }
}
