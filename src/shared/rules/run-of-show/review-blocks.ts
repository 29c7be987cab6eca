import type { RoomEvent, RoomEventOf } from '../../contract/room-event.ts';
import type { ReviewBlock, ReviewOverruled } from '../../model/review-plan.ts';
import { timetable } from './timetable.ts';

type Ended = RoomEventOf<'block.ended'>;

/** Planned against actual: every block of the plan as the show began, then what was not in it. */
export function reviewBlocks(facts: readonly RoomEvent[]): readonly ReviewBlock[] {
  const rows = new Map<string, ReviewBlock>();
  const fixed = facts.find((fact) => fact.kind === 'plan.fixed');
  if (fixed !== undefined) for (const row of plannedRows(fixed)) rows.set(keyOf(row), row);
  for (const fact of facts) {
    if (fact.kind === 'block.ended') {
      const row = rows.get(keyOf(fact)) ?? unplanned(fact);
      rows.set(keyOf(fact), withTurn(row, fact));
    }
    if (fact.kind === 'block.skipped') {
      const row = rows.get(keyOf(fact));
      if (row !== undefined) rows.set(keyOf(fact), { ...row, isSkipped: fact.isSkipped });
    }
  }
  return [...rows.values()];
}

/** What was overruled before the show, in the order of the log. */
export function reviewOverruled(facts: readonly RoomEvent[]): readonly ReviewOverruled[] {
  return facts.flatMap((fact) =>
    fact.kind === 'checks.overruled'
      ? [{ seq: fact.seq, ts: fact.eventTs, reason: fact.reason, checks: fact.checks }]
      : [],
  );
}

function keyOf({ blockId, round }: Pick<ReviewBlock, 'blockId' | 'round'>): string {
  return `${blockId}/${round}`;
}

function plannedRows(fixed: RoomEventOf<'plan.fixed'>): readonly ReviewBlock[] {
  const startTs = fixed.eventTs;
  const blocks = fixed.blocks.map(({ blockId, plannedMs, rule, group }) => ({
    id: blockId,
    plannedMs,
    rule,
    group,
    skippedTs: null,
    extendedMs: 0,
    startedTs: null,
    endedTs: null,
    heldMs: 0,
    heldSinceTs: null,
    round: 1,
  }));
  const plan = {
    blocks,
    loops: fixed.loops,
    currentId: null,
    startTs,
    nowTs: startTs,
    endTs: null,
  };
  return timetable(plan).rows.flatMap(({ blockId, round, plannedStartTs }) => {
    const block = fixed.blocks.find((each) => each.blockId === blockId);
    if (block === undefined) return [];
    const { title, plannedMs } = block;
    const planned = { blockId: block.blockId, title, round, plannedStartTs, plannedMs };
    return { ...planned, ...NOT_YET };
  });
}

const NOT_YET = {
  startedTs: null,
  tookMs: null,
  heldMs: 0,
  extendedMs: 0,
  isSkipped: false,
} as const;

function unplanned({ blockId, title, round }: Ended): ReviewBlock {
  return { blockId, title, round, plannedStartTs: null, plannedMs: null, ...NOT_YET };
}

/** A block that was gone back to ran twice: its times are added. */
function withTurn(row: ReviewBlock, fact: Ended): ReviewBlock {
  return {
    ...row,
    startedTs: row.startedTs ?? fact.startedTs,
    tookMs: (row.tookMs ?? 0) + Math.max(0, fact.eventTs - fact.startedTs),
    heldMs: row.heldMs + fact.heldMs,
    extendedMs: row.extendedMs + fact.extendedMs,
    isSkipped: fact.isSkipped,
  };
}
