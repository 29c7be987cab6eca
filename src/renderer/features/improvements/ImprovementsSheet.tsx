import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { dueText, judgementText, proofText, provingText } from '#renderer/ui/improvement-text.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { ImprovementCourse, ImprovementItem } from '#shared/model/improvement.ts';

import styles from './ImprovementsSheet.module.css';
import { useCourses, type Courses } from './use-courses.ts';

const LOOKED_EVERY_MS = 60_000;

/** Every improvement item of the room, with what each show it was carried into says of it. */
export function ImprovementsSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const held = useCourses();
  const { courses, error, changeId, undo } = held;
  return (
    <Dialog title={t('improve.open')} onClose={onClose}>
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
      {changeId !== null && (
        <Notice tone="info">
          {t('improve.changed.state')}{' '}
          <Button onClick={() => void undo()}>{t('improve.undo')}</Button>
        </Notice>
      )}
      {courses === null && error === null && <p role="status">{t('improve.loading')}</p>}
      {courses?.length === 0 && <p className={styles.quiet}>{t('improve.noneRoom')}</p>}
      <ul className={styles.courses}>
        {(courses ?? []).map((course) => (
          <Course key={course.item.id} course={course} setState={held.setState} />
        ))}
      </ul>
    </Dialog>
  );
}

interface CourseProps {
  readonly course: ImprovementCourse;
  readonly setState: Courses['setState'];
}

function Course({ course, setState }: CourseProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const nowTs = useWallNow(LOOKED_EVERY_MS);
  const { item, trials, canClose } = course;
  const { scheme, state } = item;
  return (
    <li className={styles.course} data-state={state}>
      <p className={styles.scheme}>
        <b>{scheme}</b> <span className={styles.quiet}>{t(`improve.state.${state}`)}</span>
      </p>
      <p className={styles.quiet}>
        {item.problem} · {t('improve.from', { title: item.showTitle })}
      </p>
      <p className={styles.quiet}>
        {item.owner === '' ? t('improve.noOwner') : item.owner} ·{' '}
        {dueText(i18n, item, state === 'open' ? nowTs : null)}
      </p>
      <p>{proofText(i18n, item)}</p>
      <Trials i18n={i18n} item={item} trials={trials} />
      {canClose && <Notice tone="info">{t('improve.habit')}</Notice>}
      <div className={styles.acts}>
        {state === 'open' ? (
          <>
            <Button
              tone={canClose ? 'go' : 'plain'}
              aria-label={t('improve.closeNamed', { scheme })}
              onClick={() => void setState(item, 'done')}
            >
              {t('improve.close')}
            </Button>
            <Button
              aria-label={t('improve.dropNamed', { scheme })}
              onClick={() => void setState(item, 'dropped')}
            >
              {t('improve.drop')}
            </Button>
          </>
        ) : (
          <Button
            aria-label={t('improve.reopenNamed', { scheme })}
            onClick={() => void setState(item, 'open')}
          >
            {t('improve.reopen')}
          </Button>
        )}
      </div>
    </li>
  );
}

interface TrialsProps {
  readonly i18n: I18n;
  readonly item: ImprovementItem;
  readonly trials: ImprovementCourse['trials'];
}

function Trials({ i18n, item, trials }: TrialsProps): ReactElement {
  const { t, format } = i18n;
  const { proving, currency } = item;
  if (trials.length === 0) return <p className={styles.quiet}>{t('improve.noTrials')}</p>;
  return (
    <ol className={styles.trials} aria-label={t('improve.trials')}>
      {trials.map(({ showId, title, startedTs, judgement }) => (
        <li key={showId}>
          <span className={styles.quiet}>{format.day(startedTs)}</span>{' '}
          {t('improve.trial', {
            title,
            now:
              proving === null ? '—' : provingText(i18n, proving.metric, judgement.now, currency),
            verdict: t(`improve.verdict.${judgement.verdict}`),
          })}{' '}
          <span className={styles.quiet}>{judgementText(i18n, item, judgement)}</span>
        </li>
      ))}
    </ol>
  );
}
