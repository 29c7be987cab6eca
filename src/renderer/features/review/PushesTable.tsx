import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { thereText } from '#renderer/i18n/there-text.ts';
import type { Review } from '#shared/model/review.ts';

import styles from './PushesTable.module.css';
import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';

type Push = Review['pushes'][number];
type Answer = Push['targets'][number];

/** Every push with how each of its targets answered. */
export function PushesTable({ pushes }: { readonly pushes: readonly Push[] }): ReactElement {
  return <ReviewTable {...pushesTable(useI18n(), pushes)} />;
}

export function pushesTable(i18n: I18n, pushes: readonly Push[]): ReviewTableProps<Push> {
  const { t, format } = i18n;
  function targetName(target: string): string {
    const key = `review.target.${target}`;
    return isMessageKey(key) ? t(key) : target;
  }
  const nameOf = ({ target, name }: Answer): string => (name === '' ? targetName(target) : name);
  function answerText(answer: Answer): string {
    const own = stateText(answer);
    if (answer.there === null) return own;
    const there = thereText(i18n, answer.there);
    if (answer.state !== 'ok') return t('push.thereNow', { answer: own, there });
    const time = format.time(answer.there.sinceTs, null);
    return [own, t('push.changedThere', { time, there })].join(t('common.listSeparator'));
  }
  function stateText(answer: Answer): string {
    // Machines answer in milliseconds; `0.0 s` would say nothing.
    if (answer.delayMs !== null) {
      return answer.delayMs < 1000
        ? `${format.number(answer.delayMs)} ms`
        : format.delay(answer.delayMs);
    }
    const key = `review.target.${answer.state}`;
    return isMessageKey(key) ? t(key) : answer.state;
  }

  const answers = (row: Push): string =>
    row.targets.map((answer) => `${nameOf(answer)} ${answerText(answer)}`).join('; ');

  const columns: readonly ReviewColumn<Push>[] = [
    {
      label: t('review.pushAt'),
      isNumber: false,
      cell: (row) => format.time(row.goTs, null),
      copied: (row) => new Date(row.goTs).toISOString(),
    },
    {
      label: t('review.product'),
      isNumber: false,
      cell: (row) => `${String(row.linkNumber)} ${row.name}`,
      copied: (row) => `${String(row.linkNumber)} ${row.name}`,
    },
    {
      label: t('review.airtime'),
      isNumber: true,
      cell: (row) => (row.endTs === null ? '—' : format.span(row.endTs - row.goTs)),
      copied: (row) => (row.endTs === null ? null : Math.round((row.endTs - row.goTs) / 1000)),
      unit: 'seconds',
    },
    {
      label: t('review.state'),
      isNumber: false,
      cell: (row) => t(`review.push.${row.state}`),
      copied: (row) => t(`review.push.${row.state}`),
    },
    {
      label: t('review.targets'),
      isNumber: false,
      cell: (row) => (
        <span className={styles.targets}>
          {row.targets.map((answer, index) => (
            <span key={`${answer.target} ${index}`} data-state={answer.state}>
              {nameOf(answer)} <b>{answerText(answer)}</b>
            </span>
          ))}
        </span>
      ),
      text: answers,
      copied: answers,
    },
  ];

  return {
    title: t('review.pushesTitle'),
    columns,
    rows: pushes,
    rowKey: (row) => row.pushId,
    empty: t('review.noPushes'),
  };
}
