import type { StreamHealth } from '#shared/model/review-streams.ts';
import type { Show } from '#shared/model/show.ts';
import type { SourceLine } from '#shared/rules/findings/facts.ts';
import type { ShowSpan, StreamTold } from '#shared/rules/streams/off-air.ts';
import { streamHealth } from '#shared/rules/streams/stream-health.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { toldStatesOf, type ToldState } from './finding-sources.queries.ts';

type Told = {
  readonly show: Show;
  /** Show time; closes what has no end yet. */
  readonly untilTs: number;
  readonly platforms: readonly string[];
  /** What was read for the findings already. */
  readonly sources: readonly SourceLine[];
};

/** How each platform's stream held, by the few rows that the log's index of told states has. */
export function reviewStreams(
  db: ReadableDatabase,
  { show, untilTs, platforms, sources }: Told,
): StreamHealth[] {
  const told = streamsTold(toldStatesOf(db, show.id));
  return [...streamHealth({ told, platforms, sources }, spanOf(show, untilTs))];
}

/** Of what platforms told: whether their streams were on air. */
export function streamsTold(told: readonly ToldState[]): readonly StreamTold[] {
  return told.flatMap(({ ts, platform, roomId, state }) =>
    state === 'online' || state === 'offline' ? [{ ts, platform, roomId, state }] : [],
  );
}

export function spanOf({ startedTs, endedTs }: Show, untilTs: number): ShowSpan {
  return { startTs: startedTs ?? untilTs, endTs: untilTs, isEnded: endedTs !== null };
}
