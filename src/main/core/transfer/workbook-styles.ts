import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { escapeXml } from '../shelf/catalogue/xlsx-text.ts';

/** Own number formats have ids from here on (ECMA-376 part 1, 18.8.30). */
const FIRST_FORMAT = 164;

/** The formats of a workbook's cells; each is added when it is first asked for. */
export class WorkbookStyles {
  readonly #formats: string[] = [];
  readonly #cells: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  readonly #money = new Map<string, number>();

  readonly head = this.#add(
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
  );
  readonly text = this.#add(
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  );
  readonly whole = this.#numbers('#,##0');
  readonly decimal = this.#numbers('#,##0.00');
  readonly moment = this.#numbers('yyyy\\-mm\\-dd\\ hh:mm:ss');
  readonly length = this.#numbers('[h]:mm:ss');
  readonly share = this.#numbers('0.0%');

  /** Whole units of this currency. */
  money(currency: string): number {
    const there = this.#money.get(currency);
    if (there !== undefined) return there;
    const digits = currencyExponent(currency);
    const part = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
    const style = this.#numbers(`[$${symbolOf(currency)}]#,##0${part}`);
    this.#money.set(currency, style);
    return style;
  }

  xml(namespace: string): string {
    const formats = this.#formats.map(
      (code, index) =>
        `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${escapeXml(code)}"/>`,
    );
    const font = (rest: string): string =>
      `<font>${rest}<sz val="11"/><name val="Calibri"/></font>`;
    const fill = '<fill><patternFill patternType="none"/></fill>';
    const grey = '<fill><patternFill patternType="gray125"/></fill>';
    const headFill =
      '<fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF1"/><bgColor indexed="64"/></patternFill></fill>';
    return `<styleSheet xmlns="${namespace}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="3">${fill}${grey}${headFill}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.#cells.length}">${this.#cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }

  #numbers(code: string): number {
    const id = FIRST_FORMAT + this.#formats.push(code) - 1;
    return this.#add(
      `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
    );
  }

  #add(cell: string): number {
    return this.#cells.push(cell) - 1;
  }
}

/** `¥`, `$`; the code with a blank where it has no sign of its own. */
function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  const symbol = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  return symbol === currency ? `${currency} ` : symbol;
}
