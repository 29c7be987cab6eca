import type { ReactElement } from 'react';

import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { Review } from '#shared/model/review.ts';

import { ImportedMinutes } from '../commerce/ImportedMinutes.tsx';
import { Timeline } from '../Timeline.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** The show minute by minute, with everything that was done in it. */
export function TimelineSection({ review }: { readonly review: Review }): ReactElement {
  const momentTs = useDeskStore((state) => state.reviewMomentTs);
  return (
    <ReviewSection id="timeline">
      <Timeline review={review} momentTs={momentTs} />
      <ImportedMinutes review={review} />
    </ReviewSection>
  );
}
