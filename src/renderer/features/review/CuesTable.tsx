import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { triggerName } from '#renderer/ui/trigger-name.ts';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';

type Cue = Review['cues'][number];

/** Every cue that was sent, with what came back and how long it took. */
export function CuesTable({ cues }: { readonly cues: readonly Cue[] }): ReactElement {
  return <ReviewTable {...cuesTable(useI18n(), cues)} />;
}

export function cuesTable(i18n: I18n, cues: readonly Cue[]): ReviewTableProps<Cue> {
  const { t, format } = i18n;

  /** Empty: somebody chose it. */
  function ruleOf({ proposal }: Cue): string {
    if (proposal === null) return '';
    const { ruleId, name, outcome } = proposal;
    return [triggerName(i18n, ruleId, name), t(`triggers.how.${outcome}`)].join(
      t('common.separator'),
    );
  }

  function delay(label: string, value: (row: Cue) => number | null): ReviewColumn<Cue> {
    return {
      label,
      isNumber: true,
      cell: (row) => {
        const ms = value(row);
        return ms === null ? '—' : format.delay(ms);
      },
      // Seconds.
      copied: (row) => {
        const ms = value(row);
        return ms === null ? null : ms / 1000;
      },
      unit: 'seconds',
    };
  }

  const columns: readonly ReviewColumn<Cue>[] = [
    {
      label: t('review.cueSent'),
      isNumber: false,
      cell: (row) => format.time(row.sentTs, null),
      copied: (row) => new Date(row.sentTs).toISOString(),
    },
    {
      label: t('review.cueKind'),
      isNumber: false,
      cell: (row) => t(`cues.kindOf.${row.kind}`),
      copied: (row) => t(`cues.kindOf.${row.kind}`),
    },
    {
      label: t('review.cueText'),
      isNumber: false,
      isVerbatim: true,
      cell: (row) => row.text,
      copied: (row) => row.text,
    },
    {
      label: t('review.state'),
      isNumber: false,
      cell: (row) => t(`review.cue.${row.state}`),
      copied: (row) => t(`review.cue.${row.state}`),
    },
    delay(t('review.shownAfter'), (row) => row.shownDelayMs),
    delay(t('review.doneAfter'), (row) => row.doneDelayMs),
    {
      label: t('review.cueRule'),
      isNumber: false,
      isOptional: true,
      cell: ruleOf,
      copied: (row) => (row.proposal === null ? null : ruleOf(row)),
    },
  ];

  return {
    title: t('review.cuesTitle'),
    columns,
    rows: cues,
    rowKey: (row) => row.cueId,
    empty: t('review.noCues'),
  };
}
