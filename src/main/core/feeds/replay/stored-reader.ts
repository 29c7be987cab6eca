import { parseRecord } from './stored-event.ts';
import {
  type BadRecord,
  PAGE_EVENTS,
  type RecordedEvent,
  type ReplayPage,
  type ReplayReader,
} from './types.ts';

/** An event as the store gives it: the event with at least these two fields. */
type StoredEventLike = { readonly seq: number; readonly eventTs: number };

/**
 * Reads a page of a stored show in the order (eventTs, seq), beginning after the given place; both
 * are -1 for the start. An empty page is the end.
 */
export type ReadStoredPage = (
  afterEventTs: number,
  afterSeq: number,
  limit: number,
) => Promise<readonly StoredEventLike[]>;

/** A stored show as a recording. `lastTs` is its last eventTs, null when progress is unknown. */
export function storedReader(readPage: ReadStoredPage, lastTs: number | null): ReplayReader {
  let afterTs = -1;
  let afterSeq = -1;
  let firstTs: number | null = null;
  return {
    async next(): Promise<ReplayPage | null> {
      const rows = await readPage(afterTs, afterSeq, PAGE_EVENTS);
      const last = rows.at(-1);
      if (last === undefined) return null;
      firstTs ??= rows[0]?.eventTs ?? last.eventTs;
      afterTs = last.eventTs;
      afterSeq = last.seq;
      const events: RecordedEvent[] = [];
      const bad: BadRecord[] = [];
      for (const row of rows) {
        const parsed = parseRecord(row);
        if (parsed.state === 'event') events.push(parsed.record);
        else if (parsed.state === 'bad') {
          bad.push({ raw: `seq ${row.seq}`, reason: parsed.reason, line: null });
        }
      }
      const span = lastTs === null ? 0 : lastTs - firstTs;
      return { events, bad, fraction: span > 0 ? (afterTs - firstTs) / span : null };
    },
    close: () => Promise.resolve(),
  };
}
