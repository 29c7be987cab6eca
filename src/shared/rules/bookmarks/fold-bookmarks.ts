import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ReviewNote } from '#shared/model/review-note.ts';

/** Marked moments that stand, by what is known of them now, oldest first. */
export function foldBookmarks(facts: readonly RoomEvent[]): readonly ReviewNote[] {
  const marked = new Map<number, ReviewNote>();
  const gone = new Set<number>();
  for (const event of facts) {
    if (event.kind === 'bookmark') {
      const { seq, eventTs: ts, receivedTs: writtenTs, note } = event;
      marked.set(seq, { seq, ts, writtenTs, note, imageId: null });
    } else if (event.kind === 'bookmark.noted') {
      const { bookmarkSeq, note, imageId, receivedTs: writtenTs } = event;
      const held = marked.get(bookmarkSeq);
      gone.delete(bookmarkSeq);
      if (held !== undefined) marked.set(bookmarkSeq, { ...held, note, imageId, writtenTs });
    } else if (event.kind === 'bookmark.removed') {
      gone.add(event.bookmarkSeq);
    }
  }
  return [...marked.values()]
    .filter(({ seq }) => !gone.has(seq))
    .sort((a, b) => a.ts - b.ts || a.seq - b.seq);
}
