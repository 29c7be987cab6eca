/**
 * Delimited text as spreadsheets read it: a cell that begins with a quote ends at the quote that is
 * not doubled, what follows up to the separator still belongs to it; any character of `separators`
 * ends a cell. Written from what LibreOffice Calc and Excel do, not from the code under test.
 */
export function readCells(text: string, separators: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const [cell, end] =
      text[at] === '"' ? quotedCell(text, at, separators) : plainCell(text, at, separators);
    rows.at(-1)?.push(cell);
    const stop = text[end];
    if (stop === undefined) return rows;
    if (stop === '\n') rows.push([]);
    at = end + 1;
  }
}

function plainCell(text: string, start: number, separators: string): [string, number] {
  let end = start;
  while (end < text.length && !isEnd(text[end], separators)) end += 1;
  return [text.slice(start, end), end];
}

function quotedCell(text: string, start: number, separators: string): [string, number] {
  let cell = '';
  let at = start + 1;
  while (at < text.length) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else break;
    at += 1;
  }
  const [rest, end] = plainCell(text, Math.min(at + 1, text.length), separators);
  return [cell + rest, end];
}

function isEnd(character: string | undefined, separators: string): boolean {
  return character === '\n' || (character !== undefined && separators.includes(character));
}

/** Whether a spreadsheet takes the cell for a formula; leading blanks do not save it. */
export function wouldRun(cell: string): boolean {
  return /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell.replace(/^[\s\p{Cf}\p{Cc}]+/u, ''));
}
