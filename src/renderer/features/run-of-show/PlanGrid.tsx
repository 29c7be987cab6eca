import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { isComposing } from '#renderer/ui/composing.ts';
import type { BlockId } from '#shared/model/ids.ts';

import { GRID_COLUMNS, type GridColumn } from './plan-cells.ts';
import { gridKey, type GridAt } from './grid-keys.ts';
import styles from './PlanSheet.module.css';
import { PlanRow } from './PlanRow.tsx';
import type { PlanEditor } from './use-plan-editor.ts';

interface PlanGridProps {
  readonly editor: PlanEditor;
  readonly chosenId: BlockId | null;
  readonly onChoose: (id: BlockId) => void;
  /** When each block begins, as text, by id. */
  readonly startOf: ReadonlyMap<number, string>;
}

/**
 * The plan as a table that is worked like a spreadsheet: arrows walk, typing or Enter edits, Enter and
 * Tab go on, Esc leaves a cell as it was. One tab stop.
 */
export function PlanGrid({ editor, chosenId, onChoose, startOf }: PlanGridProps): ReactElement {
  const { t } = useI18n();
  const { blocks } = editor;
  const grid = useRef<HTMLDivElement>(null);
  /** The table has the keys, also while a cell of it is drawn anew. */
  const isWanted = useRef(false);
  const [at, setAt] = useState<GridAt>({ row: 0, column: 0 });
  /** What the field of a cell begins with; null while none is edited. */
  const [draft, setDraft] = useState<string | null>(null);
  const row = Math.min(at.row, Math.max(0, blocks.length - 1));

  // After a change of the rows the focus would be lost with the cell it was in.
  useLayoutEffect(() => {
    const table = grid.current;
    if (table === null || draft !== null) return;
    const isOurs =
      table.contains(document.activeElement) || document.activeElement === document.body;
    if (isOurs && isWanted.current) focusCell(table, row, at.column);
  });

  function go(to: GridAt): void {
    const next = {
      row: Math.max(0, Math.min(blocks.length - 1, to.row)),
      column: Math.max(0, Math.min(GRID_COLUMNS.length - 1, to.column)),
    };
    setAt(next);
    const block = blocks[next.row];
    if (block !== undefined) onChoose(block.id);
  }

  async function commit(text: string, next: GridAt): Promise<void> {
    const block = blocks[row];
    const column = GRID_COLUMNS[at.column];
    if (block === undefined || column === undefined) return;
    if (await editor.write(block, column, text)) {
      setDraft(null);
      go(next);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || draft !== null) return;
    const key = gridKey(event, { row, column: at.column });
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    const block = blocks[row];
    switch (key.kind) {
      case 'go':
        return go(key.to);
      case 'edit':
        return block === undefined
          ? undefined
          : setDraft(key.text ?? editor.textOf(block, columnAt(at)));
      case 'clear':
        return block === undefined ? undefined : void editor.write(block, columnAt(at), '');
      case 'insert':
        return void editor
          .insertAfter(block ?? null)
          .then(() => setAt({ row: row + 1, column: 0 }));
      case 'remove':
        return block === undefined ? undefined : void editor.remove(block);
      case 'move':
        return block === undefined
          ? undefined
          : void editor
              .move(block, key.by)
              .then(() => go({ row: row + key.by, column: at.column }));
      case 'undo':
        return void editor.undo();
      case 'redo':
        return void editor.redo();
    }
  }

  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      className={styles.grid}
      aria-label={t('plan.table')}
      aria-rowcount={blocks.length + 1}
      onKeyDown={onKeyDown}
      onFocus={() => {
        isWanted.current = true;
      }}
      onBlur={({ relatedTarget }) => {
        isWanted.current = relatedTarget === null;
      }}
    >
      <div role="row" className={classNames(styles.row, styles.heads)}>
        <span role="columnheader" className={classNames(styles.box, styles.number)}>
          #
        </span>
        <span role="columnheader" className={classNames(styles.box, styles.start)}>
          {t('plan.start')}
        </span>
        {GRID_COLUMNS.map((column) => (
          <span
            key={column}
            role="columnheader"
            className={classNames(styles.box, styles[column])}
            title={t(`plan.column.${column}`)}
          >
            {t(`plan.column.${column}`)}
          </span>
        ))}
      </div>
      {blocks.map((block, index) => (
        <PlanRow
          key={block.id}
          block={block}
          index={index}
          start={startOf.get(block.id) ?? '—'}
          isChosen={block.id === chosenId}
          activeColumn={index === row ? at.column : null}
          draft={index === row ? draft : null}
          textOf={(column) => editor.textOf(block, column)}
          onPick={(column, isEdit) => {
            setAt({ row: index, column });
            onChoose(block.id);
            if (isEdit) setDraft(editor.textOf(block, columnAt({ row: index, column })));
          }}
          onDraft={setDraft}
          onCommit={(text, by) => {
            const to = { row: row + by.row, column: at.column + by.column };
            void commit(text, to);
          }}
          onCancel={() => {
            editor.forget();
            setDraft(null);
          }}
        />
      ))}
    </div>
  );
}

function columnAt({ column }: GridAt): GridColumn {
  return GRID_COLUMNS[column] ?? 'title';
}

function focusCell(table: HTMLDivElement, row: number, column: number): void {
  table
    .querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
    ?.focus({ preventScroll: false });
}
