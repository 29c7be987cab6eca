import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ReviewVoice, VoiceComplaint, VoiceQuestion } from '#shared/model/review-voice.ts';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from '../ReviewTable.tsx';
import { MissingData } from './MissingData.tsx';
import { ReviewSection } from './ReviewSection.tsx';
import { useVoice } from './use-voice.ts';
import styles from './VoiceSection.module.css';

/** What viewers asked, complained of and spoke about. */
export function VoiceSection({ review }: { readonly review: Review }): ReactElement {
  const { t } = useI18n();
  const load = useVoice(review);
  return (
    <ReviewSection id="voices">
      {!review.totals.chats.known && (
        <MissingData what={t('review.voice.none')} how={t('review.voice.noneHow')} />
      )}
      {review.totals.chats.known && load.state !== 'ready' && (
        <p className={styles.quiet} role="status">
          {t(load.state === 'reading' ? 'review.voice.reading' : 'review.voice.failed')}
        </p>
      )}
      {load.state === 'ready' && <Heard voice={load.voice} review={review} />}
    </ReviewSection>
  );
}

function Heard({
  voice,
  review,
}: {
  readonly voice: ReviewVoice;
  readonly review: Review;
}): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const most = Math.max(1, voice.words[0]?.lines ?? 1);
  return (
    <>
      <p className={styles.quiet}>
        {voice.fromTs === null
          ? t('review.voice.read', { lines: format.number(voice.lines) })
          : t('review.voice.readFrom', {
              lines: format.number(voice.lines),
              from: format.time(voice.fromTs, null),
            })}
      </p>
      <ReviewTable {...questionsTable(i18n, voice.questions, review.show.endedTs)} />
      <ReviewTable {...complaintsTable(i18n, voice)} />
      <section className={styles.words} aria-label={t('review.voice.words')}>
        <h3>{t('review.voice.words')}</h3>
        {voice.words.length === 0 && <p className={styles.quiet}>{t('review.voice.noWords')}</p>}
        <ul>
          {voice.words.map(({ word, lines }) => (
            <li key={word}>
              <span className={styles.word}>{word}</span>
              <span className={styles.count}>{format.number(lines)}</span>
              <span
                className={styles.bar}
                style={{ width: `${((lines / most) * 100).toFixed(1)}%` }}
                aria-hidden="true"
              />
            </li>
          ))}
        </ul>
        <p className={styles.quiet}>
          {t('review.voice.wordsOf', { lines: format.number(voice.wordLines) })}
        </p>
      </section>
    </>
  );
}

function questionsTable(
  { t, format }: I18n,
  questions: readonly VoiceQuestion[],
  endedTs: number | null,
): ReviewTableProps<VoiceQuestion> {
  const count = (
    label: string,
    of: (row: VoiceQuestion) => number,
  ): ReviewColumn<VoiceQuestion> => ({
    label,
    isNumber: true,
    cell: (row) => format.number(of(row)),
    copied: of,
  });
  const answerText = ({ answeredTs }: VoiceQuestion): string =>
    answeredTs === null
      ? t('review.voice.unanswered')
      : t('review.voice.answeredAt', { time: format.time(answeredTs, null) });
  const waitedMs = ({ answeredTs, firstTs, lastTs }: VoiceQuestion): number =>
    Math.max(0, (answeredTs ?? endedTs ?? lastTs) - firstTs);
  return {
    title: t('review.voice.questions'),
    columns: [
      {
        label: t('review.voice.question'),
        isNumber: false,
        cell: ({ text }) => text,
        copied: ({ text }) => text,
      },
      count(t('review.voice.people'), ({ people }) => people),
      count(t('review.voice.times'), ({ count: times }) => times),
      {
        label: t('review.voice.first'),
        isNumber: true,
        cell: ({ firstTs }) => format.time(firstTs, null),
        copied: ({ firstTs }) => new Date(firstTs).toISOString(),
      },
      {
        label: t('review.voice.answer'),
        isNumber: false,
        cell: answerText,
        copied: answerText,
      },
      {
        label: t('review.voice.waited'),
        isNumber: true,
        cell: (row) => format.span(waitedMs(row)),
        copied: (row) => Math.round(waitedMs(row) / 1000),
        unit: 'seconds',
      },
    ],
    rows: questions,
    rowKey: ({ text, firstTs }) => `${firstTs}/${text}`,
    empty: t('review.voice.noQuestions'),
  };
}

function complaintsTable(
  { t, format }: I18n,
  { complaints, complaining }: ReviewVoice,
): ReviewTableProps<VoiceComplaint> {
  return {
    title: t('review.voice.complaints', { count: format.number(complaining) }),
    columns: [
      {
        label: t('review.voice.said'),
        isNumber: false,
        cell: ({ text }) => text,
        copied: ({ text }) => text,
      },
      {
        label: t('review.voice.times'),
        isNumber: true,
        cell: ({ count }) => format.number(count),
        copied: ({ count }) => count,
      },
      {
        label: t('review.voice.first'),
        isNumber: true,
        cell: ({ firstTs }) => format.time(firstTs, null),
        copied: ({ firstTs }) => new Date(firstTs).toISOString(),
      },
    ],
    rows: complaints,
    rowKey: ({ text }) => text,
    empty: t('review.voice.noComplaints'),
  };
}
