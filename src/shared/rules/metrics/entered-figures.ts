import type { RoomEvent, RoomEventOf } from '../../contract/room-event.ts';
import type { EnteredFigure } from '../../model/entered-figure.ts';

/**
 * Figures entered by hand, from the log's facts: values "so far", of which the newest of each name
 * and source holds. Newest is what holds for the later time, then what was entered later.
 */
export class EnteredFigures {
  readonly #facts = new Map<number, RoomEventOf<'figures.entered'>>();
  readonly #withdrawn = new Set<number>();

  enter(fact: RoomEventOf<'figures.entered'>): void {
    this.#facts.set(fact.seq, fact);
  }

  /** Undone: what was entered before it holds again. One that never was changes nothing. */
  withdraw(seq: number): void {
    this.#withdrawn.add(seq);
  }

  /** The facts of a stored show, in the order of the log; others among them are passed over. */
  restore(facts: readonly RoomEvent[]): void {
    for (const fact of facts) {
      if (fact.kind === 'figures.entered') this.enter(fact);
      else if (fact.kind === 'figures.withdrawn') this.withdraw(fact.enteredSeq);
    }
  }

  /** In the order of their facts. */
  current(): readonly EnteredFigure[] {
    const newest = new Map<string, EnteredFigure>();
    for (const fact of this.#facts.values()) {
      if (this.#withdrawn.has(fact.seq)) continue;
      const { sourceId, currency, asOfTs, how, screenId, seq, receivedTs: enteredTs } = fact;
      for (const { name, value } of fact.figures) {
        const key = `${name}/${sourceId ?? ''}`;
        const before = newest.get(key);
        if (before !== undefined && isNewer(before, { asOfTs, seq })) continue;
        const of = { sourceId, currency, asOfTs, how, screenId, seq, enteredTs };
        newest.set(key, { name, value, ...of });
      }
    }
    return [...newest.values()].sort((a, b) => a.seq - b.seq);
  }
}

type Age = Pick<EnteredFigure, 'asOfTs' | 'seq'>;

function isNewer(a: Age, b: Age): boolean {
  return a.asOfTs === b.asOfTs ? a.seq > b.seq : a.asOfTs > b.asOfTs;
}
