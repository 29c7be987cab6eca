import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import { REVIEW_FACTS_VERSION } from '#shared/model/review-facts.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { nextTurn } from '../next-turn.ts';
import { wholeReview } from '../lift/whole-review.ts';
import type { CanOf } from '../review/review.service.ts';
import { fileStamp } from '../store/data-files.ts';
import { moveDurably, syncFile } from '../store/durable-files.ts';
import { eventRange, eventsBetween, factsRoom } from './facts.queries.ts';

/** Places of the log for each turn of the event loop: some milliseconds, and all that memory holds. */
const PLACES_A_TURN = 500;

export type FactsOrder = {
  readonly roomId: RoomId;
  readonly showId: ShowId;
  /** Another show that it is held against; null for none. */
  readonly withId: ShowId | null;
  /** Show time; it closes what has no end yet. */
  readonly nowTs: number;
  readonly canOf: CanOf;
  readonly madeTs: number;
  readonly madeBy: string;
  /** The file; its folder is made when absent. */
  readonly path: string;
  /** The core is about to end: nothing of the file stays. */
  readonly isCancelled: () => boolean;
};

/**
 * All facts of a show as one JSON file (`ReviewFacts`), written as it is read: a few hundred events at
 * a time, beside the room's work. It has its own name only when it is whole. Of a show that still runs
 * it has what was committed when it began. Refused: unknown_show, file_exists, folder_unwritable,
 * store_full, data_busy when the core ends meanwhile.
 */
export async function saveFactsAs(
  db: ReadableDatabase,
  order: FactsOrder,
): Promise<Result<{ path: string; events: number }>> {
  const { roomId, showId, nowTs, canOf, madeTs, madeBy, path } = order;
  const folder = dirname(path);
  const review = await wholeReview(db, roomId, showId, order.withId, nowTs, canOf);
  const room = factsRoom(db, roomId);
  if (!review.ok) return review;
  if (room === undefined) return fail('unknown_room', { roomId });
  if (existsSync(path)) return fail('file_exists', { path });
  const unfinished = `${path}.unfinished`;
  const head = { format: 'cuedesk-review', version: REVIEW_FACTS_VERSION, madeTs, madeBy, room };
  let file: number | null = null;
  let isBegun = false;
  try {
    mkdirSync(folder, { recursive: true });
    file = openSync(unfinished, 'w', 0o600);
    isBegun = true;
    const opening = JSON.stringify({ ...head, review: review.value });
    writeSync(file, `${opening.slice(0, -1)},"events":[`);
    const events = await writeEvents(db, order, file);
    if (events === null) return fail('data_busy', {});
    writeSync(file, `\n],"eventCount":${events}}\n`);
    closeSync(file);
    file = null;
    syncFile(unfinished);
    moveDurably(unfinished, path);
    return ok({ path, events });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return error.code === 'ENOSPC' ? fail('store_full', {}) : fail('folder_unwritable', { folder });
  } finally {
    if (file !== null) closeSync(file);
    if (isBegun) rmSync(unfinished, { force: true });
  }
}

/** The same into a folder, under a name of its own. */
export function saveFacts(
  db: ReadableDatabase,
  { folder, ...order }: Omit<FactsOrder, 'path'> & { readonly folder: string },
): ReturnType<typeof saveFactsAs> {
  const name = `cuedesk-show-${order.showId}-${fileStamp(order.madeTs)}.json`;
  return saveFactsAs(db, { ...order, path: join(folder, name) });
}

/** How many there were; null when it was cancelled. */
async function writeEvents(
  db: ReadableDatabase,
  { roomId, showId, isCancelled }: FactsOrder,
  file: number,
): Promise<number | null> {
  const range = eventRange(db, showId);
  if (range === null) return 0;
  let written = 0;
  for (let from = range.first; from <= range.last; from += PLACES_A_TURN) {
    const to = Math.min(range.last, from + PLACES_A_TURN - 1);
    const events = eventsBetween(db, roomId, showId, from, to);
    const lines = events.map((event) => `\n${JSON.stringify(event)}`).join(',');
    if (lines !== '') writeSync(file, `${written === 0 ? '' : ','}${lines}`);
    written += events.length;
    await nextTurn();
    if (isCancelled()) return null;
  }
  return written;
}
