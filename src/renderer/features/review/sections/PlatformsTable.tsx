import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { PlatformAudience } from '#shared/model/review-audience.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from '../ReviewTable.tsx';
import { platformNameOf } from '../use-platform-name.ts';
import { stayText } from './stay-text.ts';
import styles from './PlatformsTable.module.css';

/** What each platform brought. */
export function PlatformsTable({
  platforms,
}: {
  readonly platforms: readonly PlatformAudience[];
}): ReactElement {
  return <ReviewTable {...platformsTable(useI18n(), platforms)} />;
}

export function platformsTable(
  i18n: I18n,
  platforms: readonly PlatformAudience[],
): ReviewTableProps<PlatformAudience> {
  const { t, format } = i18n;
  const count = (
    label: string,
    of: (row: PlatformAudience) => number | null,
  ): ReviewColumn<PlatformAudience> => ({
    label,
    isNumber: true,
    cell: (row) => {
      const value = of(row);
      return value === null ? '—' : format.number(value);
    },
    copied: of,
  });
  const nameOf = ({ platform }: PlatformAudience): string => platformNameOf(i18n, platform);
  const shareOf = ({ share }: PlatformAudience): string =>
    share === null ? '—' : format.share(share);
  const columns: readonly ReviewColumn<PlatformAudience>[] = [
    { label: t('review.traffic.platform'), isNumber: false, cell: nameOf, copied: nameOf },
    count(t('review.traffic.views'), ({ views }) => views),
    count(t('review.traffic.joins'), ({ joins }) => joins),
    count(t('review.traffic.online'), ({ viewersMean }) => viewersMean),
    {
      label: t('review.traffic.share'),
      isNumber: true,
      cell: (row) => (
        <span className={styles.share}>
          {row.share !== null && (
            <span className={styles.track} aria-hidden="true">
              <span style={{ width: `${(row.share * 100).toFixed(1)}%` }} />
            </span>
          )}
          <span className={styles.number}>{shareOf(row)}</span>
        </span>
      ),
      text: shareOf,
      copied: ({ share }) => share,
      unit: 'fraction',
    },
    count(t('review.traffic.chats'), ({ chats }) => chats),
    {
      label: t('review.traffic.stay'),
      isNumber: true,
      cell: ({ stay }) => stayText(i18n, stay),
      copied: ({ stay }) => (stay.known ? Math.round(stay.seconds) : null),
      unit: 'seconds',
    },
    {
      label: t('review.traffic.known'),
      isNumber: true,
      cell: ({ knownMinutes }) => format.number(knownMinutes),
      copied: ({ knownMinutes }) => knownMinutes,
    },
  ];
  return {
    title: t('review.traffic.platforms'),
    columns,
    rows: platforms,
    rowKey: ({ platform }) => platform,
    empty: t('review.traffic.noPlatforms'),
  };
}
