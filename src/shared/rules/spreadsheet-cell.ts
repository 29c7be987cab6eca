/**
 * What keeps text from being run when it reaches a spreadsheet, for every table that leaves the
 * desk. A text is always text: `-5` typed by a viewer is guarded. A number of ours is data and is
 * never guarded, negative or not: callers hand it over as a number.
 */

// Also as East Asian keyboards write them, which spreadsheets take for the same.
const SIGNS = '=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE66\\uFE62\\uFE63\\uFE6B\\u2212';
// Readers skip these before they look at a cell: blanks, controls, marks without a width, quotes.
const SKIPPED = '[\\s\\p{Cc}\\p{Cf}"\']*';
// Apostrophes may stand before a control too: only so can every guard be told from the text's own.
const FORMULA = new RegExp(`^(?:'*[\\t\\r\\n\\0]|${SKIPPED}[${SIGNS}])`, 'u');
/** A sign behind something that a reader may take for the end of a cell. */
const INNER_FORMULA = new RegExp(`[,;|]${SKIPPED}[${SIGNS}]`, 'u');

/** Text that could be run as a formula gets a leading apostrophe; other text is as it was. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `guardCell` was given. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/** Whether some reader would see more than one cell in it unless it stands in quotes. */
export function needsQuotes(text: string): boolean {
  return text.includes('"') || INNER_FORMULA.test(text);
}
