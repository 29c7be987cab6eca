import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { OutputStrain } from '#shared/model/output-health.ts';
import type { OutputMinute, ReviewOutput } from '#shared/model/review-outputs.ts';
import type { Review } from '#shared/model/review.ts';
import { lengthOf } from '#shared/rules/findings/spans.ts';

import type { ReviewColumn, ReviewTableProps } from '../ReviewTable.tsx';
import { clockTimes } from '../timeline/clock-time.ts';

const MINUTE_MS = 60_000;

type Total = ReviewOutput['total'];
type MinuteRow = { readonly name: string; readonly of: OutputMinute };
export type StrainRow = { readonly name: string; readonly strain: OutputStrain };

/** What each OBS sent out over the show. */
export function outputsTable(i18n: I18n, { outputs }: Review): ReviewTableProps<ReviewOutput> {
  const { t, format } = i18n;
  const strained = ({ strains }: ReviewOutput): number => lengthOf(strains);
  return {
    title: t('review.outputs'),
    columns: [
      place(i18n, ({ name }) => name),
      ...figures<ReviewOutput>(i18n, ({ total }) => total),
      {
        label: t('review.outputs.strained'),
        isNumber: true,
        cell: (row) => format.span(strained(row)),
        copied: (row) => Math.round(strained(row) / 1_000),
        unit: 'seconds',
      },
      ...(outputs.every(({ total }) => total.why === null)
        ? []
        : [reason<ReviewOutput>(i18n, ({ total }) => total)]),
    ],
    rows: outputs,
    rowKey: ({ outletId }) => outletId,
    empty: t('review.outputs.none'),
  };
}

/** The same minute by minute, for the exports. */
export function outputMinutesTable(i18n: I18n, review: Review): ReviewTableProps<MinuteRow> {
  const { t } = i18n;
  const clock = clockOf(i18n, review);
  return {
    title: t('review.outputs.minutes'),
    columns: [
      place(i18n, ({ name }) => name),
      {
        label: t('review.outputs.minute'),
        isNumber: true,
        cell: ({ of }) => clock(of.minute * MINUTE_MS, false),
        copied: ({ of }) => new Date(of.minute * MINUTE_MS).toISOString(),
      },
      ...figures<MinuteRow>(i18n, ({ of }) => of),
      reason<MinuteRow>(i18n, ({ of }) => of),
    ],
    rows: review.outputs.flatMap(({ name, minutes }) => minutes.map((of) => ({ name, of }))),
    rowKey: ({ name, of }) => `${name}/${of.minute}`,
    empty: t('review.outputs.none'),
  };
}

/** When a stream was strained or bad, and for what. */
export function strainsTable(i18n: I18n, review: Review): ReviewTableProps<StrainRow> {
  const { t, format } = i18n;
  const clock = clockOf(i18n, review);
  const moment = (
    label: string,
    of: (strain: OutputStrain) => number,
  ): ReviewColumn<StrainRow> => ({
    label,
    isNumber: true,
    cell: ({ strain }) => clock(of(strain), true),
    copied: ({ strain }) => new Date(of(strain)).toISOString(),
  });
  const words = (label: string, of: (strain: OutputStrain) => string): ReviewColumn<StrainRow> => ({
    label,
    isNumber: false,
    cell: ({ strain }) => of(strain),
    copied: ({ strain }) => of(strain),
  });
  return {
    title: t('review.strains'),
    columns: [
      place(i18n, ({ name }) => name),
      words(t('review.strains.level'), ({ level }) => t(`review.strains.level.${level}`)),
      words(t('review.strains.cause'), ({ cause }) => t(`output.cause.${cause}`)),
      moment(t('review.strains.from'), ({ fromTs }) => fromTs),
      moment(t('review.strains.to'), ({ toTs }) => toTs),
      {
        label: t('review.strains.length'),
        isNumber: true,
        cell: ({ strain }) => format.span(strain.toTs - strain.fromTs),
        copied: ({ strain }) => Math.round((strain.toTs - strain.fromTs) / 1_000),
        unit: 'seconds',
      },
    ],
    rows: review.outputs.flatMap(({ name, strains }) =>
      strains.map((strain) => ({ name, strain })),
    ),
    rowKey: ({ name, strain }) => `${name}/${strain.fromTs}`,
    empty: t('review.strains.none'),
  };
}

function clockOf(i18n: I18n, { show }: Review): (ts: number, hasSeconds: boolean) => string {
  const fromTs = show.startedTs ?? 0;
  return clockTimes(i18n, { fromTs, toTs: show.endedTs ?? fromTs });
}

function place<Row>({ t }: I18n, of: (row: Row) => string): ReviewColumn<Row> {
  return { label: t('review.outputs.place'), isNumber: false, cell: of, copied: of };
}

/** Of a whole show or of a minute; what is not known is a dash. */
function figures<Row>(i18n: I18n, of: (row: Row) => Total): readonly ReviewColumn<Row>[] {
  const { t, format } = i18n;
  const number = (label: string, value: (total: Total) => number | null): ReviewColumn<Row> => ({
    label,
    isNumber: true,
    cell: (row) => {
      const known = value(of(row));
      return known === null ? '—' : format.number(known);
    },
    copied: (row) => value(of(row)),
  });
  const share = (label: string, value: (total: Total) => number | null): ReviewColumn<Row> => ({
    label,
    isNumber: true,
    cell: (row) => {
      const known = value(of(row));
      return known === null ? '—' : format.share(known);
    },
    copied: (row) => value(of(row)),
    unit: 'fraction',
  });
  const span = (label: string, value: (total: Total) => number): ReviewColumn<Row> => ({
    label,
    isNumber: true,
    cell: (row) => format.span(value(of(row))),
    copied: (row) => Math.round(value(of(row)) / 1_000),
    unit: 'seconds',
  });
  return [
    number(t('review.outputs.mean'), ({ kbpsMean }) => kbpsMean),
    number(t('review.outputs.least'), ({ kbpsMin }) => kbpsMin),
    number(t('review.outputs.dropped'), ({ droppedFrames }) => droppedFrames),
    number(t('review.outputs.frames'), ({ totalFrames }) => totalFrames),
    share(t('review.outputs.share'), droppedShare),
    share(t('review.outputs.congestion'), ({ congestionMax }) => congestionMax),
    number(t('review.outputs.unrendered'), ({ unrenderedFrames }) => unrenderedFrames),
    number(t('review.outputs.unencoded'), ({ unencodedFrames }) => unencodedFrames),
    span(t('review.outputs.reconnecting'), ({ reconnectingMs }) => reconnectingMs),
    span(t('review.outputs.streaming'), ({ streamingMs }) => streamingMs),
  ];
}

/** Why a bitrate is not known; empty where it is. */
function reason<Row>({ t }: I18n, of: (row: Row) => Total): ReviewColumn<Row> {
  const said = (row: Row): string => {
    const { why } = of(row);
    return why === null ? '' : t(`output.why.${why}`);
  };
  return { label: t('review.outputs.why'), isNumber: false, cell: said, copied: said };
}

/** Of the frames that are known; null without any. */
export function droppedShare({ droppedFrames, totalFrames }: Total): number | null {
  if (droppedFrames === null || totalFrames === null || totalFrames === 0) return null;
  return droppedFrames / totalFrames;
}
