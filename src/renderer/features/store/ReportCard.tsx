import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { StoreReport } from '#shared/model/store.ts';

import { reportHeadline, reportLines } from '#renderer/i18n/store-report.ts';
import styles from './StoreSheet.module.css';

interface ReportCardProps {
  readonly report: StoreReport;
  onAcknowledge(): void;
}

/** What became of the store when it was replaced, until somebody has read it. */
export function ReportCard({ report, onAcknowledge }: ReportCardProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  return (
    <section className={styles.report} aria-label={t('store.report.title')}>
      <h3>{t('store.report.title')}</h3>
      <p>{reportHeadline(i18n, report)}</p>
      <ul>
        {reportLines(i18n, report).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button onClick={onAcknowledge}>{t('band.acknowledge')}</Button>
        <span className={styles.detail}>
          {t('store.report.when', {
            time: format.dateTime(report.reportTs, null),
            took: format.delay(report.tookMs),
          })}
        </span>
      </div>
    </section>
  );
}
