import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import type { ReviewSecond } from '#shared/model/review-seconds.ts';
import { VIEWERS_STALE_MS } from '#shared/rules/concurrent-viewers.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { roomOfShow } from './review.queries.ts';
import { countedSeconds, paidSeconds, viewerFiguresIn } from './seconds.queries.ts';

/**
 * Each second of a span of a show of this room in which something came, in order. Viewers are
 * summed over the sources' last figures, each for as long as it says something, so that sources which
 * tell theirs in different seconds do not look like a fall. Refused: unknown_show.
 */
export function reviewSeconds(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: ShowId,
  span: { readonly fromTs: number; readonly toTs: number },
): Result<{ seconds: ReviewSecond[] }> {
  if (roomOfShow(db, showId) !== roomId) return fail('unknown_show', { showId });
  const seconds = new Map<number, ReviewSecond>();
  const at = (second: number): ReviewSecond =>
    seconds.get(second) ?? { ...nothing, ts: second * 1_000 };
  for (const { second, ...counts } of countedSeconds(db, showId, span)) {
    seconds.set(second, { ...at(second), ...counts });
  }
  for (const { second, ordersPaid } of paidSeconds(db, showId, span)) {
    seconds.set(second, { ...at(second), ordersPaid });
  }
  const before = { fromTs: Math.max(0, span.fromTs - VIEWERS_STALE_MS), toTs: span.toTs };
  const held = new Map<number, Held>();
  for (const { source, ts, viewers } of viewerFiguresIn(db, showId, before)) {
    held.set(source, { ts, viewers });
    if (ts < span.fromTs) continue;
    const second = Math.floor(ts / 1_000);
    seconds.set(second, { ...at(second), viewers: sumOf(held, ts) });
  }
  return ok({ seconds: [...seconds.values()].sort((a, b) => a.ts - b.ts) });
}

type Held = { readonly ts: number; readonly viewers: number };

function sumOf(held: ReadonlyMap<number, Held>, now: number): number {
  let sum = 0;
  for (const { ts, viewers } of held.values()) if (now - ts <= VIEWERS_STALE_MS) sum += viewers;
  return sum;
}

const nothing = { viewers: null, chats: 0, joins: 0, follows: 0, ordersPaid: 0 };
