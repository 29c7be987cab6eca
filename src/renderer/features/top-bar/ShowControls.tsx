import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { Show } from '#shared/model/show.ts';

import { PlaybackSpeed } from './PlaybackSpeed.tsx';
import styles from './TopBar.module.css';
import { useSecondPress } from './use-second-press.ts';

/** Start, pause, resume, end; what was refused is said beneath. */
export function ShowControls(): ReactElement | null {
  const i18n = useI18n();
  const show = useShow();
  const [error, setError] = useState<AppError | null>(null);
  const report = useCallback((result: Result<unknown>) => {
    setError(result.ok ? null : result.error);
  }, []);
  if (show === null) return null;
  return (
    <div className={styles.controls}>
      <PlaybackSpeed onAnswer={report} />
      <StateButtons show={show} onAnswer={report} />
      {show.origin === 'demo' && show.state !== 'ended' && <LeaveDemo onAnswer={report} />}
      {error !== null && (
        <p className={styles.refusal} role="alert">
          {errorMessage(i18n, error)}
          <Button tone="quiet" onClick={() => setError(null)}>
            {i18n.t('common.close')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** One press from the demo to a room of one's own. */
function LeaveDemo({ onAnswer }: Pick<StateButtonsProps, 'onAnswer'>): ReactElement {
  const { t } = useI18n();
  const run = useCommand();
  const openSetUp = useDeskStore((state) => state.openSetUp);
  async function leave(): Promise<void> {
    const result = await run('show.leave', {});
    onAnswer(result);
    if (result.ok) openSetUp('room');
  }
  return (
    <Button className={styles.spare} title={t('topBar.ownRoomHint')} onClick={() => void leave()}>
      {t('topBar.ownRoom')}
    </Button>
  );
}

interface StateButtonsProps {
  readonly show: Show;
  readonly onAnswer: (result: Result<unknown>) => void;
}

function StateButtons({ show, onAnswer }: StateButtonsProps): ReactElement {
  const { t } = useI18n();
  const run = useCommand();
  const showReview = useDeskStore((state) => state.showReview);
  switch (show.state) {
    case 'planned':
      return (
        <Button tone="go" onClick={() => void run('show.start', {}).then(onAnswer)}>
          {t(show.origin === 'live' ? 'topBar.start' : 'topBar.startOther')}
        </Button>
      );
    case 'on_air':
      return (
        <>
          <Button onClick={() => void run('show.pause', {}).then(onAnswer)}>
            {t('topBar.pause')}
          </Button>
          <EndButton onAnswer={onAnswer} />
        </>
      );
    case 'paused':
      return (
        <>
          <Button tone="go" onClick={() => void run('show.resume', {}).then(onAnswer)}>
            {t('topBar.resume')}
          </Button>
          <EndButton onAnswer={onAnswer} />
        </>
      );
    case 'ended':
      return (
        <>
          <Button tone="go" onClick={() => showReview(show.id)}>
            {t('topBar.review')}
          </Button>
          <Button onClick={() => void run('show.leave', {}).then(onAnswer)}>
            {t('topBar.leave')}
          </Button>
        </>
      );
  }
}

/** Ending opens the review, which is what the operator wants next. */
function EndButton({
  onAnswer,
}: {
  readonly onAnswer: StateButtonsProps['onAnswer'];
}): ReactElement {
  const { t } = useI18n();
  const run = useCommand();
  const showReview = useDeskStore((state) => state.showReview);
  const end = useCallback(() => {
    void run('show.end', {}).then((result) => {
      onAnswer(result);
      if (result.ok) showReview(result.value.showId);
    });
  }, [run, onAnswer, showReview]);
  const { isAsking, press } = useSecondPress(end);
  return (
    <Button
      tone={isAsking ? 'danger' : 'plain'}
      className={styles.end}
      title={t('topBar.endHint')}
      onClick={press}
    >
      {t(isAsking ? 'topBar.endSure' : 'topBar.end')}
    </Button>
  );
}
