import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { isComposing } from '#renderer/ui/composing.ts';

import type { GridAt } from './grid-keys.ts';
import { GRID_COLUMNS, type GridColumn, type PlannedBlock } from './plan-cells.ts';
import styles from './PlanSheet.module.css';
import { useOwnEscape } from './use-own-escape.ts';

interface PlanRowProps {
  readonly block: PlannedBlock;
  readonly index: number;
  readonly start: string;
  readonly isChosen: boolean;
  /** The column that has the tab stop; null where it is in another row. */
  readonly activeColumn: number | null;
  /** What is being typed into the active cell; null for nothing. */
  readonly draft: string | null;
  readonly textOf: (column: GridColumn) => string;
  readonly onPick: (column: number, isEdit: boolean) => void;
  readonly onDraft: (text: string) => void;
  readonly onCommit: (text: string, by: GridAt) => void;
  readonly onCancel: () => void;
}

export function PlanRow(props: PlanRowProps): ReactElement {
  const { block, index, start, isChosen, activeColumn, draft, textOf, onPick } = props;
  const { t } = useI18n();
  const wasOnAir = block.startedTs !== null;
  return (
    <div
      role="row"
      className={classNames(styles.row, isChosen && styles.chosen, wasOnAir && styles.wasOnAir)}
      aria-rowindex={index + 2}
    >
      <span role="rowheader" className={classNames(styles.box, styles.number)}>
        {index + 1}
      </span>
      <span role="cell" className={classNames(styles.box, styles.start)}>
        {start}
      </span>
      {GRID_COLUMNS.map((column, place) => {
        const isActive = activeColumn === place;
        const label = `${t(`plan.column.${column}`)} ${index + 1}`;
        return (
          <div
            key={column}
            role="gridcell"
            data-row={index}
            data-column={place}
            tabIndex={isActive ? 0 : -1}
            className={classNames(styles.box, styles[column])}
            onFocus={() => onPick(place, false)}
            onDoubleClick={() => onPick(place, true)}
          >
            {isActive && draft !== null ? (
              <CellField {...props} label={label} column={column} text={draft} />
            ) : (
              <span className={styles.text} title={textOf(column)}>
                {textOf(column)}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

interface CellFieldProps extends Pick<PlanRowProps, 'onDraft' | 'onCommit' | 'onCancel'> {
  readonly label: string;
  readonly column: GridColumn;
  readonly text: string;
}

function CellField({ label, column, text, onDraft, onCommit, onCancel }: CellFieldProps) {
  // A field that goes away loses the focus too, and would write what was written already.
  const isDone = useRef(false);
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const step = stepOf(event);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    isDone.current = true;
    onCommit(text, step);
  }
  const field = useRef<HTMLInputElement>(null);
  // The cell was chosen to be typed in: behind what is there already.
  useLayoutEffect(() => field.current?.focus(), []);
  useOwnEscape(field, () => {
    isDone.current = true;
    onCancel();
  });
  return (
    <input
      ref={field}
      className={styles.field}
      aria-label={label}
      value={text}
      list={column === 'role' || column === 'rule' ? `plan-${column}` : undefined}
      onChange={({ target }) => {
        isDone.current = false;
        onDraft(target.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (!isDone.current) onCommit(text, { row: 0, column: 0 });
      }}
    />
  );
}

/** Where one goes on after a cell was written; null for a key that is the field's. */
function stepOf({ key, shiftKey }: KeyboardEvent): GridAt | null {
  if (key === 'Enter') return { row: shiftKey ? -1 : 1, column: 0 };
  if (key === 'Tab') return { row: 0, column: shiftKey ? -1 : 1 };
  if (key === 'ArrowDown') return { row: 1, column: 0 };
  return key === 'ArrowUp' ? { row: -1, column: 0 } : null;
}
