import type { ReactElement } from 'react';

import { targetName } from '#renderer/i18n/goal-text.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { targetLine } from '../target-lines.ts';
import { baseFacts } from './base-facts.ts';
import styles from './Facts.module.css';
import { MissingData } from './MissingData.tsx';
import { OpenPanel } from './OpenPanel.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** Which show it was: when, what about, who, and what it was to come to. */
export function BaseSection({ review }: { readonly review: Review }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <ReviewSection id="base">
      <dl className={styles.facts}>
        {baseFacts(i18n, review).map(({ label, text, isUnknown }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd data-unknown={isUnknown}>{text}</dd>
          </div>
        ))}
        {review.targets.map(({ name }) => (
          <div key={name}>
            <dt>{t('review.base.goal', { name: targetName(i18n, name) })}</dt>
            <dd>{targetLine(i18n, review, name)?.text}</dd>
          </div>
        ))}
      </dl>
      {review.targets.length === 0 && (
        <MissingData
          what={t('review.base.noGoals')}
          how={t('review.base.noGoalsHow')}
          action={<OpenPanel panel="targets" words="review.base.setGoals" />}
        />
      )}
    </ReviewSection>
  );
}
