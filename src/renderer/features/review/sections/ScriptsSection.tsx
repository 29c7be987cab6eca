import type { ReactElement } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import type { Review } from '#shared/model/review.ts';

import { BlocksTable } from '../BlocksTable.tsx';
import { CuesTable } from '../CuesTable.tsx';
import { LiftSection } from '../lift/LiftSection.tsx';
import { ReviewSection } from './ReviewSection.tsx';

interface ScriptsSectionProps {
  readonly review: Review;
  /** Why what followed is not known. */
  readonly liftError: AppError | null;
}

/** What the host was told to say, and the run of show as it was planned and as it went. */
export function ScriptsSection({ review, liftError }: ScriptsSectionProps): ReactElement {
  return (
    <ReviewSection id="scripts">
      <LiftSection lift={review.lift} error={liftError} />
      <CuesTable cues={review.cues} />
      <BlocksTable review={review} />
    </ReviewSection>
  );
}
