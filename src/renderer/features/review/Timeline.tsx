import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { Review } from '#shared/model/review.ts';

import { CopyButton, type ReviewColumn } from './ReviewTable.tsx';
import { minuteColumns } from './minute-columns.ts';
import { timelineRows, type TimelineRow } from './timeline-data.ts';
import styles from './Timeline.module.css';
import { ZoomedTimeline } from './timeline/ZoomedTimeline.tsx';

interface TimelineProps {
  readonly review: Review;
  /** Show time it begins at, in sight; null: as it comes. */
  readonly momentTs: number | null;
}

/** The show minute by minute, as a chart or as the table behind it. */
export function Timeline({ review, momentTs }: TimelineProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const rows = useMemo(() => timelineRows(review), [review]);
  const columns = minuteColumns(i18n);
  const title = t('review.timeline');
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (momentTs !== null) section.current?.scrollIntoView?.({ block: 'start' });
  }, [momentTs]);

  return (
    <section ref={section} className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h3>{title}</h3>
        {rows.length > 0 && (
          <div className={styles.tools}>
            {view === 'table' && <CopyButton title={title} columns={columns} rows={rows} />}
            <Tabs
              label={title}
              tabs={[
                { id: 'chart', label: t('review.chart'), count: null },
                { id: 'table', label: t('review.table'), count: null },
              ]}
              selected={view}
              onSelect={setView}
            />
          </div>
        )}
      </div>
      <div className={styles.frame}>
        {rows.length === 0 && <p className={styles.empty}>{t('review.noMinutes')}</p>}
        {rows.length > 0 && view === 'chart' && (
          <ZoomedTimeline key={momentTs} review={review} rows={rows} momentTs={momentTs} />
        )}
        {rows.length > 0 && view === 'table' && <MinutesTable rows={rows} columns={columns} />}
      </div>
    </section>
  );
}

interface MinutesTableProps {
  readonly rows: readonly TimelineRow[];
  readonly columns: readonly ReviewColumn<TimelineRow>[];
}

function MinutesTable({ rows, columns }: MinutesTableProps): ReactElement {
  const { t } = useI18n();
  return (
    // Scrolls by the keyboard too.
    <div className={styles.scroll} tabIndex={0} role="tabpanel" aria-label={t('review.timeline')}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" data-number={column.isNumber}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ts}>
              {columns.map((column) => (
                <td key={column.label} data-number={column.isNumber}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
