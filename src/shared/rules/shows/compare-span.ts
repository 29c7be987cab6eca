import type { ReviewMinute } from '../../model/review.ts';

/** Show time, milliseconds; the end is not in it. */
export type ComparedSpan = {
  readonly fromTs: number;
  readonly toTs: number;
  /** Before and after are as long as the span, and no shorter than this; left out: no least. */
  readonly leastSideMinutes?: number;
};

export type SpanFigures = {
  /** Whole minutes that lie in it. */
  readonly minutes: number;
  /** Means of a minute; viewers over those minutes in which they were counted. Null without any. */
  readonly viewers: number | null;
  readonly joins: number | null;
  readonly chats: number | null;
  readonly follows: number | null;
  readonly gifts: number | null;
  readonly ordersPaid: number | null;
  readonly paidMinor: number | null;
};

type SpanSides = {
  readonly before: SpanFigures;
  readonly during: SpanFigures;
  readonly after: SpanFigures;
  /** How many minutes before and after were to hold. */
  readonly sideMinutes: number;
};

const MINUTE_MS = 60_000;

/**
 * Before, during and after a stretch of a show, minute for minute: as long before and after as it is
 * itself (or the least that is asked for), in whole minutes, so that none counts on two sides. A minute belongs to the side in which
 * more than half of it lies.
 */
export function compareMinutesAround(
  minutes: readonly ReviewMinute[],
  span: ComparedSpan,
): SpanSides {
  const from = Math.round(span.fromTs / MINUTE_MS);
  const to = Math.max(from + 1, Math.round(span.toTs / MINUTE_MS));
  const length = Math.max(to - from, span.leastSideMinutes ?? 1);
  const side = (first: number, end: number): SpanFigures =>
    figuresOf(minutes.filter(({ minute }) => minute >= first && minute < end));
  return {
    before: side(from - length, from),
    during: side(from, to),
    after: side(to, to + length),
    sideMinutes: length,
  };
}

function figuresOf(minutes: readonly ReviewMinute[]): SpanFigures {
  const mean = (value: (minute: ReviewMinute) => number | null): number | null => {
    const known = minutes.flatMap((minute) => value(minute) ?? []);
    return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
  };
  return {
    minutes: minutes.length,
    viewers: mean(({ viewers }) => viewers),
    joins: mean(({ joins }) => joins),
    chats: mean(({ chats }) => chats),
    follows: mean(({ follows }) => follows),
    gifts: mean(({ gifts }) => gifts),
    ordersPaid: mean(({ ordersPaid }) => ordersPaid),
    paidMinor: mean(({ paidMinor }) => paidMinor),
  };
}
