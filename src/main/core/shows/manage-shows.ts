import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { ShowId } from '#shared/model/ids.ts';
import { SHOW_WORDS_MAX } from '#shared/model/show-list.ts';
import type { Room } from '../room/room.ts';
import {
  dropWord,
  managedShow,
  putWord,
  renameOnly,
  setErasing,
  setRemoved,
  wordsOfShow,
  type ManagedShow,
  type WordRow,
} from './shows.queries.ts';

type Done = Result<Record<string, never>>;

/** Inside a commit: another name for a show, whatever its state. */
export function renameShowOf(room: Room, showId: ShowId, title: string): Done {
  const show = managedShow(room.db, room.roomId, showId);
  if (show === undefined) return fail('unknown_show', { showId });
  renameOnly(room.db, showId, title);
  if (room.show()?.id === showId) {
    room.shows.reload();
    room.changed('show');
  }
  return ok({});
}

/** Inside a commit. Refused before anything is changed: unknown_show, too_many. */
export function setWordsOf(
  room: Room,
  input: {
    readonly showIds: readonly ShowId[];
    readonly kind: WordRow['kind'];
    readonly add: readonly string[];
    readonly remove: readonly string[];
  },
): Done {
  const { db, roomId } = room;
  const { showIds, kind, add, remove } = input;
  for (const showId of showIds) {
    if (managedShow(db, roomId, showId) === undefined) return fail('unknown_show', { showId });
    const words = new Set(wordsOfShow(db, showId, kind));
    for (const word of remove) words.delete(word);
    for (const word of add) words.add(word);
    if (words.size > SHOW_WORDS_MAX) {
      return fail('too_many', { what: kind, max: SHOW_WORDS_MAX, given: words.size });
    }
  }
  for (const showId of showIds) {
    for (const word of remove) dropWord(db, showId, kind, word);
    for (const word of add) putWord(db, showId, kind, word);
  }
  return ok({});
}

/** Inside a commit. An ended show on the desk is left with it; one that runs is not removed. */
export function removeShowsOf(room: Room, showIds: readonly ShowId[]): Done {
  const found = foundAll(room, showIds, false);
  if (!found.ok) return found;
  const running = found.value.find(({ state }) => state === 'on_air' || state === 'paused');
  const planned = found.value.find(
    ({ id }) => id === room.show()?.id && room.show()?.state === 'planned',
  );
  const inUse = running ?? planned;
  if (inUse !== undefined) return fail('show_in_use', { title: inUse.title });
  const nowTs = room.ports.clock.wallNow();
  for (const { id } of found.value) setRemoved(room.db, id, nowTs);
  if (found.value.some(({ id }) => id === room.show()?.id)) room.shows.leave();
  return ok({});
}

/** Inside a commit. */
export function restoreShowsOf(room: Room, showIds: readonly ShowId[]): Done {
  const found = foundAll(room, showIds, true);
  if (!found.ok) return found;
  for (const { id } of found.value) setRemoved(room.db, id, null);
  return ok({});
}

/** Inside a commit: from here on there is no way back; `ShowErasures` does the rest. */
export function eraseShowsOf(room: Room, showIds: readonly ShowId[]): Done {
  const found = foundAll(room, showIds, true);
  if (!found.ok) return found;
  for (const { id } of found.value) setErasing(room.db, id, room.ports.clock.wallNow());
  return ok({});
}

function foundAll(
  room: Room,
  showIds: readonly ShowId[],
  isInBin: boolean,
): Result<readonly ManagedShow[]> {
  const found: ManagedShow[] = [];
  for (const showId of showIds) {
    const show = managedShow(room.db, room.roomId, showId);
    if (show === undefined || (show.removedTs !== null) !== isInBin) {
      return fail('unknown_show', { showId });
    }
    found.push(show);
  }
  return ok(found);
}
