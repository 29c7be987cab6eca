import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import {
  isStandIn,
  type Erasure,
  type FoundPerson,
  type PersonToErase,
} from '#shared/model/erasure.ts';
import type { Database } from '../database/database.ts';
import { isLiveOnAir } from '../room/show.queries.ts';
import {
  addToErasedFile,
  erasedEntries,
  hashPerson,
  readErasedFile,
  type ErasedEntry,
} from './erased-people.ts';
import { codeOf, eraseCopies } from './erase-copies.ts';
import { isDamage } from '../store/engine.ts';
import { ErasureWork, type ErasureWorkDeps } from './erasure-work.ts';
import { findPeople, highestSeq } from './erase-rows.queries.ts';
import { becomeStandIn, eraseSteps } from './erase-steps.ts';
import {
  finishErasure,
  forgetPerson,
  listErased,
  noteFiles,
  noteRows,
  openErasures,
  putErasure,
  recentErasures,
  setStage,
  type OpenErasure,
} from './erasure-rows.queries.ts';
import { listedInBodies, listedPeople, type ListedPerson } from './listed-people.ts';
import { nextTurn } from '../next-turn.ts';
import { isCopyBeingMade, storeCopies } from './store-copies.ts';

/** While a live show is on air, what would make the desk wait does not begin. */
const LOOK_AGAIN_MS = 2_000;
const RETRY_MS = 5_000;
const SHOWN = 5;
const FOUND_MAX = 20;

export type ErasureDeps = ErasureWorkDeps & {
  readonly db: Database;
  /** Does something while nothing is written into the store. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Keys of people that rooms hold in memory are not to be trusted any more. */
  forgetPeople(): void;
  /** Screens drop what they show of the person. */
  erased(person: PersonToErase): void;
  forgetWords(): void;
  /** `slice()` has changed. */
  changed(): void;
};

/**
 * Erases people from the whole data folder: from the store in short steps beside the running show,
 * then from every copy of it, and last overwrites freed bytes. A request is durable and goes on
 * after a restart where it was.
 */
export class ErasureService {
  readonly #deps: ErasureDeps;
  readonly #work: ErasureWork;
  #running: Promise<void> | null = null;
  #isClosed = false;
  #isWaiting = false;
  #fraction: number | null = null;
  #wake: (() => void) | null = null;
  #toFind: readonly ErasedEntry[] = [];

  constructor(deps: ErasureDeps) {
    this.#deps = deps;
    this.#work = new ErasureWork(deps);
  }

