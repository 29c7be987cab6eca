import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { reportTables } from '#renderer/features/review/report/report-tables.ts';
import { reviewFacts } from '#renderer/features/review/review-facts.ts';
import { IncidentsSection } from '#renderer/features/review/sections/IncidentsSection.tsx';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { REVIEW_END, REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

type Patch = Parameters<typeof sampleReview>[1];

const at = (minutes: number): number => REVIEW_START + minutes * 60_000;
const lost = (from: number, to: number, sourceLabel: string) => ({
  fromTs: at(from),
  toTs: at(to),
  cause: 'source_lost',
  sourceLabel,
  lost: null,
});
const down = (from: number, to: number | null) => ({
  fromTs: at(from),
  toTs: to === null ? null : at(to),
  viewersBefore: null,
  viewersAfter: null,
});

function render(patch: Patch): void {
  renderWithRoom(<IncidentsSection review={sampleReview('en', patch)} />, {
    language: 'en',
    snapshot: null,
  });
}

function health(): (string | null)[][] {
  const region = screen.getByRole('region', { name: 'Stream health' });
  const rows = within(region).getAllByRole('row').slice(1);
  return rows.map((row) => [...row.children].map((cell) => cell.textContent));
}

test('each outage has its times and viewers; a platform that does not tell says so', () => {
  render({});
  expect(health()).toEqual([
    ['Douyin', 'down, came back', '13:00:12', '13:01:00', '0:48', '612', '348'],
    ['Bilibili', 'never down', '—', '—', '—', '—', '—'],
    ['Twitch', 'not told by this platform', '—', '—', '—', '—', '—'],
  ]);
});

test('one that did not come back lasts to the end of the show', () => {
  render({ streams: [{ platform: 'douyin', outages: [down(103, null)] }] });
  const [row] = health();
  expect(row?.slice(1)).toEqual(['down, did not come back', '13:43:00', '—', '1:00:00', '—', '—']);
  expect(REVIEW_END).toBe(at(163));
});

test('where no platform tells, it says what is missing and how to get it', () => {
  render({ streams: [{ platform: 'twitch', outages: null }] });
  expect(screen.queryByRole('region', { name: 'Stream health' })).toBeNull();
  expect(screen.getByText(/outages are not known/).textContent).toContain('a bridge');
});

test('what did not happen is one line', () => {
  const streams = [{ platform: 'douyin', outages: [] }];
  render({ slips: [], warnings: [], acts: [], gaps: [], overruled: [], streams });
  expect(
    screen.getByText(
      'Nothing: Spoken slips, Platform warnings, Done in the chat, Checks that were overruled, Stream outages, Gaps.',
    ),
  ).toBeTruthy();
  expect(screen.queryAllByRole('table')).toEqual([]);
});

test('overruled checks stand among the incidents', () => {
  const check = {
    subject: 'sources' as const,
    light: 'red' as const,
    finding: 'x',
    names: [],
    count: 1,
  };
  render({ overruled: [{ seq: 5, ts: at(-3), reason: 'second line is up', checks: [check] }] });
  const region = screen.getByRole('region', { name: 'Checks that were overruled' });
  expect(within(region).getByText('second line is up')).toBeTruthy();
});

test('the head counts what several lost at one time once, and says nothing where nothing was', () => {
  const patch = {
    gaps: [lost(10, 12, 'twitch'), lost(11, 13, 'douyin'), lost(20, 20.25, 'twitch')],
    streams: [
      { platform: 'douyin', outages: [down(30, 31)] },
      { platform: 'bilibili', outages: [down(30.5, 31.5)] },
    ],
  };
  const factsIn = (language: 'zh-CN' | 'en', of: Patch): string =>
    reviewFacts(createI18n(language), sampleReview(language, of)).join(' · ');
  expect(factsIn('zh-CN', patch)).toContain(
    '抖音、B站、Twitch（推流断 1 次 1:30；数据断 2 次 3:15）',
  );
  expect(factsIn('en', patch)).toContain('Twitch (1 stream outage, 1:30; 2 data gaps, 3:15)');
  expect(factsIn('en', { gaps: [], streams: [] })).not.toContain('(');
  expect(factsIn('en', { ...patch, platforms: [] })).toContain(' · 1 stream outage, 1:30;');
});

test('every export has the table, in part 11', () => {
  const i18n = createI18n('en');
  const tables = reportTables(i18n, sampleReview('en', {}));
  const entry = tables.find(({ sheet }) => sheet.name === 'streams');
  expect(entry?.section).toBe('incidents');
  expect(entry?.shown.rows[0]?.slice(1)).toEqual([
    'down, came back',
    '13:00:12',
    '13:01:00',
    '0:48',
    '612',
    '348',
  ]);
  expect(tables.find(({ sheet }) => sheet.name === 'overruled')?.section).toBe('incidents');
});
