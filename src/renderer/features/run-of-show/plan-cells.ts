import type { PlanEdit } from '#shared/contract/plan-commands.ts';
import type { BlockPlan, LoopedGroup } from '#shared/model/run-of-show.ts';
import type { Language } from '#shared/model/settings.ts';
import { lengthText } from '#shared/rules/plan-table/length-text.ts';
import { loopText, roleWord, ruleWord } from '#shared/rules/plan-table/plan-words.ts';
import { readPlan, type PlanProblem } from '#shared/rules/plan-table/read-plan.ts';
import type { KnownProduct } from '#shared/rules/plan-table/read-products.ts';

import type { WholePlan } from './use-plan.ts';

/** What can be changed in the table; scripts and lines stand beside it. */
export const GRID_COLUMNS = [
  'title',
  'role',
  'length',
  'products',
  'owner',
  'rule',
  'group',
  'loop',
] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];

export type PlannedBlock = WholePlan['blocks'][number];

type CellSurroundings = {
  readonly language: Language;
  readonly loops: readonly LoopedGroup[];
  readonly products: readonly KnownProduct[];
};

/** What a cell shows, and what its field begins with. */
export function cellText(
  block: BlockPlan,
  column: GridColumn,
  { language, loops, products }: CellSurroundings,
): string {
  switch (column) {
    case 'title':
      return block.title;
    case 'role':
      return roleWord(block.role, language);
    case 'length':
      return lengthText(block.plannedMs);
    case 'products':
      return block.productIds
        .map((id) => products.find(({ productId }) => productId === id))
        .map((product) => (product === undefined ? '?' : `#${product.linkNumber}`))
        .join(' / ');
    case 'owner':
      return block.owner;
    case 'rule':
      return ruleWord(block.rule, language);
    case 'group':
      return block.group;
    case 'loop': {
      const own = loops.find(({ name }) => block.group !== '' && name === block.group);
      return own === undefined ? '' : loopText(own.loop);
    }
  }
}

export type ReadCell =
  | { readonly kind: 'edit'; readonly edit: PlanEdit }
  | { readonly kind: 'same' }
  | { readonly kind: 'bad'; readonly problem: PlanProblem };

/** What comes of a text that is typed into a cell: read as a table is, or what is wrong with it. */
export function readCell(
  block: PlannedBlock,
  column: GridColumn,
  text: string,
  around: CellSurroundings,
): ReadCell {
  if (text.trim() === cellText(block, column, around)) return { kind: 'same' };
  const cells = column === 'loop' ? { loop: text, group: block.group } : { [column]: text };
  const heads = Object.keys(cells);
  const table = [
    // A heading of its own names the column; the block's name makes it one of headings.
    { line: 1, cells: [...heads, 'title'] },
    { line: 2, cells: [...Object.values(cells), 'x'] },
  ];
  const [row] = readPlan(column === 'title' ? titleTable(text) : table, around.products);
  const problem = row?.problems[0];
  if (problem !== undefined) return { kind: 'bad', problem };
  if (column === 'loop') {
    if (block.group === '') return { kind: 'same' };
    return { kind: 'edit', edit: { op: 'loop', group: block.group, loop: row?.loop ?? null } };
  }
  const read = row?.block;
  if (read === undefined) return { kind: 'edit', edit: changeOf(block, { title: '' }) };
  return { kind: 'edit', edit: changeOf(block, fieldOf(read, column)) };
}

function titleTable(text: string) {
  return [
    { line: 1, cells: ['title', 'length'] },
    { line: 2, cells: [text, '1'] },
  ];
}

function changeOf(block: PlannedBlock, change: Partial<BlockPlan>): PlanEdit {
  return { op: 'change', blockId: block.id, change };
}

function fieldOf(read: BlockPlan, column: Exclude<GridColumn, 'loop'>): Partial<BlockPlan> {
  switch (column) {
    case 'length':
      return { plannedMs: read.plannedMs };
    case 'products':
      return { productIds: read.productIds };
    case 'title':
      return { title: read.title };
    case 'role':
      return { role: read.role };
    case 'owner':
      return { owner: read.owner };
    case 'rule':
      return { rule: read.rule };
    case 'group':
      return { group: read.group };
  }
}
