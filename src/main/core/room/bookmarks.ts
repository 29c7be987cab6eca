import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import type { ScreenId, ShowId } from '#shared/model/ids.ts';
import type { ReviewNote } from '#shared/model/review-note.ts';
import { foldBookmarks } from '#shared/rules/bookmarks/fold-bookmarks.ts';
import { roomOfShow } from '../review/review.queries.ts';
import type { RoomContext } from './room-context.ts';
import { bookmarkFactsOf } from './room.queries.ts';
import { showById } from './show.queries.ts';

type Done = Result<Record<string, never>>;
type Marked = { readonly showId: ShowId; readonly seq: number };

/** Inside a commit: a mark of the operator at this moment. */
export function addBookmark(
  room: RoomContext,
  note: string,
): Result<CommandOutput<'bookmark.add'>> {
  const show = room.show();
  if (show === null) return fail('show_not_running', {});
  const ts = room.showNow();
  const seq = room.writeFactOf(show.id, { kind: 'bookmark', note }, ts);
  return ok({ seq, showId: show.id, ts });
}

/** Inside a commit: at any moment of a show of the room. */
export function addBookmarkAt(
  room: RoomContext,
  { showId, ts, note }: CommandInput<'bookmark.addAt'>,
): Result<CommandOutput<'bookmark.addAt'>> {
  const show = showOf(room, showId);
  if (show === null) return fail('unknown_show', { showId });
  const untilTs = show.endedTs ?? room.showNow();
  const isWithin = show.startedTs !== null && ts >= show.startedTs && ts <= untilTs;
  if (!isWithin) return fail('outside_show', {});
  return ok({ seq: room.writeFactOf(showId, { kind: 'bookmark', note }, ts) });
}

/** Marked moments of a show as they stand. */
export function notesOf(room: RoomContext, showId: ShowId): Result<{ notes: ReviewNote[] }> {
  if (showOf(room, showId) === null) return fail('unknown_show', { showId });
  return ok({ notes: [...foldBookmarks(bookmarkFactsOf(room.db, room.roomId, showId))] });
}

/** A moment, whether it stands or was taken away. */
export function bookmarkOf(
  room: RoomContext,
  { showId, seq }: Marked,
): Result<{ readonly ts: number; readonly imageId: string | null }> {
  if (showOf(room, showId) === null) return fail('unknown_show', { showId });
  const facts = bookmarkFactsOf(room.db, room.roomId, showId);
  const marked = facts.find((fact) => fact.kind === 'bookmark' && fact.seq === seq);
  if (marked === undefined) return fail('unknown_mark', {});
  const held = foldBookmarks(facts).find((note) => note.seq === seq);
  return ok({ ts: marked.eventTs, imageId: held?.imageId ?? null });
}

type Noted = Marked & {
  readonly note: string;
  readonly imageId: string | null;
  readonly screenId: ScreenId | null;
};

/** Inside a commit. */
export function noteBookmark(room: RoomContext, noted: Noted): Done {
  const { showId, seq, note, imageId, screenId } = noted;
  const held = bookmarkOf(room, noted);
  if (!held.ok) return held;
  const fact = { kind: 'bookmark.noted', bookmarkSeq: seq, note, imageId, screenId } as const;
  room.writeFactOf(showId, fact, held.value.ts);
  return ok({});
}

/** Inside a commit. */
export function removeBookmark(room: RoomContext, of: Marked, screenId: ScreenId | null): Done {
  const held = bookmarkOf(room, of);
  if (!held.ok) return held;
  const fact = { kind: 'bookmark.removed', bookmarkSeq: of.seq, screenId } as const;
  room.writeFactOf(of.showId, fact, held.value.ts);
  return ok({});
}

function showOf(room: RoomContext, showId: ShowId) {
  if (roomOfShow(room.db, showId) !== room.roomId) return null;
  return showById(room.db, showId)?.show ?? null;
}
