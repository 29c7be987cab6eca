import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ChipTone } from '#renderer/ui/Chip.tsx';
import type { Source } from '#shared/model/source.ts';
import { quietMs, SILENT_AFTER_MS, sourceCondition } from '#shared/rules/source-condition.ts';

export interface SourceStatus {
  readonly tone: ChipTone;
  /** What is wrong with our data, short; null when it flows. */
  readonly trouble: string | null;
}

const FINE: SourceStatus = { tone: 'ok', trouble: null };

/** How we stand with a source; apart from whether its platform's stream is on air. */
export function sourceStatus(i18n: I18n, source: Source, wallNow: number): SourceStatus {
  const time = i18n.format.span(wallNow - source.linkSinceTs);
  const quiet = quietMs(source, wallNow);
  switch (sourceCondition(source, wallNow)) {
    case 'off':
      return { tone: 'idle', trouble: i18n.t('chip.off') };
    case 'connecting':
      // It calls by itself: nobody is being connected to.
      if (source.reason === 'bridge_waiting') {
        return { tone: 'idle', trouble: i18n.t('chip.bridgeWaiting') };
      }
      return { tone: 'busy', trouble: i18n.t('chip.connecting') };
    case 'reconnecting':
      return { tone: 'warn', trouble: i18n.t('chip.reconnecting', { time }) };
    case 'failed':
      return { tone: 'danger', trouble: i18n.t('chip.failed') };
    case 'no_data_yet':
      // A room that has just been joined may be quiet for a moment.
      if (quiet < SILENT_AFTER_MS) return FINE;
      return { tone: 'warn', trouble: i18n.t('chip.noDataYet', { time: i18n.format.span(quiet) }) };
    case 'silent':
      return { tone: 'warn', trouble: i18n.t('chip.silent', { time: i18n.format.span(quiet) }) };
    case 'receiving':
      return FINE;
  }
}
