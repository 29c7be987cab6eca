import { targetName } from '#renderer/i18n/goal-text.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { FIRST_FINDINGS, firstFindings, shareable } from '#shared/model/finding.ts';
import type { Review } from '#shared/model/review.ts';
import { toCsv } from '#shared/rules/csv.ts';
import { plainCell } from '#shared/rules/plain-cell.ts';

import { comparedWith } from '../compare-text.ts';
import { findingCard, quietText } from '../findings/finding-text.ts';
import { findingsTitle, quietLines } from '../findings/findings-words.ts';
import { reviewFacts } from '../review-facts.ts';
import { baseFacts } from '../sections/base-facts.ts';
import { SECTION_IDS, sectionNumber, type SectionId } from '../sections/section-ids.ts';
import { targetLine } from '../target-lines.ts';
import { totalTiles } from '../total-tiles.ts';
import { platformNameOf } from '../use-platform-name.ts';
import { isForGroups } from './group-text.ts';
import { chartOf } from './report-chart-of.ts';
import {
  firstReportPage,
  reportPage,
  type Report,
  type ReportFirst,
  type ReportPart,
  type ReportPhoto,
} from './report-page.ts';
import type { ReportPhotos } from './report-photos.ts';
import { reportTables, type ReportEntry } from './report-tables.ts';

export type ReviewFile = { readonly name: string; readonly text: string };

/** Long and of use to few: behind everything else on paper. */
const LAST_TABLES: ReadonlySet<string> = new Set(['minutes', 'imported-minutes']);

/** The review as a page that needs nothing but itself, with the words and numbers of the screen. */
export function pageFile(i18n: I18n, review: Review, photos: ReportPhotos): ReviewFile {
  return { name: 'review.html', text: reportPage(reportOf(i18n, review, photos), true) };
}

/** The same page for a printer that numbers pages itself, with what stands at the foot of each. */
export function printedPage(
  i18n: I18n,
  review: Review,
  photos: ReportPhotos,
): { readonly html: string; readonly footer: string } {
  const report = reportOf(i18n, review, photos);
  return { html: reportPage(report, false), footer: report.title.slice(0, 300) };
}

/** The first page alone, as it may go to a group: without what is the host's own affair. */
export function firstPage(i18n: I18n, review: Review): string {
  return firstReportPage(
    firstOf(i18n, { ...review, findings: review.findings.filter(isForGroups) }),
  );
}

/** Every table of the review, with raw numbers in units that add up. */
export function csvFiles(i18n: I18n, review: Review): readonly ReviewFile[] {
  return reportTables(i18n, review).map(({ sheet: { name, heads, rows } }) => ({
    name: `${name}.csv`,
    text: toCsv([heads, ...rows.map((row) => row.map(plainCell))]),
  }));
}

function firstOf(i18n: I18n, review: Review): ReportFirst {
  const { t, language } = i18n;
  const first = firstFindings(review.findings);
  return {
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
      title: findingsTitle(i18n, first.length),
      cards: first.map((finding) => findingCard(i18n, finding)),
      quiet:
        first.length < FIRST_FINDINGS
          ? [
              ...quietLines(i18n, first.length),
              ...review.quiet.map((each) => quietText(i18n, each)),
            ]
          : [],
    },
    footer: t('finding.madeBy'),
  };
}

function reportOf(i18n: I18n, review: Review, photos: ReportPhotos): Report {
  const tables = reportTables(i18n, review);
  const last = tables.filter(({ sheet }) => LAST_TABLES.has(sheet.name));
  const parts = SECTION_IDS.map((id): ReportPart => ({
    title: `${sectionNumber(id)} ${i18n.t(`review.section.${id}`)}`,
    facts: id === 'base' ? factsOf(i18n, review) : [],
    chart: id === 'timeline' ? chartOf(i18n, review) : null,
    // The first page has the first of them.
    cards:
      id === 'improvements'
        ? shareable(review.findings)
            .slice(FIRST_FINDINGS)
            .map((finding) => findingCard(i18n, finding))
        : [],
    tables: shownOf(tables, id),
    photos: id === 'timeline' ? shownPhotos(i18n, review, photos) : [],
  }));
  const appendix: ReportPart = {
    title: i18n.t('export.appendix'),
    facts: [],
    chart: null,
    cards: [],
    photos: [],
    tables: last.map(({ shown }) => shown),
  };
  const filled = parts.filter(
    ({ facts, chart, cards, tables: own }) =>
      facts.length + cards.length + own.length > 0 || chart !== null,
  );
  return { ...firstOf(i18n, review), parts: [...filled, appendix] };
}

function shownPhotos(
  { format }: I18n,
  { notes }: Review,
  photos: ReportPhotos,
): readonly ReportPhoto[] {
  return notes.flatMap(({ imageId, ts, note }) => {
    const data = imageId === null ? undefined : photos.get(imageId);
    return data === undefined ? [] : [{ data, caption: `${format.time(ts, null)} ${note}`.trim() }];
  });
}

function factsOf(i18n: I18n, review: Review): ReportPart['facts'] {
  const goals = review.targets.map(({ name }) => ({
    label: i18n.t('review.base.goal', { name: targetName(i18n, name) }),
    text: targetLine(i18n, review, name)?.text ?? '—',
  }));
  return [...baseFacts(i18n, review), ...goals];
}

function shownOf(tables: readonly ReportEntry[], id: SectionId): ReportPart['tables'] {
  return tables
    .filter(({ section, sheet }) => section === id && !LAST_TABLES.has(sheet.name))
    .map(({ shown }) => shown);
}
