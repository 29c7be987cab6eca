import { instantsOf, isDayOfShow, type ShowSpan } from './show-time.ts';
import { cellOf, type PlatformTable, type TableLine } from './table-layout.ts';
import { readTableTime } from './table-time.ts';

/** A platform's show begins and ends with its stream, a desk's with a key: so far they may be apart. */
const APART_MS = 45 * 60_000;

/**
 * Whether a row of whole shows is of this one: by when it began and ended, else by its day. A table
 * that says neither can be of any: it is taken at its word.
 */
export function matchShow(table: PlatformTable, line: TableLine, span: ShowSpan): boolean {
  const startText = cellOf(table, line, 'showStart') || cellOf(table, line, 'time');
  const start = readTableTime(startText);
  const starts = start === null ? [] : instantsOf(start, span, 0);
  const end = readTableTime(cellOf(table, line, 'showEnd'));
  const ends = end === null ? [] : instantsOf(end, span, 0);
  if (starts.length > 0) {
    return starts.some((fromTs) => {
      const isNear = Math.abs(fromTs - span.fromTs) <= APART_MS;
      const toTs = ends.find((ts) => ts > fromTs);
      return toTs === undefined ? isNear : isNear && toTs > span.fromTs && fromTs < span.toTs;
    });
  }
  const day = start ?? readTableTime(cellOf(table, line, 'date'));
  if (day?.kind !== 'wall' || day.date === null) return true;
  return isDayOfShow(day.date, span);
}
