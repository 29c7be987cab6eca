/**
 * Decoded events -> validation -> show time -> group commit -> live figures, against the very same
 * SQL statements with the very same values run by better-sqlite3 alone. Batches of 500, fresh files,
 * rounds interleaved.
 */
import { FeedEvent } from '#shared/contract/room-event.ts';
import { busyRoom } from '#tests/support/busy-room.ts';
import type { Call } from '#tests/support/statement-log.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

import { bare, type Opened, openFresh, pipeline, recordBatches } from './bare-ingest.ts';
import { printBench } from './bench-line.ts';

const ROUNDS = 7;
const EVENTS = 100_000;
const BATCH = 500;
const TARGET = 0.75;

// Each line parsed by itself, as a decoder of JSON frames hands them over.
const events = busyRoom(EVENTS, TEST_NOW).map((event): FeedEvent =>
  FeedEvent.parse(JSON.parse(JSON.stringify(event))),
);
const batches: FeedEvent[][] = [];
for (let index = 0; index < events.length; index += BATCH) {
  batches.push(events.slice(index, index + BATCH));
}

function timed(work: () => void): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

/**
 * Both sides store all events on fresh files, batch by batch in turns, so that a slow moment of the
 * machine or its disk weighs on both. Rows a second of each.
 */
function round(recorded: readonly (readonly Call[])[]): { ours: number; theirs: number } {
  const [left, right] = [openFresh(), openFresh()];
  const { take, metrics } = pipeline(left);
  const replay = bare(right.store.db.raw, recorded);
  let [oursMs, theirsMs] = [0, 0];
  batches.forEach((batch, index) => {
    const ours = (): void => void (oursMs += timed(() => take(batch)));
    const theirs = (): void => void (theirsMs += timed(() => replay(index)));
    for (const side of index % 2 === 0 ? [ours, theirs] : [theirs, ours]) side();
  });
  const around = { isOver: false, pushDelay: null, onShelf: null };
  const now = { nowTs: TEST_NOW, seq: 0, sources: [], onAirMs: 0, ...around };
  const counts = [metrics.read(now).totalEvents, rowsOf(left), rowsOf(right)];
  if (counts.some((count) => count !== EVENTS))
    throw new Error(`lost on the way: ${counts.join(', ')}`);
  left.close();
  right.close();
  return { ours: (EVENTS * 1000) / oursMs, theirs: (EVENTS * 1000) / theirsMs };
}

function rowsOf({ store }: Opened): number {
  return Number(store.db.raw.prepare('SELECT count(*) FROM events').pluck().get());
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const recorded = recordBatches(batches);
round(recorded);
const rounds = Array.from({ length: ROUNDS }, () => round(recorded));
const value = median(rounds.map(({ ours }) => ours));
const comparatorValue = median(rounds.map(({ theirs }) => theirs));
const ratio = median(rounds.map(({ ours, theirs }) => ours / theirs));
printBench({
  name: 'ingest.rows',
  value: Math.round(value),
  unit: 'rows/s',
  comparator: 'same statements without layers',
  comparatorValue: Math.round(comparatorValue),
  ratio: Math.round(ratio * 100) / 100,
  goal: { of: 'ratio', is: 'at least', target: TARGET },
  floor: null,
  samples: rounds.map(({ ours }) => Math.round(ours)),
});
const calls = recorded.reduce((sum, batch) => sum + batch.length, 0);
process.stderr.write(
  `${EVENTS} events in ${batches.length} transactions of ${(calls / EVENTS).toFixed(2)} statements ` +
    `an event; layers ${(1e6 / value - 1e6 / comparatorValue).toFixed(2)} us an event; ratios ` +
    `${rounds.map(({ ours, theirs }) => (ours / theirs).toFixed(2)).join(' ')}\n`,
);
