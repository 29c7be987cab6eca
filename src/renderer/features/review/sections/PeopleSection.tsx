import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { DutiesTable } from '../DutiesTable.tsx';
import { MissingData } from './MissingData.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** Who did what, and on time or not. */
export function PeopleSection({ review }: { readonly review: Review }): ReactElement {
  const { t } = useI18n();
  return (
    <ReviewSection id="people">
      {review.duties.length === 0 && (
        <MissingData what={t('review.people.noDuty')} how={t('review.people.noDutyHow')} />
      )}
      <DutiesTable duties={review.duties} />
    </ReviewSection>
  );
}
