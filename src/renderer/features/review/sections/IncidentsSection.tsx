import type { ReactElement } from 'react';

import type { Review } from '#shared/model/review.ts';

import { ActsTable } from '../ActsTable.tsx';
import { GapsTable } from '../GapsTable.tsx';
import { SlipsTable } from '../SlipsTable.tsx';
import { WarningsTable } from '../WarningsTable.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** What went wrong or had to be held back, and where data is missing. */
export function IncidentsSection({ review }: { readonly review: Review }): ReactElement {
  return (
    <ReviewSection id="incidents">
      <SlipsTable slips={review.slips} />
      <WarningsTable warnings={review.warnings} />
      <ActsTable acts={review.acts} />
      <GapsTable gaps={review.gaps} />
    </ReviewSection>
  );
}
