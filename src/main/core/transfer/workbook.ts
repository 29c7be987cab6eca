import type { ReportSheet, SheetCell } from '#shared/model/report-sheet.ts';
import { guardCell } from '#shared/rules/spreadsheet-cell.ts';
import { wallClockDays } from '#shared/rules/wall-clock-days.ts';
import { columnName, escapeUnits, escapeXml } from '../shelf/catalogue/xlsx-text.ts';
import { zipOf } from '../shelf/catalogue/zip-writer.ts';
import { sheetNames } from './sheet-names.ts';
import { WorkbookStyles } from './workbook-styles.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The most a cell holds (Excel's limits), less a guard's apostrophe. */
const LONGEST_TEXT = 32_766;
/** Widths in characters of the workbook's font; longer texts are wrapped. */
const NARROWEST = 7;
const WIDEST = 60;

export type WorkbookOptions = {
  /** Workbooks know no zone: times are those of its clocks. */
  readonly timeZone: string;
};

/**
 * Tables as one workbook (Office Open XML, ECMA-376 part 1, 18.3), one sheet each: the head frozen and
 * with a filter, columns as wide as what is in them, numbers, times, lengths, shares and money as such.
 * Texts are inline strings and never run; one that could be run when a sheet is saved as CSV has a
 * leading apostrophe as well. Null is an empty cell.
 */
export function workbookOf(sheets: readonly ReportSheet[], options: WorkbookOptions): Buffer {
  const styles = new WorkbookStyles();
  const names = sheetNames(sheets.map(({ title }) => title));
  const parts = sheets.map((sheet) => sheetXml(sheet, styles, options));
  const path = (index: number): string => `worksheets/sheet${index + 1}.xml`;
  const overrides = parts.map((_, index) => override(`/xl/${path(index)}`, 'worksheet')).join('');
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = parts.map((_, index) => relation(`rId${index + 1}`, 'worksheet', path(index)));
  const tabs = names.map(
    (name, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return zipOf([
    {
      name: '[Content_Types].xml',
      text: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${overrides}</Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tabs.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}${relation('rIdStyles', 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/styles.xml', text: `${HEAD}${styles.xml(MAIN)}` },
    ...parts.map((text, index) => ({ name: `xl/${path(index)}`, text })),
  ]);
}

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="${CONTENT}.${kind}+xml"/>`;
}

function sheetXml(sheet: ReportSheet, styles: WorkbookStyles, options: WorkbookOptions): string {
  const { heads, rows } = sheet;
  const widths = heads.map((head, column) =>
    widthOf([head, ...rows.map((row) => shownLength(row[column] ?? null))]),
  );
  const cols = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const head = heads.map((label, column) => textCell(placeOf(column, 1), label, styles.head));
  const body = rows.map((row, index) => {
    const line = index + 2;
    const cells = row.map((cell, column) =>
      cellXml(placeOf(column, line), cell, styles, options.timeZone),
    );
    return `<row r="${line}">${cells.join('')}</row>`;
  });
  const all = `A1:${placeOf(heads.length - 1, rows.length + 1)}`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="${all}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData><row r="1">${head.join('')}</row>${body.join('')}</sheetData><autoFilter ref="${all}"/></worksheet>`;
}

function placeOf(column: number, line: number): string {
  return `${columnName(column)}${line}`;
}

function cellXml(place: string, cell: SheetCell, styles: WorkbookStyles, timeZone: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textCell(place, cell, styles.text);
  if (typeof cell === 'number') return plainNumber(place, cell, styles);
  if ('ts' in cell) return numberCell(place, wallClockDays(cell.ts, timeZone), styles.moment);
  if ('seconds' in cell) {
    // Programs show no length below zero as a time.
    return cell.seconds < 0
      ? plainNumber(place, cell.seconds, styles)
      : numberCell(place, cell.seconds / 86_400, styles.length);
  }
  if ('fraction' in cell) return numberCell(place, cell.fraction, styles.share);
  return numberCell(place, cell.money, styles.money(cell.currency));
}

function plainNumber(place: string, value: number, styles: WorkbookStyles): string {
  return numberCell(place, value, Number.isInteger(value) ? styles.whole : styles.decimal);
}

function numberCell(place: string, value: number, style: number): string {
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}

function textCell(place: string, text: string, style: number): string {
  const safe = escapeXml(escapeUnits(guardCell(text.slice(0, LONGEST_TEXT))));
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`;
}

/** What a cell that is no text takes up, as a text of that length. */
function shownLength(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(Math.round(cell * 100) / 100);
  if ('ts' in cell) return '2026-01-01 00:00:00';
  if ('seconds' in cell) return '00:00:00';
  return 'fraction' in cell ? '100.0%' : `${cell.currency} ${cell.money.toFixed(2)} `;
}

function widthOf(texts: readonly string[]): number {
  let widest = NARROWEST;
  for (const text of texts) widest = Math.max(widest, charactersOf(text) + 2);
  return Math.min(WIDEST, widest);
}

/** East Asian characters are twice as wide; the longest line counts, and no more of it than is shown. */
function charactersOf(text: string): number {
  let most = 0;
  for (const line of text.slice(0, 500).split('\n')) {
    let width = 0;
    for (const char of line)
      width +=
        /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}]/u.test(
          char,
        )
          ? 2
          : 1;
    most = Math.max(most, width);
  }
  return most;
}
