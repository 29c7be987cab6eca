import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { comparedWith } from '../compare-text.ts';
import { CommerceCheck } from '../commerce/CommerceCheck.tsx';
import { SelfCheck } from '../SelfCheck.tsx';
import { MissingData } from './MissingData.tsx';
import { ReviewSection } from './ReviewSection.tsx';
import { ScorecardTable } from './ScorecardTable.tsx';

/** Every figure against its target and the room's own shows. */
export function ScorecardSection({ review }: { readonly review: Review }): ReactElement {
  const i18n = useI18n();
  const { comparison, show } = review;
  return (
    <ReviewSection id="scorecard">
      <ScorecardTable review={review} />
      {comparison.reason !== null && (
        <MissingData
          what={comparedWith(i18n, comparison)}
          how={i18n.t(`review.score.${comparison.reason}How`)}
        />
      )}
      <SelfCheck showId={show.id} />
      <CommerceCheck review={review} />
    </ReviewSection>
  );
}
