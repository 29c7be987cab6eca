import { useMemo, useState } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { BLANK_BLOCK } from '#shared/rules/run-of-show/blank-block.ts';
import type { PlanProblem } from '#shared/rules/plan-table/read-plan.ts';
import type { KnownProduct } from '#shared/rules/plan-table/read-products.ts';

import { cellText, readCell, type GridColumn, type PlannedBlock } from './plan-cells.ts';
import type { Plan } from './use-plan.ts';

export interface PlanEditor {
  readonly blocks: readonly PlannedBlock[];
  /** What is wrong with what was typed last; null for nothing. */
  readonly problem: PlanProblem | null;
  /** What was typed is given up. */
  forget(): void;
  textOf(block: PlannedBlock, column: GridColumn): string;
  /** True where the cell took it; false where it is wrong, and nothing changed. */
  write(block: PlannedBlock, column: GridColumn, text: string): Promise<boolean>;
  insertAfter(block: PlannedBlock | null): Promise<void>;
  remove(block: PlannedBlock): Promise<void>;
  move(block: PlannedBlock, by: 1 | -1): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

const NONE: readonly PlannedBlock[] = [];

/** What a key of the table comes to: each a step of the plan. */
export function usePlanEditor({ plan, edit, undo, redo }: Plan): PlanEditor {
  const { language } = useI18n();
  const products = useKnownProducts();
  const [problem, setProblem] = useState<PlanProblem | null>(null);
  const blocks = plan?.blocks ?? NONE;
  const around = { language, loops: plan?.loops ?? [], products };
  return {
    blocks,
    problem,
    forget: () => setProblem(null),
    textOf: (block, column) => cellText(block, column, around),
    async write(block, column, text) {
      const read = readCell(block, column, text, around);
      setProblem(read.kind === 'bad' ? read.problem : null);
      if (read.kind === 'bad') return false;
      return read.kind === 'same' || (await edit([read.edit])) !== null;
    },
    async insertAfter(block) {
      const next = block === null ? undefined : blocks[blocks.indexOf(block) + 1];
      await edit([{ op: 'insert', beforeId: next?.id ?? null, block: BLANK_BLOCK }]);
    },
    async remove(block) {
      await edit([{ op: 'remove', blockIds: [block.id] }]);
    },
    async move(block, by) {
      const index = blocks.indexOf(block);
      const other = blocks[by === 1 ? index + 2 : index - 1];
      if (by === -1 && other === undefined) return;
      await edit([{ op: 'move', blockIds: [block.id], beforeId: other?.id ?? null }]);
    },
    undo,
    redo,
  };
}

/** What a table may name: the products of the shelf. */
export function useKnownProducts(): readonly KnownProduct[] {
  const { items } = useShelf();
  return useMemo(
    () =>
      items.map(({ productId, linkNumber, code, name }) => ({ productId, linkNumber, code, name })),
    [items],
  );
}
