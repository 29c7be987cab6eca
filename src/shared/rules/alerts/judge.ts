import type { AlertTest, WatchedFigure } from '../../model/alert-rule.ts';
import type { AlertEvidence } from '../../model/alert.ts';
import { SIGMAS, dispersion, levelDeviation } from './chance.ts';
import { comparable, valueOf, type RoomMinute } from './room-minute.ts';
import type { UsualMinute } from './usual.ts';

const MINUTE_MS = 60_000;
const PER_THOUSAND = 1_000;

export type FigureEvidence = Extract<AlertEvidence, { kind: 'figure' }>;
export type MinuteTest = Exclude<AlertTest, { kind: 'state' }>;

/** What a test may look at: whole minutes, the newest last, without holes. */
export type Judged = {
  readonly minutes: readonly RoomMinute[];
  /** The room's own median for a figure over a window that ends with the newest minute. */
  readonly usual: (figure: WatchedFigure, windowMin: number) => UsualMinute | null;
};

/** How many minutes a test needs before it can say anything. */
export function minutesNeeded(test: MinuteTest): number {
  return test.kind === 'change' ? test.windowMin * 2 : test.windowMin;
}

/** The evidence where the test holds for the newest minutes; null where it does not, or nothing is known. */
export function judge(test: MinuteTest, judged: Judged): FigureEvidence | null {
  const window = judged.minutes.slice(-minutesNeeded(test));
  if (window.length < minutesNeeded(test)) return null;
  switch (test.kind) {
    case 'change':
      return judgeChange(test, judged, window);
    case 'threshold':
      return judgeThreshold(test, judged, window);
    case 'usual':
      return judgeUsual(test, judged, window);
    case 'unpaidShare':
      return judgeUnpaid(test, window);
  }
}

function judgeChange(
  test: Extract<AlertTest, { kind: 'change' }>,
  { minutes }: Judged,
  window: readonly RoomMinute[],
): FigureEvidence | null {
  const { figure, windowMin, direction, percent } = test;
  const { sourceIds, without } = comparable(window, [figure]);
  if (sourceIds.length === 0) return null;
  const values = window.map((minute) => valueOf(minute, figure, sourceIds));
  const value = total(figure, values.slice(windowMin));
  const against = total(figure, values.slice(0, windowMin));
  const change = direction === 'fall' ? against - value : value - against;
  if (against === 0 || change * 100 < percent * against) return null;
  const past = minutes.map((minute) => valueOf(minute, figure, sourceIds));
  const deviation =
    figure === 'viewers'
      ? levelDeviation(windowed(past, windowMin), windowMin, against)
      : Math.sqrt(variation(past, windowMin) * (value + against));
  if (change < SIGMAS * deviation) return null;
  const rest = { versus: 'before' as const, sigmas: change / deviation, shows: null, without };
  return evidence(figure, value, against, window.slice(windowMin), rest);
}

function judgeThreshold(
  test: Extract<AlertTest, { kind: 'threshold' }>,
  { minutes }: Judged,
  window: readonly RoomMinute[],
): FigureEvidence | null {
  const { figure, windowMin, direction } = test;
  const { sourceIds, without } = comparable(
    window,
    test.perThousand && figure !== 'viewers' ? [figure, 'viewers'] : [figure],
  );
  if (sourceIds.length === 0) return null;
  const value = total(
    figure,
    window.map((minute) => valueOf(minute, figure, sourceIds)),
  );
  const against = limitOf(test, window, sourceIds);
  const off = direction === 'below' ? against - value : value - against;
  if (off <= 0) return null;
  const rest = { versus: 'limit' as const, shows: null, without };
  if (figure === 'viewers') {
    return evidence(figure, value, against, window, { ...rest, sigmas: null });
  }
  const past = minutes.map((minute) => valueOf(minute, figure, sourceIds));
  // Where hardly anything is expected, nothing at all is no news yet.
  const deviation = Math.sqrt(variation(past, windowMin) * Math.max(against, 1));
  if (off < SIGMAS * deviation) return null;
  return evidence(figure, value, against, window, { ...rest, sigmas: off / deviation });
}

