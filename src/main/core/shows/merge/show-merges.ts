import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { ShowId } from '#shared/model/ids.ts';
import type { Database } from '../../database/database.ts';
import { canOf } from '../../feeds/registry.ts';
import type { Ports } from '../../ports.ts';
import type { Room } from '../../room/room.ts';
import { switchShow } from '../../room/show-changes.ts';
import { isLiveOnAir } from '../../room/show.queries.ts';
import { JobRunner } from '../../store/job-runner.ts';
import type { StoreJob, StoreJobResult } from '../../store/store-jobs.ts';
import { keepMissing } from '../keep-figures.ts';
import { isMerged, mergeableShow } from './merge-check.queries.ts';
import { mergePair } from './merge-check.rules.ts';
import { mergeShows, splitShow } from './merge-shows.queries.ts';

export type ShowMergesDeps = {
  readonly db: Database;
  readonly ports: Ports;
  readonly dataFolder: string;
  readonly sqliteBinding: string | null;
  /** Null works in this thread. */
  readonly storeWorker: string | null;
  /** Does something while nothing else is written into the store. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** What rooms hold in memory of a show's people may be another's. */
  forgetPeople(): void;
  /** The search index, which knows between which rows a show lies, fills itself anew. */
  forgetWords(): void;
};

type Order =
  | {
      readonly type: 'merge_shows';
      readonly firstId: number;
      readonly secondId: number;
      readonly nowTs: number;
    }
  | { readonly type: 'split_show'; readonly showId: number };

/**
 * Makes one show of two that a crash cut apart, and takes one apart again: each in one transaction, in
 * a thread of its own, while nothing else is written and no live show is on air.
 */
export class ShowMerges {
  readonly #deps: ShowMergesDeps;
  readonly #runner: JobRunner | null;
  #fraction: number | null = null;

  constructor(deps: ShowMergesDeps) {
    this.#deps = deps;
    const { storeWorker, ports } = deps;
    this.#runner = storeWorker === null ? null : new JobRunner(storeWorker, ports.logger);
  }

  /** How far the one that runs is, 0 to 1; null where none does. */
  fraction(): number | null {
    return this.#fraction;
  }

  /** Refused, and nothing changed: unknown_show, shows_not_mergeable, data_busy, store_unwritable. */
  async merge(room: Room, showIds: readonly [ShowId, ShowId]): Promise<Result<{ showId: ShowId }>> {
    const { db, ports } = this.#deps;
    const [a, b] = showIds.map((id) => mergeableShow(db, room.roomId, id));
    if (a === undefined) return fail('unknown_show', { showId: showIds[0] });
    if (b === undefined) return fail('unknown_show', { showId: showIds[1] });
    const pair = mergePair(a, b);
    if (!pair.ok) return pair;
    const { first, second } = pair.value;
    const nowTs = ports.clock.wallNow();
    const order = { type: 'merge_shows', firstId: first.id, secondId: second.id, nowTs } as const;
    const done = await this.#carryOut(room, [first.id, second.id], order);
    return done.ok ? ok({ showId: ShowId.parse(first.id) }) : done;
  }

  /** Refused: unknown_show, nothing_to_undo, shows_not_mergeable (a show is on air), data_busy. */
  async split(room: Room, showId: ShowId): Promise<Result<Record<string, never>>> {
    const { db } = this.#deps;
    if (mergeableShow(db, room.roomId, showId) === undefined) {
      return fail('unknown_show', { showId });
    }
    if (!isMerged(db, showId)) return fail('nothing_to_undo', {});
    return this.#carryOut(room, [showId], { type: 'split_show', showId });
  }

  async close(): Promise<void> {
    await this.#runner?.close();
  }

  async #carryOut(
    room: Room,
    showIds: readonly number[],
    order: Order,
  ): Promise<Result<Record<string, never>>> {
    const { db, alone, forgetPeople, forgetWords } = this.#deps;
    if (this.#fraction !== null) return fail('data_busy', {});
    if (isLiveOnAir(db)) return fail('shows_not_mergeable', { reason: 'merge_on_air' });
    this.#fraction = 0;
    try {
      // An ended show on the desk is left: what the desk holds of it would be half of it.
      if (showIds.some((id) => id === room.show()?.id)) {
        if (room.commit(() => room.shows.leave()) === null && room.show() !== null) {
          return fail('store_unwritable', { folder: '', reason: 'SQLITE_BUSY' });
        }
        await switchShow(room);
      }
      const failed = await alone(() => this.#run(order));
      if (failed !== null) return fail('store_unwritable', { folder: '', reason: failed });
      forgetPeople();
      forgetWords();
      await keepMissing(room, room.show()?.id ?? null, canOf);
      return ok({});
    } finally {
      this.#fraction = null;
    }
  }

  /** The code of what hindered it; null for nothing. */
  async #run(order: Order): Promise<string | null> {
    const { db, dataFolder, sqliteBinding } = this.#deps;
    const tell = (fraction: number): void => {
      this.#fraction = fraction;
    };
    if (this.#runner === null) {
      if (order.type === 'merge_shows') mergeShows(db.raw, order, tell);
      else splitShow(db.raw, order.showId, tell);
      return null;
    }
    const job: StoreJob = { ...order, dataFolder, sqliteBinding };
    const result: StoreJobResult | null = await this.#runner.run(job, tell);
    if (result?.type === 'shows_joined') return null;
    return result?.type === 'failed' ? result.code : 'CLOSED';
  }
}
