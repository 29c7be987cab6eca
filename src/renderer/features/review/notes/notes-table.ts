import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ReviewNote } from '#shared/model/review-note.ts';

import type { ReviewTableProps } from '../ReviewTable.tsx';

/** Marked moments, as every export has them. */
export function notesTable(
  { t, format }: I18n,
  notes: readonly ReviewNote[],
): ReviewTableProps<ReviewNote> {
  const photoOf = ({ imageId }: ReviewNote): string =>
    t(imageId === null ? 'note.noPhoto' : 'note.photo');
  return {
    title: t('note.list'),
    columns: [
      {
        label: t('note.at'),
        isNumber: false,
        cell: ({ ts }) => format.time(ts, null),
        copied: ({ ts }) => new Date(ts).toISOString(),
      },
      {
        label: t('note.text'),
        isNumber: false,
        cell: ({ note }) => (note === '' ? '—' : note),
        copied: ({ note }) => (note === '' ? null : note),
      },
      {
        label: t('note.written'),
        isNumber: false,
        cell: ({ writtenTs }) => format.dateTime(writtenTs, null),
        copied: ({ writtenTs }) => new Date(writtenTs).toISOString(),
      },
      { label: t('note.photo'), isNumber: false, cell: photoOf, copied: photoOf },
    ],
    rows: notes,
    rowKey: ({ seq }) => seq,
    empty: t('note.none'),
  };
}
