import type { LiftMinute, LiftShow } from '#shared/rules/lift/lift-show.ts';
import { gives, type RoomMinute, type SourceMinute } from '#shared/rules/alerts/room-minute.ts';
import type { WatchedFigure } from '#shared/model/alert-rule.ts';
import { minutesOfShow } from '../alerts/past-shows.ts';
import type { CanOf } from '../alerts/stored-minutes.rules.ts';
import type { EndedShow } from '../alerts/alerts.queries.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { toldClicksOf } from '../review/airings.queries.ts';
import { begunBlocks, raidsOf } from './lift.queries.ts';

const MINUTE_MS = 60_000;

/** A show's minutes as its roll-ups hold them; one that was not received whole, on air, is a gap. */
export function storedMinutesOf(
  db: ReadableDatabase,
  show: EndedShow,
  canOf: CanOf,
): Omit<LiftShow, 'acts'> {
  const minutes = minutesOfShow(db, show, canOf);
  const sources = minutes.at(-1)?.sources ?? new Map<number, SourceMinute>();
  const counting = [...sources.values()].filter(({ can }) => can.viewers);
  const clicks = clicksByMinute(db, show.id);
  return {
    showId: show.id,
    startTs: show.startedTs,
    endTs: show.endedTs,
    minutes: minutes.map((minute) => liftMinute(minute, clicks?.get(minute.minute) ?? null)),
    gaps: minutes
      .filter((minute) => [...minute.sources.values()].some(({ isWhole }) => !isWhole))
      .map(({ minute }) => ({ fromTs: minute * MINUTE_MS, toTs: (minute + 1) * MINUTE_MS - 1 })),
    phaseTs: begunBlocks(db, show.id).map(({ startedTs }) => startedTs),
    raidTs: raidsOf(db, show.id),
    areJoinsWhole: counting.length > 0 && counting.every(({ can }) => can.joins),
  };
}

function liftMinute({ minute, sources }: RoomMinute, clicks: number | null): LiftMinute {
  /** Null where no source tells it, or one that does has not said anything of late. */
  const sum = (
    figure: WatchedFigure,
    of: (source: SourceMinute) => number | null,
  ): number | null => {
    const told = [...sources.values()].filter(({ can }) => gives(can, figure)).map(of);
    if (told.length === 0) return null;
    let total = 0;
    for (const each of told) {
      if (each === null) return null;
      total += each;
    }
    return total;
  };
  return {
    minute,
    viewers: sum('viewers', ({ viewers }) => viewers),
    chats: sum('chats', ({ counts }) => counts.chats),
    joins: sum('entries', ({ counts }) => counts.entries),
    follows: sum('follows', ({ counts }) => counts.follows),
    clicks,
    orders: sum('ordersPaid', ({ counts }) => counts.ordersPaid),
  };
}

/** Clicks that came in each minute; a minute is not there where one beside it was not told of. Null: never told. */
function clicksByMinute(db: ReadableDatabase, showId: number): ReadonlyMap<number, number> | null {
  const last = new Map<string, { clicks: number; minute: number }>();
  const came = new Map<number, number>();
  const told = toldClicksOf(db, showId);
  for (const { ts, platform, code, clicks } of told) {
    const minute = Math.floor(ts / MINUTE_MS);
    const key = `${platform} ${code}`;
    const before = last.get(key);
    if (before !== undefined && minute - before.minute <= 1) {
      came.set(minute, (came.get(minute) ?? 0) + Math.max(0, clicks - before.clicks));
    }
    last.set(key, { clicks, minute });
  }
  return told.length === 0 ? null : came;
}
