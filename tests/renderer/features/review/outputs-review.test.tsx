import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { reportTables } from '#renderer/features/review/report/report-tables.ts';
import { IncidentsSection } from '#renderer/features/review/sections/IncidentsSection.tsx';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import type { MeasuredOutput } from '#shared/model/output-health.ts';
import { reviewOutputs } from '#shared/rules/outputs/review-outputs.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { measuredMinute } from '#tests/support/sample-outputs.ts';
import { REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

const at = (minutes: number): number => REVIEW_START + minutes * 60_000;
const strain = { fromTs: at(1) + 12_000, toTs: at(2) + 5_000 } as const;
const MEASURED: readonly MeasuredOutput[] = [
  measuredMinute(at(0)),
  measuredMinute(at(1), {
    kbpsMean: 2_000,
    kbpsMin: 400,
    droppedFrames: 450,
    congestionMax: 1,
    reconnectingMs: 3_000,
    strains: [{ ...strain, toTs: at(2), level: 'bad', cause: 'network' }],
  }),
  measuredMinute(at(2), {
    strains: [{ ...strain, fromTs: at(2), level: 'bad', cause: 'network' }],
  }),
];
const review = (measured: readonly MeasuredOutput[]) =>
  sampleReview('en', { outputs: [...reviewOutputs(measured)] });

function render(measured: readonly MeasuredOutput[]): void {
  const shown = <IncidentsSection review={review(measured)} />;
  renderWithRoom(shown, { language: 'en', snapshot: null });
}

function rows(title: string): (string | null)[][] {
  const region = screen.getByRole('region', { name: title });
  const found = within(region).getAllByRole('row').slice(1);
  return found.map((row) => [...row.children].map((cell) => cell.textContent));
}

test('each OBS has what it came to, its minutes drawn, and its strains with their times', () => {
  render(MEASURED);
  const [total] = rows('OBS streams');
  expect(total?.slice(0, 7)).toEqual(['导播', '4,667', '400', '450', '5,400', '8.3%', '100.0%']);
  expect(total?.slice(9)).toEqual(['0:03', '3:00', '0:53']);
  expect(rows('Strained stretches')).toEqual([
    ['导播', 'bad', 'the line takes less than is sent', '12:01:12', '12:02:05', '0:53'],
  ]);
  const drawn = screen.getByRole('img', { name: /at most 6,000 kb\/s, at least 400 kb\/s/ });
  expect(drawn.getAttribute('aria-label')).toContain('dropped at most 25.0%');
});

test('an OBS that did not stream has no 0, but its reason', () => {
  const off = { kbpsMean: null, kbpsMin: null, why: 'not_streaming', streamingMs: 0 } as const;
  const none = { droppedFrames: null, totalFrames: null, congestionMax: null };
  render([measuredMinute(at(0), { ...off, ...none })]);
  const [total] = rows('OBS streams');
  expect(total?.slice(1, 7)).toEqual(['—', '—', '—', '—', '—', '—']);
  expect(total?.[12]).toBe('OBS is not streaming');
  expect(screen.getByText('导播 has no bitrate: OBS is not streaming')).toBeDefined();
  expect(screen.getByText(/^Nothing: /).textContent).toContain('Strained stretches');
});

test('a show without one says what is missing and how to get it', () => {
  render([]);
  expect(screen.queryByRole('region', { name: 'OBS streams' })).toBeNull();
  expect(screen.getByText(/No OBS was read on air/).textContent).toContain('Goes to…');
});

test('every minute and strain is in the exports, in numbers that add up', () => {
  const i18n = createI18n('en');
  const tables = reportTables(i18n, review(MEASURED)).map(({ sheet }) => sheet);
  const sheet = (name: string) => tables.find((table) => table.name === name);
  expect(sheet('output-minutes')?.rows).toHaveLength(3);
  expect(sheet('strains')?.rows).toHaveLength(1);
  expect(sheet('outputs')?.rows).toHaveLength(1);
});
