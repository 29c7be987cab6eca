import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { PlatformAudience, ReviewAudience } from '#shared/model/review-audience.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { netMinutes } from '#shared/rules/audience/audience-minute.ts';
import { lossMoments } from '#shared/rules/audience/losses.ts';
import { estimateRetention } from '#shared/rules/audience/retention.ts';
import { estimateStay, joinedStay } from '#shared/rules/audience/stay.ts';
import { grouped } from '#shared/rules/grouped.ts';
import { EnteredFigures } from '#shared/rules/metrics/entered-figures.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sourceMinutesOf, type SourceMinuteRow } from './audience.queries.ts';

type CanOf = (connector: string) => SourceCan | null;

/** How viewers came, stayed and went, out of the roll-ups; `facts` are the show's few. */
export function reviewAudience(
  db: ReadableDatabase,
  showId: number,
  facts: readonly RoomEvent[],
  canOf: CanOf,
): ReviewAudience {
  const rows = sourceMinutesOf(db, showId);
  const rooms = [...grouped(rows, ({ sourceRoomId }) => sourceRoomId).values()];
  const all = rooms.reduce((sum, room) => sum + viewerMinutes(room), 0);
  const platforms = [...grouped(rooms, (room) => room[0]?.platform ?? '')]
    .map(([platform, ofIt]) => platformAudience(platform, ofIt, all, canOf))
    .toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1) || (a.platform < b.platform ? -1 : 1));
  const net = netMinutes(rooms);
  const both = netMinutes(rooms.filter((room) => room.some(({ joins }) => joins > 0)));
  const entered = new EnteredFigures();
  entered.restore(facts);
  return {
    platforms,
    stay: joinedStay(platforms.map(({ stay }) => stay)),
    retention: both.length === 0 ? [] : [...estimateRetention(both)],
    losses: [...lossMoments(net)],
    net: net.map(({ minute, before, online }) => ({ minute, change: online - before })),
    entered: [...entered.current()],
  };
}

type Room = readonly SourceMinuteRow[];

function platformAudience(
  platform: string,
  rooms: readonly Room[],
  allViewerMinutes: number,
  canOf: CanOf,
): PlatformAudience {
  const rows = rooms.flat();
  const can = (what: keyof SourceCan): boolean =>
    rows.some(({ connector }) => canOf(connector)?.[what] === true);
  const sum = (of: (row: SourceMinuteRow) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  // 0 is only said where a source could have told more.
  const count = (total: number, what: keyof SourceCan): number | null =>
    total > 0 || can(what) ? total : null;
  // A source counts its views itself, over all of its rooms.
  const sources = [...grouped(rows, ({ sourceId }) => sourceId).values()];
  const views = sources.flatMap((own) => greatest(own.flatMap((row) => row.views ?? [])) ?? []);
  const minutes = onlineMinutes(rows);
  const online = minutes.flatMap((minute) => minute.online ?? []);
  const ownMinutes = online.reduce((total, each) => total + each, 0);
  return {
    platform,
    views: views.length === 0 ? null : views.reduce((total, each) => total + each, 0),
    joins: count(
      sum(({ joins }) => joins),
      'joins',
    ),
    viewersMean: online.length === 0 ? null : ownMinutes / online.length,
    chats: count(
      sum(({ chats }) => chats),
      'chat',
    ),
    share: online.length === 0 || allViewerMinutes === 0 ? null : ownMinutes / allViewerMinutes,
    knownMinutes: online.length,
    stay: estimateStay(minutes),
  };
}

/** A platform's rooms laid together; a minute is known where one of them is. */
function onlineMinutes(rows: Room): {
  readonly minute: number;
  readonly online: number | null;
  readonly joins: number;
}[] {
  return [...grouped(rows, ({ minute }) => minute)].map(([minute, same]) => {
    const online = same.flatMap((row) => row.online ?? []);
    return {
      minute,
      online: online.length === 0 ? null : online.reduce((sum, each) => sum + each, 0),
      joins: same.reduce((sum, { joins }) => sum + joins, 0),
    };
  });
}

function viewerMinutes(room: Room): number {
  return room.reduce((sum, { online }) => sum + (online ?? 0), 0);
}

function greatest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}
