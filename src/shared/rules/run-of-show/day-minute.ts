const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** The next time after `afterTs` at which the day of that time zone has this minute; UTC ms. */
export function nextDayMinute(minute: number, afterTs: number, timeZone: string): number {
  const dayStart = Math.floor((afterTs + offsetAt(afterTs, timeZone)) / DAY_MS) * DAY_MS;
  for (const day of [0, 1]) {
    const ts = fromLocal(dayStart + day * DAY_MS + minute * MINUTE_MS, timeZone);
    if (ts > afterTs) return ts;
  }
  return fromLocal(dayStart + 2 * DAY_MS + minute * MINUTE_MS, timeZone);
}

/** A wall clock's reading as UTC ms; one that a change of the clock leaves out is the hour after it. */
function fromLocal(local: number, timeZone: string): number {
  const guess = local - offsetAt(local, timeZone);
  return local - offsetAt(guess, timeZone);
}

/** Local time minus UTC, ms. A time zone that this machine does not know counts as UTC. */
export function offsetAt(ts: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(ts)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name));
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(ts / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const held = formats.get(timeZone);
  if (held !== undefined) return held;
  const made = makeFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  };
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
}
