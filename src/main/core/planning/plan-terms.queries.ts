import { LoopedGroup, NO_TERMS, PlanTerms, type BlockLoop } from '#shared/model/run-of-show.ts';
import { nextDayMinute } from '#shared/rules/run-of-show/day-minute.ts';
import type { TimedLoop } from '#shared/rules/run-of-show/groups.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type LoopRow = {
  readonly name: string;
  readonly times: number | null;
  readonly untilMinute: number | null;
};

/** Groups of a show that are loops, in the order of their names. */
export function loopsOf(db: ReadableDatabase, showId: number): readonly LoopedGroup[] {
  return db
    .all<LoopRow>(sql`
      SELECT name, times, until_minute AS untilMinute FROM block_loops
      WHERE show_id = ${showId} ORDER BY name`)
    .map(({ name, times, untilMinute }) =>
      LoopedGroup.parse({
        name,
        loop: times === null ? { kind: 'until', minute: untilMinute } : { kind: 'times', times },
      }),
    );
}

/** Null: the group is no loop any more. */
export function putLoop(
  db: WritableDatabase,
  showId: number,
  name: string,
  loop: BlockLoop | null,
): void {
  db.run(sql`DELETE FROM block_loops WHERE show_id = ${showId} AND name = ${name}`);
  if (loop === null) return;
  const times = loop.kind === 'times' ? loop.times : null;
  const untilMinute = loop.kind === 'until' ? loop.minute : null;
  db.run(sql`INSERT INTO block_loops (show_id, name, times, until_minute)
    VALUES (${showId}, ${name}, ${times}, ${untilMinute})`);
}

export function termsOf(db: ReadableDatabase, showId: number): PlanTerms {
  const row = db.get<Record<string, unknown>>(sql`
    SELECT end_minute AS endMinute, follow FROM show_plans WHERE show_id = ${showId}`);
  return row === undefined ? NO_TERMS : PlanTerms.parse(row);
}

export function putTerms(db: WritableDatabase, showId: number, terms: PlanTerms): void {
  db.run(sql`INSERT INTO show_plans (show_id, end_minute, follow)
    VALUES (${showId}, ${terms.endMinute}, ${terms.follow})
    ON CONFLICT (show_id) DO UPDATE SET end_minute = excluded.end_minute, follow = excluded.follow`);
}

/** Loops and terms with their times of day as show times: the first after `fromTs` in the room's zone. */
export function timedTerms(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
  fromTs: number,
): {
  readonly loops: readonly TimedLoop[];
  readonly terms: PlanTerms;
  readonly endTs: number | null;
} {
  const zone = db.get<{ readonly timeZone: string }>(sql`
    SELECT time_zone AS timeZone FROM rooms WHERE id = ${roomId}`);
  const at = (minute: number): number => nextDayMinute(minute, fromTs, zone?.timeZone ?? 'UTC');
  const terms = termsOf(db, showId);
  const loops = loopsOf(db, showId).map((group) => ({
    ...group,
    untilTs: group.loop.kind === 'until' ? at(group.loop.minute) : null,
  }));
  return { loops, terms, endTs: terms.endMinute === null ? null : at(terms.endMinute) };
}
