import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { CommerceTotals } from '../commerce/CommerceTotals.tsx';
import { MissingData } from './MissingData.tsx';
import { OpenPanel } from './OpenPanel.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** Where viewers came from: the platforms, and what was paid for. */
export function TrafficSection({ review }: { readonly review: Review }): ReactElement {
  const { t } = useI18n();
  const isKnown = review.totals.views.known || review.totals.joins.known;
  return (
    <ReviewSection id="traffic">
      {!isKnown && (
        <MissingData
          what={t('review.traffic.none')}
          how={t('review.traffic.noneHow')}
          action={<OpenPanel panel="figures" words="figures.open" />}
        />
      )}
      <CommerceTotals review={review} />
    </ReviewSection>
  );
}
