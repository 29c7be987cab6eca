import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { describeFirstRun, firstRunPage } from '../../scripts/lib/first-run-page.mjs';
import { fromRoot } from '../../scripts/lib/repo-paths.mjs';

const run = {
  cloned: 0.82,
  installed: 41.3,
  started: 41.4,
  served: 52.9,
  metric: 55.04,
  push: 57.2,
  review: 59.96,
};
const where = {
  machine: '2 x Processor, 8 GiB, Linux 6',
  load: 0.42,
  systemNode: '22.1.0',
  npm: '11.0.0',
  date: new Date(Date.UTC(2026, 2, 1, 9, 5)),
};

describe('the page of the first run', () => {
  const page = firstRunPage(run, where);

  test('has a row for each step, counted from the clone and from the start', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| '));
    const figures = rows.slice(2).map((row) => row.split('|').slice(3, 5));
    expect(figures.map((cells) => cells.map((cell) => cell.trim()))).toEqual([
      ['0.8', '—'],
      ['41.3', '—'],
      ['52.9', '11.5'],
      ['55.0', '13.6'],
      ['57.2', '15.8'],
      ['60.0', '18.6'],
    ]);
    expect(page).toContain(
      '2 x Processor, 8 GiB, Linux 6, load average 0.4 when it began; Node 22.1.0 with npm 11.0.0',
    );
    expect(page).toContain('2026-03-01 09:05 UTC');
  });

  test('says the same in Chinese', () => {
    expect(page).toContain('13.6 秒看到第一个指标，15.8 秒弹出第一个商品，18.6 秒打开复盘');
  });

  test('is in short on the terminal', () => {
    expect(describeFirstRun(run).split('\n')).toHaveLength(6);
  });
});

/** Every number that a run gives, made alike, so that only the words are left. */
function withoutFigures(page: string): string {
  return page
    .replace(/Measured on .*? UTC: .*?; Node \S+ with npm \S+ as/, 'Measured')
    .replaceAll(/\d+\.\d/g, 'N');
}

test('docs/first-run.md is a page that the command wrote', () => {
  const page = readFileSync(fromRoot('docs/first-run.md'), 'utf8');
  expect(withoutFigures(page)).toBe(withoutFigures(firstRunPage(run, where)));
  const sinceClone = page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((row) => Number(row.split('|')[3]));
  expect(sinceClone).toHaveLength(6);
  expect(sinceClone).toEqual(sinceClone.toSorted((a, b) => a - b));
});
