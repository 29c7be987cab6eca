import { useState } from 'react';
import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Finding } from '#shared/model/finding.ts';
import type { Review } from '#shared/model/review.ts';

import { findingCard } from '../findings/finding-text.ts';
import { ReviewTable } from '../ReviewTable.tsx';
import { ElsewhereLine } from '../ElsewhereLine.tsx';
import { judgedTable } from './improvement-tables.ts';
import styles from './Improvements.module.css';
import { ItemForm } from './ItemForm.tsx';
import { inputOfFinding } from './item-input.ts';
import { OwnItem } from './OwnItem.tsx';
import type { ImprovementsOfReview } from './use-improvements.ts';

interface ImprovementsProps {
  readonly review: Review;
  readonly improvements: ImprovementsOfReview;
}

/** What is to be done otherwise next time, and what became of what earlier reviews asked for. */
export function Improvements({ review, improvements }: ImprovementsProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { held, change, error } = improvements;
  const [isWriting, setWriting] = useState(false);
  const openPanel = useDeskStore((desk) => desk.openPanel);
  const title =
    held.own.length === 0 ? t('improve.title') : t('improve.titleOf', { count: held.own.length });

  return (
    <>
      <ReviewTable {...judgedTable(i18n, held.judged)} />
      <section aria-label={title}>
        <div className={styles.head}>
          <h3>{title}</h3>
          <ElsewhereLine isNews={improvements.isNews} onShow={improvements.showNews} />
          <div className={styles.acts}>
            <Button onClick={() => openPanel('improvements')}>{t('improve.open')}</Button>
            <Button aria-expanded={isWriting} onClick={() => setWriting(!isWriting)}>
              {t('improve.write')}
            </Button>
          </div>
        </div>
        {isWriting && (
          <ItemForm
            review={review}
            item={null}
            onPut={improvements.put}
            onClose={() => setWriting(false)}
          />
        )}
        {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
        {change !== null && (
          <div className={styles.said}>
            <Notice tone="info">
              {t(`improve.changed.${change.kind}`)}{' '}
              <Button onClick={() => void improvements.undo()}>{t('improve.undo')}</Button>
            </Notice>
          </div>
        )}
        {held.own.length === 0 && <p className={styles.empty}>{t('improve.none')}</p>}
        {held.own.length > 0 && (
          <ul className={styles.items}>
            {held.own.map((item) => (
              <OwnItem key={item.id} review={review} item={item} improvements={improvements} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

/** Takes a finding on with its own words, figure and goal. */
export function AcceptFinding(
  props: ImprovementsProps & { readonly finding: Finding },
): ReactElement {
  const { review, finding, improvements } = props;
  const i18n = useI18n();
  const { t } = i18n;
  if (takenIds(improvements).has(finding.id))
    return <span className={styles.quiet}>{t('improve.accepted')}</span>;
  return (
    <Button
      aria-label={t('improve.acceptNamed', { title: findingCard(i18n, finding).title })}
      onClick={() => void improvements.put(inputOfFinding(i18n, review, finding))}
    >
      {t('improve.accept')}
    </Button>
  );
}

function takenIds({ held }: ImprovementsOfReview): ReadonlySet<string> {
  return new Set(
    held.own.flatMap(({ findingId, state }) => (state === 'dropped' ? [] : (findingId ?? []))),
  );
}
