import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { EntryCurve } from './EntryCurve.tsx';
import styles from './Facts.module.css';
import { LossesTable } from './LossesTable.tsx';
import { MissingData } from './MissingData.tsx';
import { RetentionCurve } from './RetentionCurve.tsx';
import { ReviewSection } from './ReviewSection.tsx';
import { enteredOf, stayText } from './stay-text.ts';

/** How viewers came, stayed and went. */
export function AudienceSection({ review }: { readonly review: Review }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { audience, totals } = review;
  return (
    <ReviewSection id="audience">
      {totals.joins.known && <EntryCurve review={review} />}
      {!totals.joins.known && (
        <MissingData what={t('review.audience.noJoins')} how={t('review.audience.noJoinsHow')} />
      )}
      <dl className={styles.facts}>
        {stayFacts(i18n, review).map(({ label, text, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
            <dd className={styles.note}>{note}</dd>
          </div>
        ))}
      </dl>
      {audience.retention.length > 0 && (
        <>
          <RetentionCurve points={audience.retention} />
          <p className={styles.note}>{t('review.audience.retentionHow')}</p>
        </>
      )}
      {totals.viewersMean.known && <LossesTable review={review} />}
    </ReviewSection>
  );
}

type StayFact = { readonly label: string; readonly text: string; readonly note: string };

/** What is told of how long they stayed, and what is worked out, each with what it stands on. */
function stayFacts(i18n: I18n, { audience }: Review): readonly StayFact[] {
  const { t, format } = i18n;
  const { stay } = audience;
  const watch = enteredOf(audience, 'watchSeconds');
  const after5 = enteredOf(audience, 'retention5Min');
  const how = stay.known
    ? t(stay.isSteady ? 'review.audience.stayHow' : 'review.audience.stayUnsteady', {
        joins: format.number(stay.joins),
        minutes: format.number(stay.minutes),
      })
    : t(`review.audience.stay.${stay.reason}`);
  return [
    { label: t('review.audience.stayEstimate'), text: stayText(i18n, stay), note: how },
    {
      label: t('review.audience.stayTold'),
      text: watch === null ? '—' : format.span(watch * 1_000),
      note: t(watch === null ? 'review.audience.notEntered' : 'review.audience.byHand'),
    },
    {
      label: t('review.audience.after5Told'),
      text: after5 === null ? '—' : format.share(after5),
      note: t(after5 === null ? 'review.audience.notEntered' : 'review.audience.byHand'),
    },
  ];
}
