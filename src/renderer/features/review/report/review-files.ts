import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { FIRST_FINDINGS } from '#shared/model/finding.ts';
import type { Review } from '#shared/model/review.ts';
import { toCsv } from '#shared/rules/csv.ts';

import { comparedWith } from '../compare-text.ts';
import { findingCard, quietText } from '../findings/finding-text.ts';
import { findingsTitle, quietLines } from '../findings/findings-words.ts';
import { reviewFacts } from '../review-facts.ts';
import { timelineRows } from '../timeline-data.ts';
import { totalTiles } from '../total-tiles.ts';
import { platformNameOf } from '../use-platform-name.ts';
import { reportPage, type Report } from './report-page.ts';
import { reportTables } from './report-tables.ts';
import { plainCell } from './sheet-cells.ts';

export type ReviewFile = { readonly name: string; readonly text: string };

/** The review as a page that needs nothing but itself, with the words and numbers of the screen. */
export function pageFile(i18n: I18n, review: Review): ReviewFile {
  const { t, language } = i18n;
  const minutes = timelineRows(review);
  const first = review.findings.slice(0, FIRST_FINDINGS);
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
    tables: reportTables(i18n, review).map(({ shown }) => shown),
    footer: t('finding.madeBy'),
  };
  return { name: 'review.html', text: reportPage(report) };
}

/** Every table of the review, with raw numbers in units that add up. */
export function csvFiles(i18n: I18n, review: Review): readonly ReviewFile[] {
  return reportTables(i18n, review).map(({ sheet: { name, heads, rows } }) => ({
    name: `${name}.csv`,
    text: toCsv([heads, ...rows.map((row) => row.map(plainCell))]),
  }));
}
