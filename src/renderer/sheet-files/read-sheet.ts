import { SheetRefused, type SheetReading } from './sheet-reading.ts';
import { readTextTable } from './text-reader.ts';
import { readWorkbook } from './xlsx-reader.ts';
import type { FileBytes } from './zip-reader.ts';

/** The file of old workbooks and of those behind a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

/** Names under which no spreadsheet writes text; shop consoles do write it under `.xls`. */
const WORKBOOK_NAME = /\.xls[xmb]$/i;
/** A page or other markup, which some consoles give out as a table. */
const MARKUP = /^\s*<(?:!|\?|[a-z])/i;
/** As far as markup is looked for. */
const HEAD_BYTES = 512;

/**
 * The table of a file, by what is in it; its name only tells when that is not what it should be.
 * `wanted`: which of a workbook's sheets that can be seen; null, the first with something in it.
 * Never throws for what the file holds.
 */
export async function readSheet(
  bytes: FileBytes,
  fileName: string,
  wanted: number | null = null,
): Promise<SheetReading> {
  try {
    if (beginsWith(bytes, COMPOUND_FILE)) return { isRead: false, fault: 'oldWorkbook' };
    const isWorkbook = beginsWith(bytes, ZIP);
    if (!isWorkbook && bytes.length > 0) refuseOther(bytes, fileName);
    if (isWorkbook) return { isRead: true, ...(await readWorkbook(bytes, wanted)) };
    return { isRead: true, table: readTextTable(bytes), sheets: null };
  } catch (error) {
    if (error instanceof SheetRefused) return { isRead: false, fault: error.fault };
    throw error;
  }
}

/** Text that would become one product a line although it never was a table. */
function refuseOther(bytes: FileBytes, fileName: string): void {
  if (WORKBOOK_NAME.test(fileName)) throw new SheetRefused('notWorkbook');
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, HEAD_BYTES));
  if (MARKUP.test(head)) throw new SheetRefused('markup');
}

function beginsWith(bytes: FileBytes, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
