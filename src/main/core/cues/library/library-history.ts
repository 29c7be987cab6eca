import type { Anchor, LibraryChange } from '#shared/model/cue-library.ts';
import type { StoredCard } from './library.queries.ts';

/** Steps that can be taken back one after the other. */
const STEPS_MAX = 50;

/** All that a change of the library can change. */
export type Standing = {
  readonly cards: readonly StoredCard[];
  readonly anchors: readonly Anchor[];
};

type Row = { readonly id: number };

/** A row that changed, as it was and as it came to be; null where it was not there. */
export type Changed<T extends Row> = {
  readonly id: number;
  readonly before: T | null;
  readonly after: T | null;
};

export type Step = {
  readonly change: LibraryChange;
  /** The deck it was made in: null the room's, else a show's own. */
  readonly deck: number | null;
  readonly cards: readonly Changed<StoredCard>[];
  readonly anchors: readonly Changed<Anchor>[];
};

/** Rows that differ between two standings. */
function changed<T extends Row>(before: readonly T[], after: readonly T[]): readonly Changed<T>[] {
  const [was, is] = [before, after].map((rows) => new Map(rows.map((row) => [row.id, row])));
  const ids = new Set([...before, ...after].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const row = { id, before: was?.get(id) ?? null, after: is?.get(id) ?? null };
    return same(row.before, row.after) ? [] : [row];
  });
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Changes of a room's library, the last one first to be taken back; in memory alone. */
export class LibraryHistory {
  #steps: readonly Step[] = [];
  #serial = 0;

  /** Nothing is added where nothing changed. */
  add(kind: LibraryChange['kind'], deck: number | null, from: Standing, to: Standing): void {
    const cards = changed(from.cards, to.cards);
    const anchors = changed(from.anchors, to.anchors);
    if (cards.length + anchors.length === 0) return;
    this.#serial += 1;
    const change = { changeId: this.#serial, kind, count: cards.length };
    this.#steps = [...this.#steps, { change, deck, cards, anchors }].slice(-STEPS_MAX);
  }

  last(deck: number | null): Step | null {
    const step = this.#steps.at(-1);
    return step === undefined || step.deck !== deck ? null : step;
  }

  dropLast(): void {
    this.#steps = this.#steps.slice(0, -1);
  }
}

/** Whether everything a step changed stands as it left it. */
export function standsAfter(step: Step, now: Standing): boolean {
  const holds = <T extends Row>(rows: readonly Changed<T>[], held: readonly T[]): boolean =>
    rows.every(({ id, after }) => same(after, held.find((row) => row.id === id) ?? null));
  return holds(step.cards, now.cards) && holds(step.anchors, now.anchors);
}
