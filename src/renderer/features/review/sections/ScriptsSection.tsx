import type { ReactElement } from 'react';

import type { Review } from '#shared/model/review.ts';

import { BlocksTable } from '../BlocksTable.tsx';
import { CuesTable } from '../CuesTable.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** What the host was told to say, and the run of show as it was planned and as it went. */
export function ScriptsSection({ review }: { readonly review: Review }): ReactElement {
  return (
    <ReviewSection id="scripts">
      <CuesTable cues={review.cues} />
      <BlocksTable review={review} />
    </ReviewSection>
  );
}
