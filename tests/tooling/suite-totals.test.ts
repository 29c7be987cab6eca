import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  countPlaywright,
  countVitest,
  sumTotals,
  suiteThatDidNotRun,
  totalsFromReport,
} from '../../scripts/lib/suite-totals.mjs';

describe('the totals of a run', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cuedesk-totals-'));
    file = join(folder, 'report.json');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const vitestReport = (...statuses: string[]) => ({
    testResults: [{ status: 'passed', assertionResults: statuses.map((status) => ({ status })) }],
  });

  test('vitest tests are counted by what became of them', () => {
    writeFileSync(file, JSON.stringify(vitestReport('passed', 'passed', 'skipped', 'todo')));
    expect(totalsFromReport('unit', file, true, countVitest)).toMatchObject({
      passed: 2,
      failed: 0,
      skipped: 1,
      todo: 1,
      didNotRun: 0,
    });
  });

  test('a test file that does not load is a failure that did not run', () => {
    const report = vitestReport('passed');
    report.testResults.push({ status: 'failed', assertionResults: [] });
    writeFileSync(file, JSON.stringify(report));
    const totals = totalsFromReport('unit', file, false, countVitest);
    expect(totals).toMatchObject({ passed: 1, failed: 1, didNotRun: 1 });
  });

  test('Playwright: a test left out after a failure is told from a skipped one', () => {
    const spec = (status: string, ...types: string[]) => ({
      tests: [{ status, annotations: types.map((type) => ({ type })) }],
    });
    const report = {
      errors: [],
      suites: [
        { specs: [spec('expected'), spec('skipped', 'skip')] },
        { suites: [{ specs: [spec('unexpected'), spec('skipped'), spec('flaky')] }] },
      ],
    };
    writeFileSync(file, JSON.stringify(report));
    expect(totalsFromReport('e2e', file, false, countPlaywright)).toMatchObject({
      passed: 1,
      failed: 3,
      skipped: 1,
      didNotRun: 1,
    });
  });

  test('silence is a failure: no report, no tests, or a runner that failed without a test', () => {
    expect(totalsFromReport('unit', file, true, countVitest)).toMatchObject({ failed: 1 });
    writeFileSync(file, JSON.stringify({ testResults: [] }));
    expect(totalsFromReport('unit', file, true, countVitest)).toMatchObject({ didNotRun: 1 });
    writeFileSync(file, JSON.stringify(vitestReport('passed')));
    expect(totalsFromReport('unit', file, false, countVitest)).toMatchObject({ failed: 1 });
  });

  test('suites are summed', () => {
    const sum = sumTotals([suiteThatDidNotRun('a', ''), suiteThatDidNotRun('b', '')]);
    expect(sum).toEqual({ passed: 0, failed: 2, skipped: 0, todo: 0, didNotRun: 2 });
  });
});
