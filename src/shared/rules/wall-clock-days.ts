const DAY_MS = 86_400_000;
/** 1899-12-30, from which spreadsheets count (ECMA-376 part 1, 18.17.4.1). */
const FIRST_DAY_MS = Date.UTC(1899, 11, 30);

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as the clocks of a zone show it, in days as spreadsheets count them; to the second. */
export function wallClockDays(ts: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(ts).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wallMs = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return (wallMs - FIRST_DAY_MS) / DAY_MS;
}

/** Whether this machine knows a zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
