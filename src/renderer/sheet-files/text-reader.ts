import { readCells } from '#shared/rules/product-paste/paste-cells.ts';
import { delimiterOfFile } from '#shared/rules/pasted-table.ts';

import { RowCollector, SheetRefused, type SheetTable } from './sheet-reading.ts';
import type { FileBytes } from './zip-reader.ts';

/**
 * A table that is text: CSV or tab-separated, in UTF-8 with or without its mark, UTF-16 with its mark,
 * or GB 18030, which holds GBK and GB 2312 and is what Chinese spreadsheets write. Throws SheetRefused.
 */
export function readTextTable(bytes: FileBytes): SheetTable {
  const text = decodeText(bytes);
  const rows = new RowCollector();
  for (const { line, cells } of readCells(text, delimiterOfFile(text))) {
    rows.add(line, cells.at(-1) === '' ? withoutEmptyEnd(cells) : cells, []);
  }
  if (rows.isEmpty) throw new SheetRefused('empty');
  return rows.table();
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

export function decodeText(bytes: FileBytes): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  const text = tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030');
  // A picture or a program is no text, in whatever encoding it can be read.
  if (text === null || text.includes('\0')) throw new SheetRefused('encoding');
  return text;
}

function decoded(bytes: FileBytes, encoding: string): string {
  const text = tryDecode(bytes, encoding);
  if (text === null) throw new SheetRefused('encoding');
  return text;
}

/** Null where a byte is none of the encoding. */
function tryDecode(bytes: FileBytes, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
