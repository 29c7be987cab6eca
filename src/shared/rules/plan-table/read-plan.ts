import type { ProductId } from '../../model/ids.ts';
import {
  BLOCK_PRODUCTS_MAX,
  SCRIPT_MAX,
  SCRIPT_PARTS,
  scriptLength,
  type BlockLoop,
  type BlockPlan,
  type BlockScript,
} from '../../model/run-of-show.ts';
import { BLANK_BLOCK } from '../run-of-show/blank-block.ts';
import { unguardCell } from '../spreadsheet-cell.ts';
import { readLength } from './length-text.ts';
import { columnNamed, PLAN_COLUMNS, type PlanColumn } from './plan-columns.ts';
import { readLoop, roleNamed, ruleNamed } from './plan-words.ts';
import { readProducts, type KnownProduct } from './read-products.ts';

/** Why a cell cannot be taken; translated as `plan.fault.<fault>`. */
export type PlanFault =
  | 'lengthUnknown'
  | 'lengthTooLong'
  | 'roleUnknown'
  | 'ruleUnknown'
  | 'productUnknown'
  | 'tooManyProducts'
  | 'textTooLong'
  | 'scriptTooLong'
  | 'loopUnknown'
  | 'loopWithoutGroup';

export type PlanProblem = {
  readonly column: PlanColumn;
  readonly fault: PlanFault;
  /** The word that is not known, or how long the text is. */
  readonly given: string;
  /** What is most that is taken; null where that is no number. */
  readonly max: number | null;
};

/** A row as it would be added; nothing of a row with problems is. */
export type PlanRow = {
  /** Its line in the table, the first is 1. */
  readonly line: number;
  readonly block: BlockPlan;
  /** What its group is gone through; null where the row says nothing. */
  readonly loop: BlockLoop | null;
  readonly problems: readonly PlanProblem[];
};

type Row = { readonly line: number; readonly cells: readonly string[] };
type CellOf = (column: PlanColumn) => string;

/** Longest text of each column that is one, in characters. */
const TEXT_MAX = {
  title: 120,
  owner: 60,
  node: 200,
  giveaway: 200,
  fallback: 500,
  group: 40,
} as const satisfies Partial<Record<keyof BlockPlan, number>>;
type TextColumn = keyof typeof TEXT_MAX;
const TEXT_COLUMNS = Object.keys(TEXT_MAX) as readonly TextColumn[];

/**
 * What a table comes to, row by row. Columns are known by their headings in either language; without
 * headings they are title, role, length, products and so on, or title and length where there are two.
 */
export function readPlan(
  rows: readonly Row[],
  products: readonly KnownProduct[],
): readonly PlanRow[] {
  const [first] = rows;
  if (first === undefined) return [];
  const headed = headedColumns(first.cells);
  const columns = headed ?? guessedColumns(rows);
  return (headed === null ? rows : rows.slice(1))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => {
      const cell: CellOf = (column) => {
        const at = columns.indexOf(column);
        return at === -1 ? '' : cleaned(cells[at] ?? '');
      };
      return { line, ...readRow(cell, products) };
    });
}

/** As it was written, line breaks alike and without what no text has. */
function cleaned(cell: string): string {
  return unguardCell(cell)
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\0', '');
}

/** Null where the row is no row of headings: it names neither the block nor its length. */
function headedColumns(cells: readonly string[]): readonly (PlanColumn | null)[] | null {
  const columns = cells.map(columnNamed);
  const named = columns.filter((column) => column !== null);
  const isHeading = columns.includes('title') || columns.includes('length');
  return isHeading && (named.length > 1 || cells.length === 1) ? columns : null;
}

function guessedColumns(rows: readonly Row[]): readonly (PlanColumn | null)[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 1);
  const hasRoles = rows.some(({ cells }) => roleNamed(cells[1] ?? '') !== null);
  return width > 2 || hasRoles ? PLAN_COLUMNS : ['title', 'length'];
}

function readRow(cell: CellOf, products: readonly KnownProduct[]): Omit<PlanRow, 'line'> {
  const problems: PlanProblem[] = [];
  const say = (column: PlanColumn, fault: PlanFault, given: string, max: number | null): void => {
    problems.push({ column, fault, given, max });
  };
  const texts = { title: '', owner: '', node: '', giveaway: '', fallback: '', group: '' };
  for (const column of TEXT_COLUMNS) {
    const isOneLine = column !== 'fallback';
    const text = isOneLine ? cell(column).replaceAll('\n', ' ') : cell(column);
    texts[column] = text.trim();
    const { length } = texts[column];
    const max = TEXT_MAX[column];
    if (length > max) say(column, 'textTooLong', String(length), max);
  }
  const length = readLength(cell('length'));
  if (length.kind === 'bad') say('length', length.problem, cell('length').trim(), null);
  const role = named(cell('role'), roleNamed, BLANK_BLOCK.role);
  if (role === null) say('role', 'roleUnknown', cell('role').trim(), null);
  const rule = named(cell('rule'), ruleNamed, BLANK_BLOCK.rule);
  if (rule === null) say('rule', 'ruleUnknown', cell('rule').trim(), null);
  const script = scriptOf(cell);
  if (scriptLength(script) > SCRIPT_MAX) {
    say('hook', 'scriptTooLong', String(scriptLength(script)), SCRIPT_MAX);
  }
  const productIds = productsIn(cell('products'), products, say);
  const loop = loopIn(cell('loop'), texts.group, say);
  const block: BlockPlan = {
    ...BLANK_BLOCK,
    ...texts,
    role: role ?? BLANK_BLOCK.role,
    rule: rule ?? BLANK_BLOCK.rule,
    plannedMs: length.kind === 'length' ? length.ms : BLANK_BLOCK.plannedMs,
    productIds,
    script,
  };
  return { block, loop, problems };
}

type Say = (column: PlanColumn, fault: PlanFault, given: string, max: number | null) => void;

/** The first value for an empty cell; null for a word that is none. */
function named<T>(cell: string, find: (word: string) => T | null, first: T): T | null {
  return cell.trim() === '' ? first : find(cell);
}

function scriptOf(cell: CellOf): BlockScript {
  const [hook = '', look = '', story = '', value = '', callToAction = ''] = SCRIPT_PARTS.map(cell);
  return { hook, look, story, value, callToAction };
}

function productsIn(cell: string, products: readonly KnownProduct[], say: Say): ProductId[] {
  const { ids, unknown } = readProducts(cell, products);
  for (const word of unknown) say('products', 'productUnknown', word, null);
  if (ids.length > BLOCK_PRODUCTS_MAX) {
    say('products', 'tooManyProducts', String(ids.length), BLOCK_PRODUCTS_MAX);
  }
  return [...ids];
}

function loopIn(cell: string, group: string, say: Say): BlockLoop | null {
  if (cell.trim() === '') return null;
  const loop = readLoop(cell);
  if (loop === null) say('loop', 'loopUnknown', cell.trim(), null);
  if (loop !== null && group === '') say('loop', 'loopWithoutGroup', cell.trim(), null);
  return loop;
}
