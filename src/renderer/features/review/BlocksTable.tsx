import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';

type ReviewedBlock = Review['blocks'][number];

/** The run of show as it was planned and as it went. */
export function BlocksTable({ review }: { readonly review: Review }): ReactElement {
  return <ReviewTable {...blocksTable(useI18n(), review.blocks)} />;
}

export function blocksTable(
  i18n: I18n,
  blocks: readonly ReviewedBlock[],
): ReviewTableProps<ReviewedBlock> {
  const { t, format } = i18n;
  const span = (label: string, of: (block: ReviewedBlock) => number | null) => ({
    label,
    isNumber: true,
    cell: (block: ReviewedBlock): string => spanText(i18n, of(block)),
    copied: (block: ReviewedBlock): number | null => seconds(of(block)),
    unit: 'seconds' as const,
  });
  const time = (label: string, of: (block: ReviewedBlock) => number | null) => ({
    label,
    isNumber: false,
    cell: (block: ReviewedBlock): string => {
      const ts = of(block);
      return ts === null ? '—' : format.time(ts, null);
    },
    copied: (block: ReviewedBlock): string | null => {
      const ts = of(block);
      return ts === null ? null : new Date(ts).toISOString();
    },
  });
  const named = ({ title, round }: ReviewedBlock): string =>
    round === 1 ? title : `${title} ×${round}`;
  const columns: readonly ReviewColumn<ReviewedBlock>[] = [
    { label: t('review.block.title'), isNumber: false, cell: named, copied: named },
    time(t('review.block.planned'), ({ plannedStartTs }) => plannedStartTs),
    time(t('review.block.started'), ({ startedTs }) => startedTs),
    span(t('review.block.drift'), ({ plannedStartTs, startedTs }) =>
      plannedStartTs === null || startedTs === null ? null : startedTs - plannedStartTs,
    ),
    span(t('review.block.length'), ({ plannedMs }) => plannedMs),
    span(t('review.block.took'), ({ tookMs }) => tookMs),
    span(t('review.block.over'), ({ plannedMs, tookMs }) =>
      plannedMs === null || tookMs === null ? null : tookMs - plannedMs,
    ),
    {
      label: t('review.block.became'),
      isNumber: false,
      cell: (block) => becameText(i18n, block),
      copied: (block) => becameText(i18n, block),
    },
  ];
  return {
    title: t('review.blocks'),
    columns,
    rows: blocks,
    rowKey: ({ blockId, round }) => `${blockId}/${round}`,
    empty: t('review.noBlocks'),
  };
}

/** Signed where it can be either way; unknown is a dash. */
function spanText({ format }: I18n, ms: number | null): string {
  if (ms === null) return '—';
  return ms < 0 ? `−${format.span(-ms)}` : format.span(ms);
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 1_000);
}

function becameText({ t, format }: I18n, block: ReviewedBlock): string {
  const { isSkipped, startedTs, heldMs, extendedMs, plannedMs } = block;
  const said = [
    ...(isSkipped ? [t('review.block.skipped')] : []),
    ...(startedTs === null && !isSkipped ? [t('review.block.never')] : []),
    ...(plannedMs === null ? [t('review.block.unplanned')] : []),
    ...(extendedMs === 0
      ? []
      : [t('review.block.extended', { time: format.span(Math.abs(extendedMs)) })]),
    ...(heldMs === 0 ? [] : [t('review.block.held', { time: format.span(heldMs) })]),
  ];
  return said.length === 0 ? '—' : said.join(t('common.separator'));
}
