import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { sheetOf } from '#renderer/ui/sheet-cells.ts';
import type { ReportSheet } from '#shared/model/report-sheet.ts';
import type { ReviewVoice } from '#shared/model/review-voice.ts';
import type { Review } from '#shared/model/review.ts';

import { actsTable } from '../ActsTable.tsx';
import { airingsTable } from '../AiringsTable.tsx';
import { benefitsTable } from '../benefits/BenefitsTable.tsx';
import { commerceTotalsTable } from '../commerce/CommerceTotals.tsx';
import { funnelTable } from '../commerce/FunnelTable.tsx';
import { importedMinutesTable } from '../commerce/ImportedMinutes.tsx';
import { blocksTable } from '../BlocksTable.tsx';
import { cuesTable } from '../CuesTable.tsx';
import { dutiesTable } from '../DutiesTable.tsx';
import { findingsTable } from '../findings/findings-table.ts';
import { gapsTable } from '../GapsTable.tsx';
import { improvementsTable, judgedTable } from '../improvements/improvement-tables.ts';
import { liftTable } from '../lift/lift-lines.ts';
import { notesTable } from '../notes/notes-table.ts';
import { minuteColumns } from '../minute-columns.ts';
import { overruledTable } from '../OverruledTable.tsx';
import { productsTable } from '../ProductsTable.tsx';
import { promisesTable } from '../PromisesTable.tsx';
import { pushesTable } from '../PushesTable.tsx';
import type { ReviewColumn } from '../ReviewTable.tsx';
import { lossesTable } from '../sections/LossesTable.tsx';
import { timelyTable } from '../sections/PeopleSection.tsx';
import { platformsTable } from '../sections/PlatformsTable.tsx';
import { retentionTable } from '../sections/RetentionCurve.tsx';
import { scorecardTable } from '../sections/ScorecardTable.tsx';
import { sectionNumber, type SectionId } from '../sections/section-ids.ts';
import { complaintsTable, questionsTable, wordsTable } from '../sections/voice-tables.ts';
import { slipsTable } from '../SlipsTable.tsx';
import { outputMinutesTable, outputsTable, strainsTable } from '../streams/outputs-tables.ts';
import { streamsTable } from '../streams/StreamsTable.tsx';
import { timelineRows } from '../timeline-data.ts';
import { warningsTable } from '../WarningsTable.tsx';
import { againstTables } from './against-tables.ts';
import type { ReportTable } from './report-page.ts';

/** One table as the page prints it and as a spreadsheet gets it. */
export type ReportEntry = {
  readonly section: SectionId;
  readonly shown: ReportTable;
  readonly sheet: ReportSheet;
};

type Table<Row> = {
  readonly title: string;
  readonly columns: readonly ReviewColumn<Row>[];
  readonly rows: readonly Row[];
  readonly empty: string;
};

/**
 * Every table of a review: the page, CSV, the workbook and the PDF are all made from this list. The
 * name is the file's and the sheet's, small letters and dashes.
 */
export function reportTables(i18n: I18n, review: Review): readonly ReportEntry[] {
  const minutes = {
    title: i18n.t('review.timeline'),
    columns: minuteColumns(i18n),
    rows: timelineRows(review),
    empty: i18n.t('review.noMinutes'),
  };
  const entries = [
    table('scorecard', 'scorecard', scorecardTable(i18n, review)),
    ...againstTables(i18n, review).map(({ name, table: own }) => table(name, 'scorecard', own)),
    ...voiceTables(i18n, review),
    table('platforms', 'traffic', platformsTable(i18n, review.audience.platforms)),
    table('retention', 'audience', retentionTable(i18n, review.audience.retention)),
    table('losses', 'audience', lossesTable(i18n, review.audience.losses)),
    table('products', 'products', productsTable(i18n, review.products)),
    table('pushes', 'products', pushesTable(i18n, review.pushes)),
    table('airings', 'products', airingsTable(i18n, review.pushes)),
    table('cues', 'scripts', cuesTable(i18n, review.cues)),
    table('lift', 'scripts', liftTable(i18n, review.lift)),
    table('blocks', 'scripts', blocksTable(i18n, review.blocks)),
    table('promises', 'benefits', promisesTable(i18n, review.promises)),
    table('timely', 'people', timelyTable(i18n, review.people.timely)),
    table('duties', 'people', dutiesTable(i18n, review.duties)),
    table('warnings', 'incidents', warningsTable(i18n, review.warnings)),
    table('slips', 'incidents', slipsTable(i18n, review.slips)),
    table('acts', 'incidents', actsTable(i18n, review.acts)),
    table('overruled', 'incidents', overruledTable(i18n, review.overruled)),
    table('streams', 'incidents', streamsTable(i18n, review)),
    table('outputs', 'incidents', outputsTable(i18n, review)),
    table('output-minutes', 'incidents', outputMinutesTable(i18n, review)),
    table('strains', 'incidents', strainsTable(i18n, review)),
    table('gaps', 'incidents', gapsTable(i18n, review.gaps)),
    table('judged', 'improvements', judgedTable(i18n, review.improvements.judged)),
    table('improvements', 'improvements', improvementsTable(i18n, review.improvements.own)),
    table('findings', 'improvements', findingsTable(i18n, review.findings)),
    table('notes', 'timeline', notesTable(i18n, review.notes)),
    table('minutes', 'timeline', minutes),
    table('benefits', 'benefits', benefitsTable(i18n, review)),
    table('funnel', 'products', funnelTable(i18n, review)),
    table('commerce', 'traffic', commerceTotalsTable(i18n, review)),
    table('imported-minutes', 'timeline', importedMinutesTable(i18n, review)),
  ];
  return entries.toSorted((a, b) => sectionNumber(a.section) - sectionNumber(b.section));
}

/** What viewers said, where it was heard. */
function voiceTables(i18n: I18n, { voice, show }: Review): readonly ReportEntry[] {
  const { endedTs } = show;
  const heard = voice ?? NOTHING_HEARD;
  const entries = [
    table('questions', 'voices', questionsTable(i18n, heard.questions, endedTs)),
    table('complaints', 'voices', complaintsTable(i18n, heard)),
    table('words', 'voices', wordsTable(i18n, heard)),
  ];
  if (voice !== null) return entries;
  const empty = i18n.t('review.voice.none');
  return entries.map((entry) => ({ ...entry, shown: { ...entry.shown, empty } }));
}

const NOTHING_HEARD: ReviewVoice = {
  lines: 0,
  fromTs: null,
  questions: [],
  complaining: 0,
  complaints: [],
  words: [],
  wordLines: 0,
};

function table<Row>(
  name: string,
  section: SectionId,
  { title, columns, rows, empty }: Table<Row>,
): ReportEntry {
  return {
    section,
    shown: {
      title,
      empty,
      columns: columns.map(({ label, isNumber }) => ({ label, isNumber })),
      rows: rows.map((row) => columns.map((column) => shownText(column, row))),
    },
    sheet: { name, title, ...sheetOf(columns, rows) },
  };
}

/** What the cell says on the screen, without its marks. */
function shownText<Row>(column: ReviewColumn<Row>, row: Row): string {
  if (column.text !== undefined) return column.text(row);
  const cell = column.cell(row);
  return typeof cell === 'string' ? cell : String(column.copied(row) ?? '—');
}
