import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ReviewVoice, VoiceComplaint, VoiceQuestion } from '#shared/model/review-voice.ts';

import type { ReviewColumn, ReviewTableProps } from '../ReviewTable.tsx';

export function questionsTable(
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
        isVerbatim: true,
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

export function complaintsTable(
  { t, format }: I18n,
  { complaints, complaining }: ReviewVoice,
): ReviewTableProps<VoiceComplaint> {
  return {
    title: t('review.voice.complaints', { count: format.number(complaining) }),
    columns: [
      {
        label: t('review.voice.said'),
        isNumber: false,
        isVerbatim: true,
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

type Word = ReviewVoice['words'][number];

export function wordsTable({ t, format }: I18n, voice: ReviewVoice): ReviewTableProps<Word> {
  return {
    title: t('review.voice.words'),
    columns: [
      {
        label: t('review.voice.word'),
        isNumber: false,
        isVerbatim: true,
        cell: ({ word }) => word,
        copied: ({ word }) => word,
      },
      {
        label: t('review.voice.linesWith'),
        isNumber: true,
        cell: ({ lines }) => format.number(lines),
        copied: ({ lines }) => lines,
      },
    ],
    rows: voice.words,
    rowKey: ({ word }) => word,
    empty: t('review.voice.noWords'),
  };
}
