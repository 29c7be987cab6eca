import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { ShowSummary } from '#shared/model/review.ts';

import styles from './PastShows.module.css';
import { SetUpCard } from './SetUpCard.tsx';
import { SpeedSelect } from './SpeedSelect.tsx';
import { usePastShows } from './use-past-shows.ts';

/** Shows that have ended: open the review, or play one again. */
export function PastShows(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const showReview = useDeskStore((state) => state.showReview);
  const openPanel = useDeskStore((state) => state.openPanel);
  const { load, retry } = usePastShows();
  const [speed, setSpeed] = useState(1);
  const [error, setError] = useState<AppError | null>(null);

  async function replay(show: ShowSummary): Promise<void> {
    const result = await run('replay.start', { from: { showId: show.id }, speed });
    setError(result.ok ? null : result.error);
  }

  return (
    <SetUpCard title={t('setUp.pastTitle')} text={t('setUp.pastText')} isFirst={false}>
      {load.state === 'loading' && <p role="status">{t('setUp.pastLoading')}</p>}
      {load.state === 'failed' && (
        <>
          <Notice tone="danger">
            {t('setUp.pastError', { reason: errorMessage(i18n, load.error) })}
          </Notice>
          <Button onClick={retry}>{t('setUp.retry')}</Button>
        </>
      )}
      {load.state === 'ready' && load.shows.length === 0 && (
        <p className={styles.empty}>{t('setUp.pastEmpty')}</p>
      )}
      {load.state === 'ready' && load.shows.length > 0 && (
        <>
          <div className={styles.head}>
            <SpeedSelect speed={speed} onChange={setSpeed} />
            <Button onClick={() => openPanel('shows')}>{t('shows.openSheet')}</Button>
          </div>
          <ul className={styles.list}>
            {load.shows.map((show) => (
              <li key={show.id}>
                <ShowWords show={show} />
                <Button
                  aria-label={t('setUp.reviewNamed', { title: show.title })}
                  onClick={() => showReview(show.id)}
                >
                  {t('setUp.review')}
                </Button>
                <Button
                  tone="quiet"
                  aria-label={t('setUp.replayNamed', { title: show.title })}
                  onClick={() => void replay(show)}
                >
                  {t('setUp.replay')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {error !== null && (
        <Notice tone="danger">{t('setUp.failed', { reason: errorMessage(i18n, error) })}</Notice>
      )}
    </SetUpCard>
  );
}

function ShowWords({ show }: { readonly show: ShowSummary }): ReactElement {
  const { t, tn, format } = useI18n();
  const facts = [
    t(`setUp.origin.${show.origin}`),
    // With its year: shows stay for as long as the operator keeps them.
    show.startedTs === null
      ? t('setUp.notStarted')
      : `${format.day(show.startedTs)} ${format.time(show.startedTs, null)}`,
    ...(show.startedTs !== null && show.endedTs !== null
      ? [format.span(show.endedTs - show.startedTs)]
      : []),
    tn('setUp.events', show.events),
  ];
  return (
    <div className={styles.words}>
      <div className={styles.title}>{show.title}</div>
      <div className={styles.facts} title={facts.join(' · ')}>
        {facts.join(' · ')}
      </div>
    </div>
  );
}
