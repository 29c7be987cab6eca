import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Mark } from '#shared/model/metrics.ts';

import type { ReviewColumn } from './ReviewTable.tsx';
import type { TimelineRow } from './timeline-data.ts';
import { textOfMark } from './use-mark-text.ts';

/** The minutes of a show as a table. */
export function minuteColumns(i18n: I18n): readonly ReviewColumn<TimelineRow>[] {
  const { t, format } = i18n;
  const markText = (mark: Mark): string => textOfMark(i18n, mark);
  const figure = (
    label: string,
    value: (row: TimelineRow) => number | null,
  ): ReviewColumn<TimelineRow> => ({
    label,
    isNumber: true,
    cell: (row) => {
      const found = value(row);
      return found === null ? '—' : format.number(found);
    },
    copied: value,
  });
  return [
    {
      label: t('review.minute'),
      isNumber: false,
      cell: (row) => format.time(row.ts, null),
      copied: (row) => new Date(row.ts).toISOString(),
    },
    figure(t('review.viewers'), (row) => row.viewers),
    figure(t('review.chatsMinute'), (row) => row.chats),
    figure(t('review.ordersMinute'), (row) => row.ordersPaid),
    {
      label: t('review.marks'),
      isNumber: false,
      cell: (row) => row.marks.map(markText).join(' · '),
      copied: (row) => row.marks.map(markText).join('; '),
    },
  ];
}
