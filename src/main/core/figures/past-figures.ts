import type { RoomId } from '#shared/model/ids.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';
import type { Show } from '#shared/model/show.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { onAirMs } from '#shared/rules/show-state.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { canOf } from '../feeds/registry.ts';
import { restoreFigures, restoreTotals } from '../room/restore-metrics.ts';
import { pushesOf } from '../shelf/shelf.queries.ts';
import { pushDelay } from '../shelf/shelf.rules.ts';
import { sourcesOfPastShow } from './figures.queries.ts';

const CANNOT: SourceCan = {
  viewers: false,
  joins: false,
  follows: false,
  orders: false,
  gifts: false,
  chat: false,
};

/**
 * Every figure of a stored show as it stood at its end; of one without an end at `nowTs`, show time.
 * `of`: of the whole show alone, which reads no events, or those of its last minutes too.
 */
export function pastFigures(
  db: ReadableDatabase,
  roomId: RoomId,
  show: Show,
  nowTs: number,
  of: 'whole' | 'all',
): LiveMetrics {
  const untilTs = show.endedTs ?? nowTs;
  const reducer =
    of === 'whole'
      ? restoreTotals(db, roomId, show.id)
      : restoreFigures(db, roomId, show.id, untilTs);
  return reducer.read({
    nowTs: untilTs,
    seq: 0,
    sources: sourcesOfPastShow(db, show.id).map(({ id, platform, connector }) => ({
      id,
      platform,
      link: 'ready',
      linkSinceTs: untilTs,
      stream: 'unknown',
      streamSinceTs: null,
      can: canOf(connector) ?? CANNOT,
    })),
    onAirMs: onAirMs(show, untilTs),
    isOver: true,
    pushDelay: pushDelay(pushesOf(db, show.id, 0)),
    onShelf: null,
  });
}
