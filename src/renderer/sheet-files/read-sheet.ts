import { SheetRefused, type SheetReading } from './sheet-reading.ts';
import { readTextTable } from './text-reader.ts';
import { readWorkbook } from './xlsx-reader.ts';
import type { FileBytes } from './zip-reader.ts';

/** The file of old workbooks and of those behind a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

/** The table of a file, by what is in it and not by its name. Never throws for what the file holds. */
export async function readSheet(bytes: FileBytes): Promise<SheetReading> {
  try {
    if (beginsWith(bytes, COMPOUND_FILE)) return { isRead: false, fault: 'oldWorkbook' };
    const isWorkbook = beginsWith(bytes, ZIP);
    const table = isWorkbook ? await readWorkbook(bytes) : readTextTable(bytes);
    return { isRead: true, table };
  } catch (error) {
    if (error instanceof SheetRefused) return { isRead: false, fault: error.fault };
    throw error;
  }
}

function beginsWith(bytes: FileBytes, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
