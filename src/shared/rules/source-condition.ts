import { assertNever } from '../lib/assert-never.ts';
import type { Source } from '../model/source.ts';

/** A source that is connected but says nothing for this long is shown as silent. */
export const SILENT_AFTER_MS = 60_000;

/** How we stand with a source's data; apart from whether its platform's stream is on air. */
export type SourceCondition =
  | 'off'
  | 'connecting'
  | 'reconnecting'
  | 'failed'
  /** The link is there, and nobody in the room has said anything since. */
  | 'no_data_yet'
  /** The link is there, and nothing came for a while. */
  | 'silent'
  | 'receiving';

export function sourceCondition(source: Source, wallNow: number): SourceCondition {
  switch (source.link) {
    case 'off':
    case 'connecting':
    case 'reconnecting':
    case 'failed':
      return source.link;
    case 'ready':
      if (source.lastDataTs === null) return 'no_data_yet';
      return wallNow - source.lastDataTs < SILENT_AFTER_MS ? 'receiving' : 'silent';
    default:
      return assertNever(source.link);
  }
}

/** How long the source has said nothing although the link is there; 0 while it is not. */
export function quietMs(source: Source, wallNow: number): number {
  if (source.link !== 'ready') return 0;
  return Math.max(0, wallNow - (source.lastDataTs ?? source.linkSinceTs));
}
