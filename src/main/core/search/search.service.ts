import { z } from 'zod';

import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import { Money, VirtualValue } from '#shared/model/money.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { SearchedShow, SearchHit, SearchIndexState } from '#shared/model/search.ts';
import { searchForm, searchRanges } from '#shared/rules/search-text.ts';
import type { Database } from '../database/database.ts';
import { nextTurn } from '../next-turn.ts';
import type { Ports } from '../ports.ts';
import { lastSeq } from '../room/room.queries.ts';
import type { Engine } from '../store/engine.ts';
import { typedGrams } from './grams.rules.ts';
import { firstSeqOf, showsOfRoom, timeOf } from './search-events.queries.ts';
import { SearchFile } from './search-file.ts';
import { kindOfCode, type SearchFilter } from './search-filter.rules.ts';
import { SearchIndexer } from './search-indexer.ts';
import { beingErased, findPersonIds } from './search-people.ts';
import { kindToken, matchAll, personToken } from './search-tokens.rules.ts';
import { walk, type Walk, type Walked, type WalkedRow } from './search-walk.ts';

export type SearchDeps = {
  readonly store: Database;
  readonly dataFolder: string;
  readonly engine: Engine;
  readonly ports: Pick<Ports, 'clock' | 'logger'>;
};

type Input = CommandInput<'search.messages'>;
type Output = CommandOutput<'search.messages'>;

const NOTHING: Walked = { rows: [], next: null, isCutShort: false };
/** What a request comes to whose place a newer one took, or the end of the core. */
const SUPERSEDED: Output = {
  hits: [],
  shows: [],
  next: null,
  isCutShort: false,
  lookedBackToTs: null,
  isSuperseded: true,
  hasMorePeople: false,
  index: { isWhole: false, backToTs: null, fraction: 0 },
};

/** Looks through the messages of all shows, beside the work, and keeps the index that makes it quick. */
export class SearchService {
  readonly #deps: SearchDeps;
  readonly #file: SearchFile;
  readonly #indexer: SearchIndexer;
  /** The newest request of each place where somebody types. */
  readonly #running = new Map<string, symbol>();
  #isClosed = false;

  constructor(deps: SearchDeps) {
    this.#deps = deps;
    this.#file = new SearchFile(deps);
    this.#indexer = new SearchIndexer({ ...deps, file: this.#file });
  }

  /** Without an index everything is read line by line: never a reason not to start. */
  start(): void {
    this.#orWithout(() => this.#file.open());
    this.#indexer.start();
  }

  /** Takes in what waits without resting, so many slices at most; for measurements and tests. */
  catchUp(slicesMax: number): void {
    for (let slice = 0; slice < slicesMax && this.#indexer.slice(); slice += 1);
  }

  /**
   * Somebody was erased: no byte of the index may know their words. It fills itself anew. Throws the
   * file system's errors where the old one cannot be removed.
   */
  forgetWords(): void {
    this.#file.remove();
    this.#orWithout(() => this.#file.open());
  }

  async find(roomId: RoomId, input: Input): Promise<Output> {
    const { searchId } = input;
    const turn = Symbol(searchId);
    this.#running.set(searchId, turn);
    const isStale = (): boolean => this.#isClosed || this.#running.get(searchId) !== turn;
    try {
      return await this.#find(roomId, input, isStale);
    } finally {
      if (this.#running.get(searchId) === turn) this.#running.delete(searchId);
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#indexer.close();
    this.#file.close();
  }

  async #find(roomId: RoomId, input: Input, isStale: () => boolean): Promise<Output> {
    const { store } = this.#deps;
    const shows = showsOfRoom(store, roomId);
    const people = await findPersonIds(store, input.person, isStale);
    // From here on the store may be closed.
    if (isStale()) return SUPERSEDED;
    const filter = filterOf(input, shows, people.ids, beingErased(store));
    const hasWay = asksAnything(input) && filter.personIds?.size !== 0;
    const found = hasWay ? await this.#walk(this.#orderOf(input, filter), isStale) : NOTHING;
    if (found === null) return SUPERSEDED;
    const { rows, next, isCutShort } = found;
    const lookedBack = next ?? firstSeqOf(store);
    const shown = new Set(rows.map(({ showId }) => showId));
    return {
      hits: rows.map((row) => hitOf(row, filter.form)),
      shows: shows.filter(({ id }) => shown.has(id)),
      next,
      isCutShort,
      lookedBackToTs: lookedBack === null ? null : timeOf(store, lookedBack),
      isSuperseded: false,
      hasMorePeople: people.hasMore,
      index: this.#indexState(),
    };
  }

  #orderOf(input: Input, filter: SearchFilter): Walk {
    const { beforeSeq, limit, showId } = input;
    const before = beforeSeq ?? Number.MAX_SAFE_INTEGER;
    const match = matchOf(filter);
    return { store: this.#deps.store, file: this.#file, filter, match, showId, before, limit };
  }

  /** Null where a newer request took its place. */
  async #walk(order: Walk, isStale: () => boolean): Promise<Walked | null> {
    const steps = walk(order);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      await nextTurn();
      if (isStale()) return null;
    }
  }

