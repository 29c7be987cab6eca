import type { Block } from '../../model/run-of-show.ts';
import { endsAt, type ClockedBlock } from './block-clock.ts';
import type { OrderedBlock, TimedLoop } from './groups.ts';
import { nextTurn, type Turn } from './next-block.ts';

export type TimetableBlock = OrderedBlock & ClockedBlock & Pick<Block, 'rule' | 'round'>;

export type TimetableInput = {
  /** In order. */
  readonly blocks: readonly TimetableBlock[];
  readonly loops: readonly TimedLoop[];
  readonly currentId: number | null;
  /** When the show went on air, or would if it did now; show time, UTC ms. */
  readonly startTs: number;
  readonly nowTs: number;
  /** When the show is to end; null: when the plan ends. */
  readonly endTs: number | null;
};

/** A turn that is still to come. */
export type TimetableRow = {
  readonly blockId: number;
  readonly round: number;
  readonly startTs: number;
  readonly endTs: number;
  /** How much shorter than planned it has to be, ms. */
  readonly squeezedMs: number;
  /** Where the plan has it; null for a round that the plan did not foresee. */
  readonly plannedStartTs: number | null;
  /** By how much a `fixed` block begins after its planned start, ms; 0 for all others. */
  readonly lateMs: number;
};

export type Timetable = {
  /** After the running block, in order. */
  readonly rows: readonly TimetableRow[];
  /** When the running block is over; null where none runs. */
  readonly currentEndTs: number | null;
  /** When the show is over if it goes on like this. */
  readonly endTs: number;
  /** When the plan, left alone, would have been over. */
  readonly plannedEndTs: number;
  /** After what was asked for (else the plan) it ends by so much; negative for time that is left. */
  readonly overMs: number;
};

/** More turns than anybody plans; a loop of a second until midnight ends here. */
const TURNS_MAX = 1_000;
/** A squeezed block keeps half of its time. */
const KEPT_SHARE = 0.5;

/**
 * What comes when, from here on: what took longer moves the blocks after it or shortens them, each by
 * its own rule, so that fixed blocks and the end hold where they can. Pure; the same for the planner,
 * the desk and the review.
 */
export function timetable(input: TimetableInput): Timetable {
  const { blocks, currentId, nowTs } = input;
  const current = blocks.find(({ id }) => id === currentId) ?? null;
  const planned = plannedTurns(input);
  const currentEndTs = current === null ? null : endsAt(current, nowTs);
  const cursor = currentEndTs ?? Math.max(nowTs, input.startTs);
  const turns = current === null && isOver(blocks) ? [] : turnsFrom(input, current, cursor);
  const rows = place(turns, cursor, planned, input.endTs ?? planned.endTs);
  const endTs = rows.at(-1)?.endTs ?? cursor;
  const overMs = endTs - (input.endTs ?? planned.endTs);
  return { rows, currentEndTs, endTs, plannedEndTs: planned.endTs, overMs };
}

/** Milliseconds of the whole plan, loops unrolled as they would be from `startTs` on. */
export function plannedMsOf(input: Pick<TimetableInput, 'blocks' | 'loops' | 'startTs'>): number {
  return plannedTurns(input).endTs - input.startTs;
}

/** Nothing runs although something did: the last block is over. */
function isOver(blocks: readonly TimetableBlock[]): boolean {
  return blocks.some(({ startedTs }) => startedTs !== null);
}

type Planned = {
  readonly startOf: ReadonlyMap<string, number>;
  readonly endTs: number;
};

const keyOf = (blockId: number, round: number): string => `${blockId}/${round}`;

/** The plan as it was before anything of it was on air. */
function plannedTurns({
  blocks,
  loops,
  startTs,
}: Pick<TimetableInput, 'blocks' | 'loops' | 'startTs'>): Planned {
  const unskipped = blocks.map((block) => ({ ...block, skippedTs: null }));
  const startOf = new Map<string, number>();
  let cursor = startTs;
  for (const { block, round } of unrolled(unskipped, loops, null, startTs)) {
    startOf.set(keyOf(block.id, round), cursor);
    cursor += block.plannedMs;
  }
  return { startOf, endTs: cursor };
}