function limitOf(
  test: Extract<AlertTest, { kind: 'threshold' }>,
  window: readonly RoomMinute[],
  sourceIds: readonly number[],
): number {
  const { figure, value, perThousand, windowMin } = test;
  if (figure === 'viewers') return value;
  if (!perThousand) return value * windowMin;
  const online = total(
    'viewers',
    window.map((minute) => valueOf(minute, 'viewers', sourceIds)),
  );
  return (value * windowMin * online) / PER_THOUSAND;
}

function judgeUsual(
  test: Extract<AlertTest, { kind: 'usual' }>,
  { minutes, usual }: Judged,
  window: readonly RoomMinute[],
): FigureEvidence | null {
  const { figure, windowMin, direction, percent } = test;
  const past = usual(figure, windowMin);
  const { sourceIds, without } = comparable(window, [figure]);
  // The median is of all sources: with one missing it is no measure of the others.
  if (past === null || sourceIds.length === 0 || without.length > 0) return null;
  const value = total(
    figure,
    window.map((minute) => valueOf(minute, figure, sourceIds)),
  );
  const off = direction === 'below' ? past.median - value : value - past.median;
  if (off * 100 < percent * past.median || off <= 0) return null;
  const counts = minutes.map((minute) => valueOf(minute, figure, sourceIds));
  const chance =
    figure === 'viewers' ? Math.max(value, 1) : variation(counts, windowMin) * Math.max(value, 1);
  const deviation = Math.sqrt(chance + past.deviation ** 2);
  if (off < SIGMAS * deviation) return null;
  const rest = { versus: 'usual' as const, sigmas: off / deviation, shows: past.shows, without };
  return evidence(figure, value, past.median, window, rest);
}

function judgeUnpaid(
  test: Extract<AlertTest, { kind: 'unpaidShare' }>,
  window: readonly RoomMinute[],
): FigureEvidence | null {
  const { sourceIds, without } = comparable(window, ['ordersPlaced', 'ordersPaid']);
  if (sourceIds.length === 0) return null;
  const [placed, paid] = (['ordersPlaced', 'ordersPaid'] as const).map((figure) =>
    total(
      figure,
      window.map((minute) => valueOf(minute, figure, sourceIds)),
    ),
  );
  // More paid than placed: orders of earlier, or a platform that tells payments alone.
  if (placed === undefined || paid === undefined || paid > placed) return null;
  if (placed < test.exposure) return null;
  const share = (placed - paid) / placed;
  const off = test.direction === 'below' ? test.value - share : share - test.value;
  const deviation = Math.sqrt((test.value * (1 - test.value)) / placed);
  if (off <= 0 || off < SIGMAS * deviation) return null;
  const sigmas = deviation === 0 ? null : off / deviation;
  const rest = { versus: 'limit' as const, sigmas, shows: null, without };
  return evidence('unpaidShare', share, test.value, window, rest);
}

/** A count is added up, a level is its mean. */
export function total(figure: WatchedFigure, values: readonly number[]): number {
  const sum = values.reduce((before, value) => before + value, 0);
  return figure === 'viewers' ? sum / Math.max(values.length, 1) : sum;
}

/** Between neighbouring minutes and between windows: what comes in waves varies more over windows. */
function variation(past: readonly number[], windowMin: number): number {
  const sums = windowed(past, windowMin).map((mean) => mean * windowMin);
  return Math.max(dispersion(past, 1), dispersion(sums, windowMin));
}

function windowed(values: readonly number[], windowMin: number): number[] {
  const means: number[] = [];
  let sum = 0;
  for (const [at, value] of values.entries()) {
    sum += value - (at >= windowMin ? (values[at - windowMin] ?? 0) : 0);
    if (at >= windowMin - 1) means.push(sum / windowMin);
  }
  return means;
}

function evidence(
  figure: FigureEvidence['figure'],
  value: number,
  against: number,
  window: readonly RoomMinute[],
  rest: {
    readonly versus: FigureEvidence['versus'];
    readonly sigmas: number | null;
    readonly shows: number | null;
    readonly without: readonly string[];
  },
): FigureEvidence {
  const fromTs = (window[0]?.minute ?? 0) * MINUTE_MS;
  const toTs = ((window.at(-1)?.minute ?? 0) + 1) * MINUTE_MS;
  return {
    kind: 'figure',
    figure,
    value,
    against,
    fromTs,
    toTs,
    ...rest,
    without: [...rest.without],
  };
}
