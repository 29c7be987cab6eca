const formats = new Map<string, Intl.DateTimeFormat>();
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Weekday (0 is Sunday) and minute of the day of a moment in a time zone. */
export function roomDay(
  ts: number,
  timeZone: string,
): { readonly weekday: number; readonly dayMinute: number } {
  const parts = formatOf(timeZone).formatToParts(ts);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '0';
  return {
    weekday: Math.max(0, WEEKDAYS.indexOf(part('weekday'))),
    dayMinute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const fields = { weekday: 'short', hour: '2-digit', minute: '2-digit' } as const;
    format = new Intl.DateTimeFormat('en-US', { ...fields, hourCycle: 'h23', timeZone });
    formats.set(timeZone, format);
  }
  return format;
}