  /** Takes up what a stop cut off, and applies the list to a store that is older than it. */
  start(): void {
    const { db, dataFolder, ports } = this.#deps;
    const waiting = openErasures(db);
    const entries = [...erasedEntries(db), ...waiting.flatMap(entryOf)];
    if (entries.length > 0) addToErasedFile(dataFolder, entries);
    const known = new Set([...entries, ...waiting].map(({ salt }) => salt.toString('hex')));
    const missing = readErasedFile(dataFolder).filter(
      ({ salt }) => !known.has(salt.toString('hex')),
    );
    if (missing.length > 0)
      ports.logger.log('warn', 'store_older_than_erasures', { count: missing.length });
    const found = listedPeople(db, missing);
    db.transaction(() => found.forEach((listed) => this.#put(listed.person, listed.entry.salt)));
    this.#toFind = missing.filter((entry) => !found.some((listed) => listed.entry === entry));
    this.#goOn();
  }

  /** People of the store by id, login or name. */
  find(platform: string | null, text: string): readonly FoundPerson[] {
    return findPeople(this.#deps.db, { platform, text, limit: FOUND_MAX });
  }

  /**
   * Inside a commit: the request is kept and the person is nobody from here on. `begin` after the
   * commit does the rest. Refused: unknown_person for a stand-in of an earlier erasure.
   */
  request(platform: string, platformUserId: string): Result<{ readonly erasureId: number }> {
    if (isStandIn(platformUserId)) return fail('unknown_person', {});
    const salt = Buffer.from(this.#deps.ports.randomness.bytes(16));
    return ok({ erasureId: this.#put({ platform, platformUserId, names: [] }, salt) });
  }

  /** After the commit of a request: screens drop the person, the newest events are emptied at once. */
  begin(): void {
    const { db, dataFolder } = this.#deps;
    const waiting = openErasures(db);
    addToErasedFile(dataFolder, waiting.flatMap(entryOf));
    for (const { person, stage } of waiting) {
      if (person !== null && stage === 'rows') this.#deps.erased(person);
    }
    this.#goOn();
  }

  /** The newest few. */
  slice(): readonly Erasure[] {
    const [running] = openErasures(this.#deps.db);
    return recentErasures(this.#deps.db, SHOWN).map((erasure) => {
      if (erasure.id !== running?.id) return erasure;
      const stage = this.#isWaiting ? 'waiting' : erasure.stage;
      return { ...erasure, stage, progress: this.#isWaiting ? null : this.#fraction };
    });
  }

  /** True while one is at work on the store's rows or not yet begun. */
  isAtWork(): boolean {
    return this.#toFind.length > 0 || openErasures(this.#deps.db).length > 0;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#wake?.();
    await this.#work.close();
    await this.#running;
  }

  #put(person: PersonToErase, salt: Buffer): number {
    const { db, ports } = this.#deps;
    const names = becomeStandIn(db, person.platform, person.platformUserId, salt);
    this.#deps.forgetPeople();
    return putErasure(db, {
      salt,
      person: { ...person, names: [...new Set(names)] },
      untilSeq: highestSeq(db),
      requestedTs: ports.clock.wallNow(),
    });
  }

  #goOn(): void {
    this.#running ??= this.#workOff().finally(() => {
      this.#running = null;
    });
  }

  async #workOff(): Promise<void> {
    while (!this.#isClosed && this.isAtWork()) {
      try {
        await this.#findListed();
        const [erasure] = openErasures(this.#deps.db);
        if (erasure !== undefined) await this.#carryOut(erasure);
      } catch (error) {
        if (isDamage(error)) this.#deps.db.noteDamage(error);
        // The request is kept; a full disk or a busy file may be well again in a while.
        this.#deps.ports.logger.log('error', 'erasure_delayed', { reason: codeOf(error) });
        await this.#pause(RETRY_MS);
      }
    }
  }

  async #carryOut(erasure: OpenErasure): Promise<void> {
    if (erasure.person === null) return this.#compact(erasure);
    const order = { ...erasure, person: erasure.person };
    if (erasure.stage === 'rows') return this.#eraseRows(order);
    return this.#eraseCopies(order);
  }

  async #eraseRows(erasure: OpenErasure & { readonly person: PersonToErase }): Promise<void> {
    const { db } = this.#deps;
    db.raw.pragma('secure_delete = ON');
    const steps = eraseSteps(db, erasure, (progress) => noteRows(db, erasure.id, progress));
    let count = 0;
    for (const { fraction } of steps) {
      this.#tell(fraction);
      // The first is the newest stretch, which screens may ask for in this very moment.
      count += 1;
      if (count > 1) await nextTurn();
      if (this.#isClosed) return;
    }
    this.#deps.forgetWords();
    setStage(db, erasure.id, 'files');
    this.#tell(null);
  }

  async #eraseCopies(erasure: OpenErasure & { readonly person: PersonToErase }): Promise<void> {
    const { db, dataFolder, engine, ports } = this.#deps;
    const namesBefore = copyNames(dataFolder);
    const result = await eraseCopies({ dataFolder, engine, ports, work: this.#work }, erasure, {
      ready: () => this.#untilOffAir(),
      isClosed: () => this.#isClosed,
      onFraction: (fraction) => this.#tell(fraction),
      onCopy: (files) => noteFiles(db, erasure.id, files),
    });
    if (!result.isWhole) return;
    const { platform, platformUserId } = erasure.person;
    const idHash = hashPerson(erasure.salt, platform, platformUserId);
    // A copy that began meanwhile holds the request itself: it is treated before that is forgotten.
    if (isCopyBeingMade(dataFolder) || copyNames(dataFolder) !== namesBefore) {
      await this.#pause(LOOK_AGAIN_MS);
      return;
    }
    db.transaction(() => {
      listErased(db, { salt: erasure.salt, idHash, erasedTs: erasure.requestedTs });
      forgetPerson(db, erasure.id);
    });
    this.#tell(null);
  }

  /** Pages that were freed and the write-ahead log still hold bytes: the file is written anew. */
  async #compact(erasure: OpenErasure): Promise<void> {
    const { db, ports } = this.#deps;
    await this.#untilOffAir();
    if (this.#isClosed) return;
    const isDone = await this.#deps.alone(() => this.#work.compact());
    if (this.#isClosed) return;
    if (!isDone) {
      // Somebody still reads the old state: later.
      await this.#pause(LOOK_AGAIN_MS);
      return;
    }
    finishErasure(db, erasure.id, ports.clock.wallNow());
    this.#tell(null);
  }

  /** Who is on the list but wrote nothing in this older store: it may still name them. */
  async #findListed(): Promise<void> {
    const { db } = this.#deps;
    const entries = this.#toFind;
    if (entries.length === 0) return;
    const search = listedInBodies(db, entries);
    let found: readonly ListedPerson[] = [];
    for (let next = search.next(); ; next = search.next()) {
      if (next.done === true) {
        found = next.value;
        break;
      }
      await nextTurn();
      if (this.#isClosed) return;
    }
    db.transaction(() => {
      for (const { person, entry } of found) this.#put(person, entry.salt);
      for (const entry of entries) {
        if (!found.some((listed) => listed.entry === entry)) listErased(db, entry);
      }
    });
    this.#toFind = [];
  }

  async #untilOffAir(): Promise<void> {
    while (!this.#isClosed && isLiveOnAir(this.#deps.db)) {
      this.#isWaiting = true;
      this.#tell(null);
      await this.#pause(LOOK_AGAIN_MS);
    }
    this.#isWaiting = false;
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

  #tell(fraction: number | null): void {
    this.#fraction = fraction;
    this.#deps.changed();
  }
}

function entryOf({ salt, person, requestedTs }: OpenErasure): readonly ErasedEntry[] {
  if (person === null) return [];
  const idHash = hashPerson(salt, person.platform, person.platformUserId);
  return [{ salt, idHash, erasedTs: requestedTs }];
}

function copyNames(dataFolder: string): string {
  return storeCopies(dataFolder)
    .map(({ name }) => name)
    .join('\n');
}
