import type { ReactElement, ReactNode } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import styles from './ReviewHeader.module.css';
import { reviewFacts } from './review-facts.ts';

interface ReviewHeaderProps {
  readonly review: Review;
  readonly actions: ReactNode;
}

/** Which show, when, how long, from where, and how whole its data is. */
export function ReviewHeader({ review, actions }: ReviewHeaderProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { show } = review;
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1>{t('review.title', { title: show.title })}</h1>
        <p>{reviewFacts(i18n, review).join(' · ')}</p>
        {show.origin !== 'live' && <p>{t('review.notLive')}</p>}
      </div>
      {actions}
    </header>
  );
}
