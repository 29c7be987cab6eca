import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { Show } from '#shared/model/show.ts';
import { plannedMsOf, timetable, type Timetable } from '#shared/rules/run-of-show/timetable.ts';

export type PlanTimes = {
  /** Length of the whole plan, loops gone through, ms. */
  readonly plannedMs: number;
  /** When it is to end; null where nobody said. */
  readonly wantedEndTs: number | null;
  readonly isOnAir: boolean;
  readonly table: Timetable;
  /** When each block began, or comes next; show time, or since the start of the show before it. */
  readonly startOf: ReadonlyMap<number, number>;
};

/** What comes when: on air from where the show is, before it as if it began at `nowTs`. */
export function planTimes(
  { blocks, loops, currentId, endTs }: RoomSlices['blocks'],
  show: Pick<Show, 'state' | 'startedTs'> | null,
  nowTs: number,
): PlanTimes {
  const isOnAir = show?.state === 'on_air' || show?.state === 'paused';
  const startTs = isOnAir ? (show.startedTs ?? nowTs) : nowTs;
  const input = { blocks, loops, currentId, startTs, nowTs, endTs };
  const table = timetable({ ...input, endTs: isOnAir ? endTs : null });
  const startOf = new Map<number, number>();
  for (const { id, startedTs } of blocks) {
    if (startedTs !== null) startOf.set(id, startedTs);
  }
  for (const row of table.rows.toReversed()) {
    startOf.set(row.blockId, isOnAir ? row.startTs : row.startTs - startTs);
  }
  return { plannedMs: plannedMsOf(input), wantedEndTs: endTs, isOnAir, table, startOf };
}
