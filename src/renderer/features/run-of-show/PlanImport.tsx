import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { SheetChooser, SheetFailure } from '#renderer/sheet-files/SheetChooser.tsx';
import { useSheetFile } from '#renderer/sheet-files/use-sheet-file.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { PlanEdit } from '#shared/contract/plan-commands.ts';
import { BLOCKS_MAX } from '#shared/model/run-of-show.ts';
import { readPlan, type PlanRow } from '#shared/rules/plan-table/read-plan.ts';
import { readCells } from '#shared/rules/product-paste/paste-cells.ts';

import { PlanPreview } from './PlanPreview.tsx';
import styles from './PlanSheet.module.css';
import { useKnownProducts } from './use-plan-editor.ts';

interface PlanImportProps {
  /** What was pasted on the table already; empty for nothing. */
  readonly pasted: string;
  /** Blocks that are there. */
  readonly count: number;
  /** True where it was taken. */
  readonly onTake: (edits: readonly PlanEdit[]) => Promise<boolean>;
  readonly onDone: () => void;
}

/** A pasted table, or a file, shown row by row before anything is added; one press takes it back. */
export function PlanImport({ pasted, count, onTake, onDone }: PlanImportProps): ReactElement {
  const { t } = useI18n();
  const products = useKnownProducts();
  const [text, setText] = useState(pasted);
  const { sheet: file, failed, take } = useSheetFile();
  const [isInstead, setInstead] = useState(false);
  const rows = useMemo(
    () => readPlan(file?.rows ?? readCells(text), products),
    [file, text, products],
  );
  const good = rows.filter(({ problems }) => problems.length === 0);
  const isTooMany = good.length + (isInstead ? 0 : count) > BLOCKS_MAX;

  return (
    <div className={styles.import}>
      <div className={styles.tools}>
        <SheetChooser label={t('plan.chooseFile')} onChoose={(chosen) => void take(chosen, null)} />
        {file !== null && <span className={styles.quiet}>{file.name}</span>}
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={isInstead}
            onChange={({ target }) => setInstead(target.checked)}
          />
          {t('plan.instead')}
        </label>
      </div>
      {file === null && (
        <TextArea
          label={t('plan.pasteField')}
          value={text}
          onChange={setText}
          rows={5}
          hint={t('plan.pasteHint')}
          error={null}
        />
      )}
      <SheetFailure failed={failed} />
      {rows.length > 0 && <PlanPreview rows={rows} />}
      {isTooMany && <Notice tone="warn">{t('plan.tooMany', { max: BLOCKS_MAX })}</Notice>}
      <div className={styles.tools}>
        <Button
          tone="go"
          disabled={good.length === 0 || isTooMany}
          onClick={() => {
            void onTake(editsOf(good, isInstead)).then((isTaken) => {
              if (isTaken) onDone();
            });
          }}
        >
          {t('plan.take', { count: good.length })}
        </Button>
        <Button onClick={onDone}>{t('plan.back')}</Button>
      </div>
    </div>
  );
}

/** The first row of a group that says how often it is gone through is the one that holds. */
function editsOf(rows: readonly PlanRow[], isInstead: boolean): readonly PlanEdit[] {
  const loops = new Map<string, PlanEdit>();
  for (const { block, loop } of rows) {
    const { group } = block;
    if (loop !== null && !loops.has(group)) loops.set(group, { op: 'loop', group, loop });
  }
  return [
    ...(isInstead ? [{ op: 'clear' } as const] : []),
    ...rows.map(({ block }) => ({ op: 'insert', beforeId: null, block }) as const),
    ...loops.values(),
  ];
}
