import { BIN_DAYS } from '#shared/model/show-list.ts';
import type { Database } from '../database/database.ts';
import { highestSeq } from '../erasure/erase-rows.queries.ts';
import { nextTurn } from '../next-turn.ts';
import type { Ports } from '../ports.ts';
import { isLiveOnAir } from '../room/show.queries.ts';
import {
  deleteEvents,
  deletePerson,
  deleteShowRows,
  eraseRemovedBefore,
  nextEvents,
  peopleInShow,
  setSights,
  showsToErase,
  sightsBetween,
} from './erase-show.queries.ts';

const DAY_MS = 86_400_000;
const LOOK_EVERY_MS = 3_600_000;
const RETRY_MS = 5_000;
/** In one transaction: some milliseconds. */
const EVENTS_A_STEP = 500;
const SIGHTS_A_STEP = 500;
const LOG_A_STEP = 16_384;

export type ShowErasuresDeps = {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'logger'>;
  /** In one transaction; null where the store takes nothing just now. */
  commit<T>(work: () => T): T | null;
  /** Keys of people that rooms hold in memory may be gone. */
  forgetPeople(): void;
  /** The search index fills itself anew. */
  forgetWords(): void;
};

type Seen = { firstTs: number | null; lastTs: number | null; isElsewhere: boolean };

/**
 * Erases shows for good, beside the work and not while a live show is on air: people whom nothing else
 * knows, the events, what hangs at them, the search index. Each step leaves a whole store, and a stop
 * is taken up where it was. What has lain in the bin for BIN_DAYS goes the same way.
 */
export class ShowErasures {
  readonly #deps: ShowErasuresDeps;
  #running: Promise<void> | null = null;
  #isClosed = false;
  #wake: (() => void) | null = null;
  #stop: () => void = () => undefined;

  constructor(deps: ShowErasuresDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#stop = this.#deps.ports.clock.every(LOOK_EVERY_MS, () => this.begin());
    this.begin();
  }

  /** Something was put away for good, or may have lain in the bin for long enough. */
  begin(): void {
    this.#running ??= this.#workOff().finally(() => {
      this.#running = null;
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stop();
    this.#wake?.();
    await this.#running;
  }

  async #workOff(): Promise<void> {
    const { db, ports, commit } = this.#deps;
    const nowTs = ports.clock.wallNow();
    commit(() => eraseRemovedBefore(db, nowTs - BIN_DAYS * DAY_MS, nowTs));
    let erased = 0;
    for (;;) {
      const [showId] = showsToErase(db);
      if (showId === undefined || this.#isClosed) break;
      if (isLiveOnAir(db) || !(await this.#erase(showId))) await this.#pause(RETRY_MS);
      else erased += 1;
      if (this.#isClosed) return;
    }
    if (erased > 0) this.#deps.forgetWords();
  }

  /** False where the store took something not, or the core closes: it is taken up again. */
  async #erase(showId: number): Promise<boolean> {
    const { db, ports, commit } = this.#deps;
    db.raw.pragma('secure_delete = ON');
    const seen = await this.#sightsOf(showId);
    if (seen === null) return false;
    const people = [...seen];
    for (let from = 0; from < people.length; from += SIGHTS_A_STEP) {
      const step = people.slice(from, from + SIGHTS_A_STEP);
      const isDone = commit(() => {
        for (const [personId, { firstTs, lastTs }] of step) {
          setSights(db, { personId, firstTs, lastTs });
        }
        return true;
      });
      if (isDone === null || !(await this.#goesOn())) return false;
    }
    if (!(await this.#eraseEvents(showId, seen))) return false;
    const isDone = commit(() => {
      deleteShowRows(db.raw, showId);
      return true;
    });
    if (isDone !== null) ports.logger.log('info', 'show_erased', { showId });
    return isDone !== null;
  }

  async #eraseEvents(showId: number, seen: ReadonlyMap<number, Seen>): Promise<boolean> {
    const { db, commit, forgetPeople } = this.#deps;
    const left = new Map(peopleInShow(db, showId).map((row) => [row.personId, row.events]));
    for (;;) {
      const rows = nextEvents(db, showId, EVENTS_A_STEP);
      if (rows.length === 0) break;
      const isDone = commit(() => {
        deleteEvents(db, JSON.stringify(rows.map(({ seq }) => seq)));
        for (const { personId } of rows) {
          if (personId === null) continue;
          const count = (left.get(personId) ?? 1) - 1;
          left.set(personId, count);
          if (count === 0 && seen.get(personId)?.isElsewhere === false) {
            deletePerson(db, showId, personId);
          }
        }
        return true;
      });
      if (isDone === null || !(await this.#goesOn())) return false;
    }
    forgetPeople();
    return true;
  }

  /** When live shows that stay have seen the people of this one; null where the core closes. */
  async #sightsOf(showId: number): Promise<ReadonlyMap<number, Seen> | null> {
    const { db } = this.#deps;
    const seen = new Map<number, Seen>();
    for (const { personId } of peopleInShow(db, showId)) {
      seen.set(personId, { firstTs: null, lastTs: null, isElsewhere: false });
    }
    const untilSeq = seen.size === 0 ? 0 : highestSeq(db);
    for (let from = 1; from <= untilSeq; from += LOG_A_STEP) {
      for (const { personId, firstTs, lastTs } of sightsBetween(
        db,
        showId,
        from,
        from + LOG_A_STEP,
      )) {
        const person = seen.get(personId);
        if (person === undefined) continue;
        person.isElsewhere = true;
        person.firstTs = least(person.firstTs, firstTs);
        person.lastTs = greatest(person.lastTs, lastTs);
      }
      if (!(await this.#goesOn())) return null;
    }
    return seen;
  }

  async #goesOn(): Promise<boolean> {
    await nextTurn();
    return !this.#isClosed;
  }

  #pause(delayMs: number): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.#deps.ports.clock.after(delayMs, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
  }
}

function least(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function greatest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
