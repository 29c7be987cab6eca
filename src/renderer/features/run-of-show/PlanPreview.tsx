import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { RowPreview } from '#renderer/ui/RowPreview.tsx';
import { useRiskNote } from '#renderer/ui/use-risk-note.ts';
import { SCRIPT_PARTS } from '#shared/model/run-of-show.ts';
import type { PlanProblem, PlanRow } from '#shared/rules/plan-table/read-plan.ts';

import styles from './PlanSheet.module.css';

/** Row by row what would come of a table; the wrong ones say which cell, why and what to do. */
export function PlanPreview({ rows }: { readonly rows: readonly PlanRow[] }): ReactElement {
  const { t } = useI18n();
  const wrong = rows.filter(({ problems }) => problems.length > 0).length;
  return (
    <RowPreview
      label={t('plan.preview')}
      summary={
        wrong === 0
          ? t('plan.allGood', { count: rows.length })
          : t('plan.someWrong', { count: wrong, all: rows.length })
      }
      heads={[
        t('plan.row'),
        t('plan.column.title'),
        t('plan.column.role'),
        t('plan.column.length'),
        t('plan.preview'),
      ]}
    >
      {rows.map((row) => (
        <PreviewRow key={row.line} row={row} />
      ))}
    </RowPreview>
  );
}

function PreviewRow({ row }: { readonly row: PlanRow }): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { line, block, problems } = row;
  const said = [block.title, ...SCRIPT_PARTS.map((part) => block.script[part]), block.fallback];
  const risk = useRiskNote(said.filter((text) => text !== '').join('\n'));
  return (
    <tr>
      <td>{line}</td>
      <td className={styles.cell}>{block.title}</td>
      <td>{t(`blocks.role.${block.role}`)}</td>
      <td>{format.span(block.plannedMs)}</td>
      <td className={classNames(styles.cell, problems.length > 0 && styles.fault)}>
        {problems.length === 0
          ? t('plan.willAdd')
          : problems.map((problem) => problemText(i18n, problem)).join(' ')}
        {risk !== null && <span className={styles.caution}> {risk}</span>}
      </td>
    </tr>
  );
}

/** What, where, and what to do. */
export function problemText({ t }: I18n, { column, fault, given, max }: PlanProblem): string {
  const where = t(`plan.column.${column}`);
  return t(`plan.fault.${fault}`, { where, given, max: max ?? 0 });
}
