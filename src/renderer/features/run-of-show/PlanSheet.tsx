import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useBlocks, useShow } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { BlockId } from '#shared/model/ids.ts';
import { BlockRole, BlockRule } from '#shared/model/run-of-show.ts';
import { roleWord, ruleWord } from '#shared/rules/plan-table/plan-words.ts';

import { BlockDetails } from './BlockDetails.tsx';
import { planTimes, type PlanTimes } from './plan-times.ts';
import { PlanGrid } from './PlanGrid.tsx';
import { PlanImport } from './PlanImport.tsx';
import { problemText } from './PlanPreview.tsx';
import styles from './PlanSheet.module.css';
import { PlanTools } from './PlanTools.tsx';
import { PlanTotals } from './PlanTotals.tsx';
import { usePastedPlan } from './use-pasted-plan.ts';
import { usePlan } from './use-plan.ts';
import { usePlanEditor } from './use-plan-editor.ts';

/** The whole plan of the show: a table of blocks, what is said in the chosen one, and what it sums up to. */
export function PlanSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const i18n = useI18n();
  const { t, language } = i18n;
  const plan = usePlan();
  const editor = usePlanEditor(plan);
  const slice = useBlocks();
  const show = useShow();
  const now = useShowNow(1_000) ?? 0;
  const share = useDeskStore((desk) => desk.layouts['columns']?.['action']);
  const [chosenId, setChosenId] = useState<BlockId | null>(null);
  const [pasted, setPasted] = useState<string | null>(null);
  /** Counts pastes, so that the same table pasted again is read again. */
  const [pasteNumber, setPasteNumber] = useState(0);
  const takeTable = useCallback((text: string) => {
    setPasted(text);
    setPasteNumber((number) => number + 1);
  }, []);
  usePastedPlan(takeTable);
  const times = planTimes(slice, show, now);
  const chosen = editor.blocks.find(({ id }) => id === chosenId) ?? editor.blocks[0] ?? null;
  const besideWidth = share === undefined ? null : `${share}%`;

  if (pasted !== null) {
    return (
      <Dialog
        title={t('plan.importTitle')}
        onClose={() => setPasted(null)}
        isWide
        besideWidth={besideWidth}
      >
        <PlanImport
          key={pasteNumber}
          pasted={pasted}
          count={editor.blocks.length}
          onTake={async (edits) => (await plan.edit(edits)) !== null}
          onDone={() => setPasted(null)}
        />
        {plan.error !== null && <Notice tone="danger">{errorMessage(i18n, plan.error)}</Notice>}
      </Dialog>
    );
  }
  return (
    <Dialog title={t('plan.title')} onClose={onClose} isWide besideWidth={besideWidth}>
      <div className={styles.sheet}>
        <PlanTools
          plan={plan}
          onAdd={() => void editor.insertAfter(chosen)}
          onImport={() => setPasted('')}
        />
        {plan.plan !== null && (
          <PlanTotals
            terms={plan.plan.terms}
            times={times}
            hasBlocks={editor.blocks.length > 0}
            onTerms={(terms) => void plan.edit([{ op: 'terms', terms }])}
          />
        )}
        {editor.problem !== null && (
          <Notice tone="warn">{problemText(i18n, editor.problem)}</Notice>
        )}
        {plan.error !== null && <Notice tone="danger">{errorMessage(i18n, plan.error)}</Notice>}
        {plan.plan !== null && editor.blocks.length === 0 && (
          <EmptyState title={t('blocks.empty')}>{t('plan.emptyHint')}</EmptyState>
        )}
        {editor.blocks.length > 0 && (
          <div className={styles.work}>
            <div className={styles.tableBox}>
              <PlanGrid
                editor={editor}
                chosenId={chosen?.id ?? null}
                onChoose={setChosenId}
                startOf={startTexts(i18n, times)}
              />
              <p className={styles.quiet}>{t('plan.keys')}</p>
            </div>
            {chosen !== null && (
              <BlockDetails
                key={chosen.id}
                block={chosen}
                onEdit={(edit) => void plan.edit([edit])}
              />
            )}
          </div>
        )}
        <datalist id="plan-role">
          {BlockRole.options.map((role) => (
            <option key={role}>{roleWord(role, language)}</option>
          ))}
        </datalist>
        <datalist id="plan-rule">
          {BlockRule.options.map((rule) => (
            <option key={rule}>{ruleWord(rule, language)}</option>
          ))}
        </datalist>
      </div>
    </Dialog>
  );
}

/** Clock times on air, time since the start before it. */
function startTexts(
  { format }: I18n,
  { startOf, isOnAir }: PlanTimes,
): ReadonlyMap<number, string> {
  return new Map(
    [...startOf].map(([id, ts]) => [id, isOnAir ? format.time(ts, null) : format.span(ts)]),
  );
}
