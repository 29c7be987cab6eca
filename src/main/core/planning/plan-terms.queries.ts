import { LoopedGroup, NO_TERMS, PlanTerms } from '#shared/model/run-of-show.ts';
import type { ReadableDatabase } from '../database/database.ts';
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

export function termsOf(db: ReadableDatabase, showId: number): PlanTerms {
  const row = db.get<Record<string, unknown>>(sql`
    SELECT end_minute AS endMinute, follow FROM show_plans WHERE show_id = ${showId}`);
  return row === undefined ? NO_TERMS : PlanTerms.parse(row);
}
