import type { ReactElement } from 'react';

import type { Review } from '#shared/model/review.ts';

import { PromisesTable } from '../PromisesTable.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** What viewers were offered, and what came of it. */
export function BenefitsSection({ review }: { readonly review: Review }): ReactElement {
  return (
    <ReviewSection id="benefits">
      <PromisesTable promises={review.promises} />
    </ReviewSection>
  );
}