  #indexState(): SearchIndexState {
    const { store } = this.#deps;
    const { low, high } = this.#file.state;
    const [first, last] = [firstSeqOf(store), lastSeq(store)];
    if (first === null) return { isWhole: true, backToTs: null, fraction: 1 };
    const isEmpty = this.#file.db === null || low > high;
    const held = isEmpty ? 0 : high - Math.max(low, first) + 1;
    return {
      isWhole: !isEmpty && low <= first,
      backToTs: isEmpty ? null : timeOf(store, low),
      fraction: Math.min(1, held / (last - first + 1)),
    };
  }

  #orWithout(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      this.#deps.ports.logger.log('warn', 'search_index_away', { code: String(error.code) });
    }
  }
}

function asksAnything({ text, person, platform, kind, showId, fromTs, toTs }: Input): boolean {
  const others = [person, platform, kind, showId, fromTs, toTs];
  return searchForm(text) !== '' || others.some((other) => other !== null);
}

function filterOf(
  input: Input,
  shows: readonly SearchedShow[],
  personIds: ReadonlySet<number> | null,
  erasedIds: ReadonlySet<number>,
): SearchFilter {
  const { text, platform, kind, showId, fromTs, toTs } = input;
  const ids = shows.map(({ id }) => id).filter((id) => showId === null || id === showId);
  const form = searchForm(text);
  return { form, showIds: new Set(ids), platform, kind, personIds, erasedIds, fromTs, toTs };
}

/** Null where nothing of it is in the index. */
function matchOf({ form, kind, personIds }: SearchFilter): string | null {
  const all = [...typedGrams(form)];
  if (kind !== null && kind !== 'chat' && kind !== 'removed') {
    all.push(kindToken(EVENT_KIND_CODES[kind]));
  }
  const anyOf = personIds === null ? [] : [...personIds].map(personToken);
  return all.length + anyOf.length === 0 ? null : matchAll(all, anyOf);
}

/** What of a stored message is shown; other fields are passed over. */
const Shown = z.object({
  actor: z
    .object({ platformUserId: z.string().nullable(), displayName: z.string() })
    .nullable()
    .catch(null),
  money: Money.nullable().catch(null).default(null),
  value: VirtualValue.nullable().catch(null).default(null),
});

function hitOf(row: WalkedRow, form: string): SearchHit {
  const { seq, ts, kind, platform, text, isRemoved } = row;
  const { actor, money, value } = Shown.parse(JSON.parse(row.body));
  return {
    seq,
    showId: row.showId,
    ts,
    kind: kindOfCode(kind),
    platform,
    person: actor,
    text,
    ranges: searchRanges(text, form).map(([from, to]) => [from, to]),
    isRemoved,
    money,
    value,
  };
}
