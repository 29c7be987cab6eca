import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ChipTone } from '#renderer/ui/Chip.tsx';
import type { Source } from '#shared/model/source.ts';
import { assertNever } from '#shared/lib/assert-never.ts';

/** A source that is connected but says nothing for this long is shown as silent. */
export const SILENT_AFTER_MS = 60_000;

export interface SourceStatus {
  readonly tone: ChipTone;
  /** What is wrong with our data, short; null when it flows. */
  readonly trouble: string | null;
}

/** How we stand with a source; apart from whether its platform's stream is on air. */
export function sourceStatus(i18n: I18n, source: Source, wallNow: number): SourceStatus {
  const since = i18n.format.span(wallNow - source.linkSinceTs);
  switch (source.link) {
    case 'off':
      return { tone: 'idle', trouble: i18n.t('chip.off') };
    case 'connecting':
      return { tone: 'busy', trouble: i18n.t('chip.connecting') };
    case 'reconnecting':
      return { tone: 'warn', trouble: i18n.t('chip.reconnecting', { time: since }) };
    case 'failed':
      return { tone: 'danger', trouble: i18n.t('chip.failed') };
    case 'ready':
      return readyStatus(i18n, source, wallNow);
    default:
      return assertNever(source.link);
  }
}

function readyStatus(i18n: I18n, source: Source, wallNow: number): SourceStatus {
  const quietMs = wallNow - (source.lastDataTs ?? source.linkSinceTs);
  if (quietMs < SILENT_AFTER_MS) return { tone: 'ok', trouble: null };
  return { tone: 'warn', trouble: i18n.t('chip.silent', { time: i18n.format.span(quietMs) }) };
}
