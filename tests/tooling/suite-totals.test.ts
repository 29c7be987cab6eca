import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromRoot } from '../../scripts/lib/repo-paths.mjs';
import {
  countPlaywright,
  countVitest,
  failuresList,
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

  test('every failure is named with its file, its title and why', () => {
    const suites = [
      {
        name: fromRoot('tests/a.test.ts'),
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'one is two', failureMessages: ['1 is not 2\n at a'] },
        ],
      },
      { name: fromRoot('tests/b.test.ts'), status: 'failed', message: 'x', assertionResults: [] },
    ];
    writeFileSync(file, JSON.stringify({ testResults: suites }));
    const unit = totalsFromReport('unit', file, false, countVitest);
    const failed = {
      status: 'unexpected',
      annotations: [],
      results: [{ error: { message: 'y' } }],
    };
    const spec = { title: 'shown', file: 'c.spec.ts', tests: [failed] };
    writeFileSync(file, JSON.stringify({ errors: [], suites: [{ specs: [spec] }] }));
    const e2e = totalsFromReport('e2e', file, false, countPlaywright);
    expect(failuresList([unit, e2e]).split('\n')).toEqual([
      'FAILED unit: tests/a.test.ts > one is two > 1 is not 2',
      'FAILED unit: tests/b.test.ts > it does not load > x',
      'FAILED e2e: tests/e2e/c.spec.ts > shown > y',
      '',
    ]);
  });

  test('suites are summed', () => {
    const sum = sumTotals([suiteThatDidNotRun('a', ''), suiteThatDidNotRun('b', '')]);
    expect(sum).toEqual({ passed: 0, failed: 2, skipped: 0, todo: 0, didNotRun: 2 });
  });
});
