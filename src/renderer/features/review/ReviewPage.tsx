import { useEffect, useRef, useState } from 'react';
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

import { ActsTable } from './ActsTable.tsx';
import { AiringsTable } from './AiringsTable.tsx';
import { CuesTable } from './CuesTable.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { DutiesTable } from './DutiesTable.tsx';
import { Findings } from './findings/Findings.tsx';
import { GapsTable } from './GapsTable.tsx';
import { ProductsTable } from './ProductsTable.tsx';
import { PushesTable } from './PushesTable.tsx';
import { ReviewHeader } from './ReviewHeader.tsx';
import styles from './ReviewPage.module.css';
import { EnterFigures, SelfCheck } from './SelfCheck.tsx';
import { Timeline } from './Timeline.tsx';
import { TotalTiles } from './TotalTiles.tsx';
import { useAsked } from './use-asked.ts';
import { useReview } from './use-review.ts';
import { BlocksTable } from './BlocksTable.tsx';
import { PromisesTable } from './PromisesTable.tsx';
import { SlipsTable } from './SlipsTable.tsx';
import { WarningsTable } from './WarningsTable.tsx';

interface ReviewPageProps {
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
        {load.state === 'ready' && <ReviewBody review={load.review} />}
      </div>
    </main>
  );
}

function ReviewBody({ review: read }: { readonly review: Review }): ReactElement {
  const { review, isCounting } = useAsked(read);
  const momentTs = useDeskStore((state) => state.reviewMomentTs);
  return (
    <>
      <ReviewHeader
        review={review}
        actions={
          <div className={styles.actions}>
            <EnterFigures />
            <ExportButtons review={review} />
            <LeaveBar showId={review.show.id} />
          </div>
        }
      />
      <TotalTiles review={review} />
      <Findings review={review} />
      <SelfCheck showId={review.show.id} />
      <Timeline review={review} momentTs={momentTs} />
      <ProductsTable products={review.products} />
      <PushesTable pushes={review.pushes} />
      <AiringsTable pushes={review.pushes} isCounting={isCounting} />
      <CuesTable cues={review.cues} />
      <BlocksTable review={review} />
      <PromisesTable promises={review.promises} />
      <DutiesTable duties={review.duties} />
      <WarningsTable warnings={review.warnings} />
      <SlipsTable slips={review.slips} />
      <ActsTable acts={review.acts} />
      <GapsTable gaps={review.gaps} />
    </>
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
      <Button tone={isCurrent ? 'go' : 'plain'} onClick={() => void leave()}>
        {i18n.t(isCurrent ? 'review.newShow' : 'review.back')}
      </Button>
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
    </div>
  );
}
