import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { ActsTable } from '../ActsTable.tsx';
import { GapsTable } from '../GapsTable.tsx';
import { OverruledTable } from '../OverruledTable.tsx';
import { SlipsTable } from '../SlipsTable.tsx';
import { OutputsReview } from '../streams/OutputsReview.tsx';
import { StreamsTable } from '../streams/StreamsTable.tsx';
import { WarningsTable } from '../WarningsTable.tsx';
import styles from './IncidentsSection.module.css';
import { MissingData } from './MissingData.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/**
 * What went wrong or had to be held back, how the streams held, and where data is missing; what did
 * not happen is one line.
 */
export function IncidentsSection({ review }: { readonly review: Review }): ReactElement {
  const { t } = useI18n();
  const { slips, warnings, acts, overruled, gaps, streams, outputs } = review;
  const isUnstrained = outputs.length > 0 && outputs.every(({ strains }) => strains.length === 0);
  const isUntold = streams.every(({ outages }) => outages === null);
  const hadNoOutage = streams.every(({ outages }) => outages?.length === 0);
  const nothing = [
    ...(slips.length === 0 ? [t('review.slips')] : []),
    ...(warnings.length === 0 ? [t('review.warnings')] : []),
    ...(acts.length === 0 ? [t('review.acts')] : []),
    ...(overruled.length === 0 ? [t('review.overruled')] : []),
    ...(!isUntold && hadNoOutage ? [t('review.incidents.outages')] : []),
    ...(isUnstrained ? [t('review.strains')] : []),
    ...(gaps.length === 0 ? [t('review.gaps')] : []),
  ];
  return (
    <ReviewSection id="incidents">
      {slips.length > 0 && <SlipsTable slips={slips} />}
      {warnings.length > 0 && <WarningsTable warnings={warnings} />}
      {acts.length > 0 && <ActsTable acts={acts} />}
      {overruled.length > 0 && <OverruledTable overruled={overruled} />}
      {isUntold ? (
        <MissingData what={t('review.streams.none')} how={t('review.streams.noneHow')} />
      ) : (
        !hadNoOutage && <StreamsTable review={review} />
      )}
      <OutputsReview review={review} />
      {gaps.length > 0 && <GapsTable gaps={gaps} />}
      {nothing.length > 0 && (
        <p className={styles.nothing}>
          {t('review.incidents.nothing', { names: nothing.join(t('common.listSeparator')) })}
        </p>
      )}
    </ReviewSection>
  );
}
