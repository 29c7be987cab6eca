import type { Source } from '#shared/model/source.ts';
import { quietMs, SILENT_AFTER_MS, sourceCondition } from '#shared/rules/source-condition.ts';

import type { I18n } from './i18n-context.tsx';
import { isMessageKey } from './messages.ts';

/** Why a source does not deliver; a code without a sentence is shown as it is. */
export function sourceReason(i18n: I18n, code: string): string {
  const key = `source.reason.${code}`;
  return isMessageKey(key) ? i18n.t(key) : i18n.t('source.reason.unknown', { code });
}

/** Connector of a team's own systems. */
const INBOUND = 'inbound';

/** What to do about a source that gives us nothing, one line; empty when nothing needs to be done. */
export function sourceAdvice(i18n: I18n, source: Source, wallNow: number): string {
  const condition = sourceCondition(source, wallNow);
  switch (condition) {
    case 'off':
      return i18n.t('source.advice.off');
    case 'no_data_yet':
    case 'silent':
      if (quietMs(source, wallNow) < SILENT_AFTER_MS) return '';
      // A bridge has no chat that may be quiet, and its endpoint says what became of its calls.
      return i18n.t(
        source.connector === INBOUND ? 'source.advice.bridgeQuiet' : 'source.advice.quiet',
      );
    case 'reconnecting':
    case 'failed': {
      const key = `source.advice.${source.reason ?? 'unknown'}`;
      return i18n.t(isMessageKey(key) ? key : 'source.advice.unknown');
    }
    case 'connecting':
      return source.reason === 'bridge_waiting' ? i18n.t('source.advice.bridge_waiting') : '';
    case 'receiving':
      return '';
  }
}

/** Why a source that calls by itself is not there. */
const BRIDGE = 'bridge_';

/** Data that came within this time needs no figure. */
const JUST_NOW_MS = 2_000;

/** How we stand with a source's data, since when, and what comes next, one line. */
export function sourceDataLine(i18n: I18n, source: Source, wallNow: number): string {
  const { t, format } = i18n;
  const condition = sourceCondition(source, wallNow);
  const time = format.span(wallNow - source.linkSinceTs);
  const quiet = wallNow - (source.lastDataTs ?? wallNow);
  const lastTime = format.span(quiet);
  if (source.reason?.startsWith(BRIDGE) === true) {
    const key = `sources.data.${source.reason}`;
    // Nobody is called by us, so that there is no next try to tell.
    if (isMessageKey(key)) return t(key, { time });
  }
  const state =
    condition === 'receiving' && quiet < JUST_NOW_MS
      ? t('sources.data.receivingNow')
      : t(`sources.data.${condition}`, { time, lastTime });
  return condition === 'reconnecting'
    ? `${state}${t('common.separator')}${nextAttempt(i18n, source, wallNow)}`
    : state;
}

function nextAttempt({ t, format }: I18n, source: Source, wallNow: number): string {
  const waitMs = (source.nextAttemptTs ?? 0) - wallNow;
  return waitMs > 0
    ? t('sources.nextAttempt', { time: format.span(waitMs + 999) })
    : t('sources.tryingNow');
}
