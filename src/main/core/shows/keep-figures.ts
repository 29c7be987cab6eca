import { ShowId } from '#shared/model/ids.ts';
import type { SourceCan } from '#shared/model/source.ts';
import type { WritableDatabase } from '../database/database.ts';
import { nextTurn } from '../next-turn.ts';
import { showById } from '../room/show.queries.ts';
import { countShow, keepCounted } from './count-show.ts';
import { storedFigures, uncountedShows } from './show-figures.queries.ts';

type CanOf = (connector: string) => SourceCan | null;

export type FiguresRoom = {
  readonly db: WritableDatabase;
  readonly roomId: string;
  commit<T>(work: () => T): T | null;
};

/** After a show's last event, where it has none yet: its row, from which every list and comparison reads. */
export function keepFigures(room: FiguresRoom, showId: number, canOf: CanOf): void {
  const stored = showById(room.db, ShowId.parse(showId));
  if (stored?.show.state !== 'ended' || storedFigures(room.db, showId) !== undefined) return;
  const { show } = stored;
  room.commit(() =>
    keepCounted(room.db, show.id, countShow(room.db, show, show.endedTs ?? 0, canOf)),
  );
}

/**
 * Counts the shows of a room that have no row: those of before there were rows, and those that
 * something was written into afterwards. One in a turn; `currentId` is left out, it may still change.
 */
export async function keepMissing(
  room: FiguresRoom,
  currentId: number | null,
  canOf: CanOf,
): Promise<void> {
  for (const showId of uncountedShows(room.db, room.roomId)) {
    if (showId === currentId) continue;
    keepFigures(room, showId, canOf);
    await nextTurn();
  }
}
