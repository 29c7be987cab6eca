import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { Mark } from '#shared/model/metrics.ts';
import { standingGifts } from '#shared/rules/benefits/standing-gifts.ts';
import { foldBookmarks } from '#shared/rules/bookmarks/fold-bookmarks.ts';
import { foldSlips } from '#shared/rules/slips/fold-slips.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { markedEvents } from './room.queries.ts';

/** The event's mark on the pulse chart and the timeline; null for events that have none. */
export function markOf(event: RoomEvent): Mark | null {
  const at = { seq: event.seq, ts: event.eventTs };
  switch (event.kind) {
    case 'shelf.pushed':
      return { ...at, kind: 'push', label: String(event.linkNumber) };
    case 'cue.sent':
      return { ...at, kind: 'cue', label: event.text };
    case 'block.started':
      return { ...at, kind: 'block', label: event.title };
    case 'gap':
      return { ...at, ts: event.fromTs, kind: 'gap', label: event.sourceLabel ?? event.cause };
    case 'bookmark':
      return { ...at, kind: 'bookmark', label: event.note };
    case 'bookmark.noted':
      return { ...at, seq: event.bookmarkSeq, kind: 'bookmark', label: event.note };
    case 'bookmark.removed':
      return { ...at, seq: event.bookmarkSeq, kind: 'bookmark', label: '', isGone: true };
    case 'benefit.given':
      return { ...at, kind: 'benefit', label: event.name };
    case 'benefit.withdrawn':
      return { ...at, seq: event.givenSeq, kind: 'benefit', label: '', isGone: true };
    case 'raid':
      return { ...at, kind: 'raid', label: String(event.viewers) };
    case 'warning':
    case 'warning.noted':
      return { ...at, kind: 'warning', label: event.text };
    case 'slip.logged':
      return { ...at, kind: 'slip', label: event.word };
    case 'alert.raised':
      return { ...at, kind: 'alert', label: event.name ?? event.ruleId };
    case 'show.state':
      return { ...at, kind: 'show', label: event.state };
    case 'connector':
      // Only where a link is lost: that it is back shows in the lines themselves.
      return event.state === 'degraded' ? { ...at, kind: 'source', label: event.platform } : null;
    default:
      return null;
  }
}

/** Marks of a show's facts: of slips, bookmarks and gifts those that stand, by what is known of them now. */
export function marksOf(facts: readonly RoomEvent[]): Mark[] {
  const slips = new Map(foldSlips(facts).map((slip) => [slip.seq, slip]));
  const notes = new Map(foldBookmarks(facts).map((note) => [note.seq, note]));
  const gifts = new Set(standingGifts(facts).map(({ seq }) => seq));
  return facts.flatMap((event) => {
    const mark = markOf(event);
    if (mark?.kind === 'bookmark') {
      const note = event.kind === 'bookmark' ? notes.get(event.seq) : undefined;
      return note === undefined ? [] : { ...mark, label: note.note };
    }
    if (mark?.kind === 'benefit') return gifts.has(event.seq) ? mark : [];
    if (mark?.kind !== 'slip') return mark ?? [];
    const slip = slips.get(mark.seq);
    return slip === undefined ? [] : { ...mark, label: slip.word };
  });
}

/** All marks of a show, in the order they were stored. */
export function storedMarks(db: ReadableDatabase, roomId: RoomId, showId: number): Mark[] {
  return marksOf(markedEvents(db, roomId, showId));
}
