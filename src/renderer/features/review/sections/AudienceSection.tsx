import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { MissingData } from './MissingData.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** How viewers came, stayed and went. */
export function AudienceSection({ review }: { readonly review: Review }): ReactElement {
  const { t } = useI18n();
  return (
    <ReviewSection id="audience">
      {!review.totals.joins.known && (
        <MissingData what={t('review.audience.noJoins')} how={t('review.audience.noJoinsHow')} />
      )}
    </ReviewSection>
  );
}
