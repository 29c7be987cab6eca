import { useRef } from 'react';
import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { useRiskNote } from '#renderer/ui/use-risk-note.ts';
import { useScrollStop } from '#renderer/ui/use-scroll-stop.ts';
import { SCRIPT_PARTS } from '#shared/model/run-of-show.ts';
import type { PlanProblem, PlanRow } from '#shared/rules/plan-table/read-plan.ts';

import styles from './PlanSheet.module.css';

/** Row by row what would come of a table; the wrong ones say which cell, why and what to do. */
export function PlanPreview({ rows }: { readonly rows: readonly PlanRow[] }): ReactElement {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  useScrollStop(box);
  const wrong = rows.filter(({ problems }) => problems.length > 0).length;
  return (
    <>
      <p className={styles.quiet} role="status">
        {wrong === 0
          ? t('plan.allGood', { count: rows.length })
          : t('plan.someWrong', { count: wrong, all: rows.length })}
      </p>
      <div ref={box} className={styles.preview} role="region" aria-label={t('plan.preview')}>
        <table className={styles.previewTable}>
          <thead>
            <tr>
              <th scope="col">{t('plan.row')}</th>
              <th scope="col">{t('plan.column.title')}</th>
              <th scope="col">{t('plan.column.role')}</th>
              <th scope="col">{t('plan.column.length')}</th>
              <th scope="col">{t('plan.preview')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PreviewRow key={row.line} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
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
