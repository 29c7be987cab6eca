import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ReviewVoice } from '#shared/model/review-voice.ts';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable } from '../ReviewTable.tsx';
import { MissingData } from './MissingData.tsx';
import { ReviewSection } from './ReviewSection.tsx';
import { useVoice } from './use-voice.ts';
import { complaintsTable, questionsTable } from './voice-tables.ts';
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
              <span className={styles.word} dir="auto" translate="no">
                {word}
              </span>
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
