import type { ReactElement } from 'react';

import type { Review } from '#shared/model/review.ts';

import { BenefitLift } from '../benefits/BenefitLift.tsx';
import { BenefitsTable } from '../benefits/BenefitsTable.tsx';
import { PromisesTable } from '../PromisesTable.tsx';
import { OpenPanel } from './OpenPanel.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** What viewers were offered, and what came of it. */
export function BenefitsSection({ review }: { readonly review: Review }): ReactElement {
  return (
    <ReviewSection id="benefits">
      <BenefitsTable review={review} />
      <BenefitLift review={review} />
      <div>
        <OpenPanel panel="benefits" words="benefits.open" />
      </div>
      <PromisesTable promises={review.promises} />
    </ReviewSection>
  );
}
