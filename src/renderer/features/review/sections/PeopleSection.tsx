import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { TimelyRow } from '#shared/model/review-people.ts';
import type { Review } from '#shared/model/review.ts';

import { DutiesTable } from '../DutiesTable.tsx';
import { ReviewTable, type ReviewTableProps } from '../ReviewTable.tsx';
import styles from './Facts.module.css';
import { MissingData } from './MissingData.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** Who did what, and on time or not. */
export function PeopleSection({ review }: { readonly review: Review }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { people, duties } = review;
  return (
    <ReviewSection id="people">
      <ReviewTable {...timelyTable(i18n, people.timely)} />
      {duties.length === 0 && (
        <MissingData what={t('review.people.noDuty')} how={t('review.people.noDutyHow')} />
      )}
      <DutiesTable duties={duties} />
      {people.load !== null && (
        <section aria-label={t('review.people.load')}>
          <h3 className={styles.title}>{t('review.people.load')}</h3>
          <dl className={styles.facts}>
            {loadFacts(i18n, people.load).map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.below}>{t('review.people.private')}</p>
        </section>
      )}
    </ReviewSection>
  );
}

type Load = NonNullable<Review['people']['load']>;

function loadFacts({ t, tn, format }: I18n, load: Load) {
  const { longestMs, breaks, breakMs, talk, moods } = load;
  return [
    { label: t('review.people.longest'), text: format.span(longestMs) },
    {
      label: t('review.people.breaks'),
      text: tn('review.people.breakCount', breaks, { time: format.span(breakMs) }),
    },
    {
      label: t('stage.talking'),
      text:
        talk === null
          ? t('review.people.noTalk')
          : t('review.people.talked', {
              time: format.span(talk.talkedMs),
              share: format.percent(talk.talkedMs / Math.max(1, talk.measuredMs)),
            }),
    },
    {
      label: t('stage.mood'),
      text:
        moods.length === 0
          ? t('stage.moodNone')
          : moods.map(({ ts, mood }) => `${format.time(ts, null)} ${mood}/5`).join(' · '),
    },
  ];
}

export function timelyTable(
  { t, format }: I18n,
  rows: readonly TimelyRow[],
): ReviewTableProps<TimelyRow> {
  const who = ({ role, name }: TimelyRow): string => name ?? t(`review.people.role.${role}`);
  const what = ({ what: did }: TimelyRow): string => t(`review.people.what.${did}`);
  const onTime = ({ onTime: good, count, limitMs }: TimelyRow): string =>
    t('review.people.onTimeOf', {
      share: format.share(good / count),
      limit: format.delay(limitMs),
    });
  return {
    title: t('review.people.timely'),
    columns: [
      { label: t('review.people.who'), isNumber: false, cell: who, copied: who },
      { label: t('review.people.what'), isNumber: false, cell: what, copied: what },
      {
        label: t('review.people.count'),
        isNumber: true,
        cell: ({ count }) => format.number(count),
        copied: ({ count }) => count,
      },
      {
        label: t('review.people.done'),
        isNumber: true,
        cell: ({ done }) => format.number(done),
        copied: ({ done }) => done,
      },
      {
        label: t('review.people.onTime'),
        isNumber: true,
        cell: onTime,
        copied: ({ onTime: good, count }) => good / count,
        unit: 'fraction',
      },
      {
        label: t('review.people.median'),
        isNumber: true,
        cell: ({ medianMs }) => (medianMs === null ? '—' : format.delay(medianMs)),
        copied: ({ medianMs }) => (medianMs === null ? null : medianMs / 1_000),
        unit: 'seconds',
      },
    ],
    rows,
    rowKey: ({ role, what: did, name }) => `${role}/${did}/${name ?? ''}`,
    empty: t('review.people.nothing'),
  };
}
