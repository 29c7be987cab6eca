import type { FindingSources, SourceLine, SourceMinute } from '#shared/rules/findings/facts.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sourceMinutesOf } from './finding-sources.queries.ts';

/** What detectors look at beside the review; from roll-ups and the few facts of a show alone. */
export function findingSources(db: ReadableDatabase, showId: number): FindingSources {
  return { sources: sourceLines(db, showId) };
}

/** A source of several platforms counts as one for each. */
function sourceLines(db: ReadableDatabase, showId: number): readonly SourceLine[] {
  const lines = new Map<string, SourceLine & { minutes: Map<number, SourceMinute> }>();
  for (const { sourceId, platform, minute, ...counts } of sourceMinutesOf(db, showId)) {
    const key = `${sourceId}/${platform}`;
    const held = lines.get(key) ?? { sourceId, platform, minutes: new Map() };
    lines.set(key, held);
    held.minutes.set(minute, counts);
  }
  return [...lines.values()];
}
