import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useKeptFocus } from '#renderer/ui/use-kept-focus.ts';
import { ok, type AppError } from '#shared/contract/app-error.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { Review } from '#shared/model/review.ts';

import { Findings } from './findings/Findings.tsx';
import { useImprovements } from './improvements/use-improvements.ts';
import { useNotes, withNotes } from './notes/use-notes.ts';
import { ExportMenu } from './report/ExportMenu.tsx';
import { GroupMessage } from './report/GroupMessage.tsx';
import { ReviewHeader } from './ReviewHeader.tsx';
import styles from './ReviewPage.module.css';
import { EnterFigures, ImportFigures, OverShows } from './SelfCheck.tsx';
import { TotalTiles } from './TotalTiles.tsx';
import { useLift, withLift } from './lift/use-lift.ts';
import { useAsked } from './use-asked.ts';
import { useReview } from './use-review.ts';
import { AudienceSection } from './sections/AudienceSection.tsx';
import { BaseSection } from './sections/BaseSection.tsx';
import { BenefitsSection } from './sections/BenefitsSection.tsx';
import { Contents } from './sections/Contents.tsx';
import { FirstProducts } from './sections/FirstProducts.tsx';
import { ImprovementSection } from './sections/ImprovementSection.tsx';
import { IncidentsSection } from './sections/IncidentsSection.tsx';
import { PeopleSection } from './sections/PeopleSection.tsx';
import { ProductsSection } from './sections/ProductsSection.tsx';
import { ScorecardSection } from './sections/ScorecardSection.tsx';
import { ScriptsSection } from './sections/ScriptsSection.tsx';
import type { SectionId } from './sections/section-ids.ts';
import { TimelineSection } from './sections/TimelineSection.tsx';
import { TrafficSection } from './sections/TrafficSection.tsx';
import { useSectionKeys } from './sections/use-section-keys.ts';
import { useCurrentSection } from './sections/use-current-section.ts';
import { VoiceSection } from './sections/VoiceSection.tsx';

export interface ReviewPageProps {
  readonly showId: ShowId;
}

/** What a show came to: opened when the operator ends it, and from the list of past shows. */
export function ReviewPage({ showId }: ReviewPageProps): ReactElement {
  const i18n = useI18n();
  const { load, retry } = useReview(showId);
  const page = useRef<HTMLElement>(null);
  useKeptFocus(page);
  // What ended the show had the focus and is gone: the keys scroll the review.
  useEffect(() => page.current?.focus(), []);
  const current = useCurrentSection(page);
  useSectionKeys(page);
  return (
    <main ref={page} className={styles.page} tabIndex={-1}>
      <div className={styles.sheet}>
        {load.state === 'loading' && (
          <>
            <LeaveBar showId={showId} />
            <p className={styles.quiet} role="status">
              {i18n.t('review.loading')}
            </p>
          </>
        )}
        {load.state === 'failed' && (
          <>
            <LeaveBar showId={showId} />
            <Notice tone="danger">
              {i18n.t('review.error', { reason: errorMessage(i18n, load.error) })}
            </Notice>
            <Button onClick={retry}>{i18n.t('review.retry')}</Button>
          </>
        )}
        {load.state === 'ready' && <ReviewBody review={load.review} current={current} />}
      </div>
    </main>
  );
}

interface ReviewBodyProps {
  readonly review: Review;
  readonly current: SectionId | null;
}

function ReviewBody({ review: read, current }: ReviewBodyProps): ReactElement {
  const { review: counted, isCounting } = useAsked(read);
  const { lift, error: liftError } = useLift(read);
  const improvements = useImprovements(read);
  const notes = useNotes(read);
  const review = useMemo(
    () => ({
      ...withLift(withNotes(counted, notes.notes), lift, liftError),
      improvements: improvements.held,
    }),
    [counted, notes.notes, lift, liftError, improvements.held],
  );
  // The first page is painted before the parts below it are made.
  const hasParts = useDeferredValue(true, false);
  return (
    <div className={styles.columns}>
      <Contents current={current} />
      <div className={styles.body}>
        <ReviewHeader
          review={review}
          actions={
            <div className={styles.actions}>
              <EnterFigures />
              <ImportFigures />
              <OverShows />
              <ExportMenu review={review} />
              <GroupMessage review={review} />
              <LeaveBar showId={review.show.id} />
            </div>
          }
        />
        <TotalTiles review={review} />
        <Findings review={review} />
        <FirstProducts review={review} />
        {hasParts && (
          <>
            <BaseSection review={review} />
            <ScorecardSection review={review} />
            <TrafficSection review={review} />
            <AudienceSection review={review} />
            <TimelineSection review={review} notes={notes} />
            <ProductsSection review={review} isCounting={isCounting} />
            <ScriptsSection review={review} liftError={liftError} />
            <BenefitsSection review={review} />
            <PeopleSection review={review} />
            <VoiceSection review={review} />
            <IncidentsSection review={review} />
            <ImprovementSection review={review} improvements={improvements} />
          </>
        )}
      </div>
    </div>
  );
}

/** Out of the review: the show that was just ended is left, a past one is put back. */
function LeaveBar({ showId }: ReviewPageProps): ReactElement {
  const i18n = useI18n();
  const run = useCommand();
  const show = useShow();
  const [error, setError] = useState<AppError | null>(null);
  const showLive = useDeskStore((state) => state.showLive);
  const isCurrent = show?.id === showId;

  async function leave(): Promise<void> {
    const result = isCurrent ? await run('show.leave', {}) : ok({});
    if (result.ok) showLive();
    else setError(result.error);
  }

  return (
    <div className={styles.leave}>
      <Button onClick={() => void leave()}>
        {i18n.t(isCurrent ? 'review.newShow' : 'review.back')}
      </Button>
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
    </div>
  );
}
