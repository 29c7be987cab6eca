import type { ReactElement } from 'react';

import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { Review } from '#shared/model/review.ts';

import { ImportedMinutes } from '../commerce/ImportedMinutes.tsx';
import { NotesList } from '../notes/NotesList.tsx';
import type { NotesOfReview } from '../notes/use-notes.ts';
import { Timeline } from '../Timeline.tsx';
import { ReviewSection } from './ReviewSection.tsx';

interface TimelineSectionProps {
  readonly review: Review;
  readonly notes: NotesOfReview;
}

/** The show minute by minute, with everything that was done in it. */
export function TimelineSection({ review, notes }: TimelineSectionProps): ReactElement {
  const momentTs = useDeskStore((state) => state.reviewMomentTs);
  return (
    <ReviewSection id="timeline">
      <Timeline review={review} momentTs={momentTs} />
      <NotesList review={review} held={notes} />
      <ImportedMinutes review={review} />
    </ReviewSection>
  );
}
