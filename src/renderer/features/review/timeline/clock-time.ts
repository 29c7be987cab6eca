import type { I18n } from '#renderer/i18n/i18n-context.tsx';

import type { Range } from './range.ts';

/**
 * Times of day of one show as its labels say them. Where the clocks are changed while it runs, an hour
 * comes twice or not at all: each time then says by how much it is off UTC.
 */
export function clockTimes(
  { language }: I18n,
  whole: Range,
): (ts: number, hasSeconds: boolean) => string {
  const isChanged = offsetOf(whole.fromTs) !== offsetOf(whole.toTs);
  const format = (hasSeconds: boolean): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(hasSeconds ? { second: '2-digit' } : {}),
      ...(isChanged ? { timeZoneName: 'shortOffset' } : {}),
    });
  const [minutes, seconds] = [format(false), format(true)];
  return (ts, hasSeconds) => (hasSeconds ? seconds : minutes).format(ts);
}

/** Minutes of this machine's zone off UTC then. */
function offsetOf(ts: number): number {
  return new Date(ts).getTimezoneOffset();
}
