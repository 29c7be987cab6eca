import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';
import { toCsv } from '#shared/rules/csv.ts';
import type { TsvCell } from '#shared/rules/tsv.ts';

import { actsTable } from './ActsTable.tsx';
import { airingsTable } from './AiringsTable.tsx';
import { comparedWith } from './compare-text.ts';
import { cuesTable } from './CuesTable.tsx';
import { findingCard, quietText } from './finding-text.ts';
import { findingsTitle, quietLines } from './findings-words.ts';
import { gapsTable } from './GapsTable.tsx';
import { productsTable } from './ProductsTable.tsx';
import { pushesTable } from './PushesTable.tsx';
import { reportPage, type Report, type ReportTable } from './report-page.ts';
import { reviewFacts } from './review-facts.ts';
import { copiedTable, type ReviewColumn } from './ReviewTable.tsx';
import { minuteColumns } from './minute-columns.ts';
import { timelineRows } from './timeline-data.ts';
import { totalTiles } from './total-tiles.ts';
import { platformNameOf } from './use-platform-name.ts';
import { blocksTable, overruledTable } from './BlocksTable.tsx';
import { promisesTable } from './PromisesTable.tsx';
import { slipsTable } from './SlipsTable.tsx';
import { warningsTable } from './WarningsTable.tsx';

export type ReviewFile = { readonly name: string; readonly text: string };

type Table<Row> = {
  readonly title: string;
  readonly columns: readonly ReviewColumn<Row>[];
  readonly rows: readonly Row[];
  readonly empty: string;
};
type Exported = {
  readonly name: string;
  readonly shown: ReportTable;
  readonly raw: readonly (readonly TsvCell[])[];
};

/** The review as a page that needs nothing but itself, with the words and numbers of the screen. */
export function pageFile(i18n: I18n, review: Review): ReviewFile {
  const { t, language } = i18n;
  const minutes = timelineRows(review);
  const report: Report = {
    language,
    title: t('review.title', { title: review.show.title }),
    facts: reviewFacts(i18n, review).join(' · '),
    notes: [comparedWith(i18n, review.comparison)],
    tiles: totalTiles(review, i18n, (platform) => platformNameOf(i18n, platform)).map(
      ({ label, value, notes, compare, target }) => ({
        label,
        value: value ?? '—',
        notes: [
          ...(compare === null ? [] : [compare.text]),
          ...(target === null ? [] : [target.text]),
          ...notes,
        ],
      }),
    ),
    findings: {
      title: findingsTitle(i18n, review.findings.length),
      cards: review.findings.map((finding) => findingCard(i18n, finding)),
      quiet:
        review.findings.length < 3
          ? [
              ...quietLines(i18n, review.findings.length),
              ...review.quiet.map((each) => quietText(i18n, each)),
            ]
          : [],
    },
    timeline: {
      title: t('review.timeline'),
      lines: [
        { label: t('review.viewers'), color: '#1c67c6', values: minutes.map((row) => row.viewers) },
        {
          label: t('review.chatsMinute'),
          color: '#8f5a00',
          values: minutes.map((row) => row.chats),
        },
        {
          label: t('review.ordersMinute'),
          color: '#097250',
          values: minutes.map((row) => row.ordersPaid),
        },
      ],
    },
    tables: tablesOf(i18n, review).map(({ shown }) => shown),
    footer: t('finding.madeBy'),
  };
  return { name: 'review.html', text: reportPage(report) };
}

/** Every table of the review, with raw numbers in units that add up. */
export function csvFiles(i18n: I18n, review: Review): readonly ReviewFile[] {
  return tablesOf(i18n, review).map(({ name, raw }) => ({ name: `${name}.csv`, text: toCsv(raw) }));
}

function tablesOf(i18n: I18n, review: Review): readonly Exported[] {
  const minutes = {
    title: i18n.t('review.timeline'),
    columns: minuteColumns(i18n),
    rows: timelineRows(review),
    empty: i18n.t('review.noMinutes'),
  };
  return [
    exported('products', productsTable(i18n, review.products)),
    exported('pushes', pushesTable(i18n, review.pushes)),
    exported('airings', airingsTable(i18n, review.pushes)),
    exported('cues', cuesTable(i18n, review.cues)),
    exported('blocks', blocksTable(i18n, review.blocks)),
    exported('overruled', overruledTable(i18n, review.overruled)),
    exported('promises', promisesTable(i18n, review.promises)),
    exported('warnings', warningsTable(i18n, review.warnings)),
    exported('slips', slipsTable(i18n, review.slips)),
    exported('acts', actsTable(i18n, review.acts)),
    exported('gaps', gapsTable(i18n, review.gaps)),
    exported('minutes', minutes),
  ];
}

function exported<Row>(name: string, { title, columns, rows, empty }: Table<Row>): Exported {
  return {
    name,
    shown: {
      title,
      empty,
      columns: columns.map(({ label, isNumber }) => ({ label, isNumber })),
      rows: rows.map((row) => columns.map((column) => shownText(column, row))),
    },
    raw: copiedTable(columns, rows),
  };
}

/** What the cell says on the screen, without its marks. */
function shownText<Row>(column: ReviewColumn<Row>, row: Row): string {
  if (column.text !== undefined) return column.text(row);
  const cell = column.cell(row);
  return typeof cell === 'string' ? cell : String(column.copied(row) ?? '—');
}