function turnsFrom(
  { blocks, loops }: TimetableInput,
  current: TimetableBlock | null,
  fromTs: number,
): readonly Turn<TimetableBlock>[] {
  return unrolled(blocks, loops, current, fromTs);
}

function unrolled(
  blocks: readonly TimetableBlock[],
  loops: readonly TimedLoop[],
  after: TimetableBlock | null,
  fromTs: number,
): readonly Turn<TimetableBlock>[] {
  const turns: Turn<TimetableBlock>[] = [];
  let last = after === null ? null : { id: after.id, round: after.round };
  let cursor = fromTs;
  while (turns.length < TURNS_MAX) {
    const turn = nextTurn(blocks, loops, last, cursor);
    if (turn === null) break;
    turns.push(turn);
    cursor += turn.block.plannedMs;
    last = { id: turn.block.id, round: turn.round };
  }
  return turns;
}

/** Stretches that end at a fixed block, or at the end, are each made to fit by themselves. */
function place(
  turns: readonly Turn<TimetableBlock>[],
  fromTs: number,
  planned: Planned,
  endTs: number,
): readonly TimetableRow[] {
  const rows: TimetableRow[] = [];
  let cursor = fromTs;
  let stretch: Turn<TimetableBlock>[] = [];
  const settle = (deadlineTs: number): void => {
    const placed = placeStretch(stretch, cursor, deadlineTs, planned);
    rows.push(...placed);
    cursor = placed.at(-1)?.endTs ?? cursor;
    stretch = [];
  };
  for (const turn of turns) {
    const dueTs = plannedStart(turn, planned);
    if (turn.block.rule !== 'fixed' || dueTs === null) {
      stretch.push(turn);
      continue;
    }
    settle(dueTs);
    const startTs = Math.max(cursor, dueTs);
    cursor = startTs + turn.block.plannedMs;
    const lateMs = startTs - dueTs;
    rows.push({ ...rowOf(turn, startTs, 0, planned), lateMs });
  }
  settle(endTs);
  return rows;
}

function plannedStart(turn: Turn<TimetableBlock>, planned: Planned): number | null {
  return planned.startOf.get(keyOf(turn.block.id, turn.round)) ?? null;
}

function placeStretch(
  turns: readonly Turn<TimetableBlock>[],
  fromTs: number,
  deadlineTs: number,
  planned: Planned,
): readonly TimetableRow[] {
  const wantedMs = turns.reduce((sum, { block }) => sum + block.plannedMs, 0);
  let toGiveMs = Math.max(0, fromTs + wantedMs - deadlineTs);
  let canGiveMs = turns.reduce((sum, { block }) => sum + spareOf(block), 0);
  let cursor = fromTs;
  return turns.map((turn) => {
    const spareMs = spareOf(turn.block);
    // Each gives its share of what is left to give; the last one the rest, to the millisecond.
    const shareMs = canGiveMs === 0 ? 0 : Math.round((toGiveMs * spareMs) / canGiveMs);
    const squeezedMs = Math.min(spareMs, shareMs);
    toGiveMs -= squeezedMs;
    canGiveMs -= spareMs;
    const row = rowOf(turn, cursor, squeezedMs, planned);
    cursor = row.endTs;
    return row;
  });
}

/** How much of it can be given up, ms. */
function spareOf({ rule, plannedMs }: Pick<Block, 'rule' | 'plannedMs'>): number {
  return rule === 'squeeze' ? plannedMs - Math.ceil(plannedMs * KEPT_SHARE) : 0;
}

function rowOf(
  turn: Turn<TimetableBlock>,
  startTs: number,
  squeezedMs: number,
  planned: Planned,
): TimetableRow {
  const { block, round } = turn;
  const endTs = startTs + block.plannedMs - squeezedMs;
  const plannedStartTs = plannedStart(turn, planned);
  return { blockId: block.id, round, startTs, endTs, squeezedMs, plannedStartTs, lateMs: 0 };
}
