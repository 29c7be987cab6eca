import type { I18n } from './i18n-context.tsx';

/** How long somebody is timed out, as a moderator says it: 10 seconds, 1 minute, 1 hour. */
export function timeoutText({ tn, format }: I18n, seconds: number): string {
  if (seconds % 3_600 === 0) return tn('act.hours', seconds / 3_600);
  if (seconds % 60 === 0) return tn('act.minutes', seconds / 60);
  return seconds < 60 ? tn('act.seconds', seconds) : format.span(seconds * 1_000);
}
