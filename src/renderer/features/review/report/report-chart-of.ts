import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { MINUTE_MS, timelineRows } from '../timeline-data.ts';
import type { ReportChart } from './report-chart.ts';

/** More of them would be a wall. */
const MARKS_MOST = 300;
const TICKS = 8;

/** The minutes of a show with what was done in them; null for a show without any. */
export function chartOf({ t, format }: I18n, review: Review): ReportChart | null {
  const rows = timelineRows(review);
  const [first] = rows;
  if (first === undefined || rows.length < 2) return null;
  const lengthMs = (rows.length - 1) * MINUTE_MS;
  const at = (ts: number): number => Math.min(1, Math.max(0, (ts - first.ts) / lengthMs));
  const marks = review.marks.filter(({ kind }) => kind !== 'gap').slice(0, MARKS_MOST);
  const kinds = [...new Set(marks.map(({ kind }) => kind))];
  const step = Math.max(1, Math.ceil(rows.length / TICKS));
  return {
    lines: [
      { label: t('review.viewers'), color: '#1c67c6', values: rows.map((row) => row.viewers) },
      { label: t('review.chatsMinute'), color: '#8f5a00', values: rows.map((row) => row.chats) },
      {
        label: t('review.ordersMinute'),
        color: '#097250',
        values: rows.map((row) => row.ordersPaid),
      },
    ],
    ticks: rows
      .filter((_, index) => index % step === 0)
      .map(({ ts }) => ({ at: at(ts), label: format.time(ts, null) })),
    marks: marks.map(({ ts, kind }) => ({ at: at(ts), kind })),
    gaps: review.gaps.map(({ fromTs, toTs }) => ({ from: at(fromTs), to: at(toTs) })),
    legend: [
      ...kinds.map((kind) => ({ kind, label: t(`review.mark.${kind}`) })),
      ...(review.gaps.length === 0 ? [] : [{ kind: 'gap', label: t('review.mark.gap') }]),
    ],
  };
}
