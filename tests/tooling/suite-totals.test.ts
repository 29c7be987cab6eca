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

  const WELL = { ok: true, output: '', problem: null };
  const BADLY = { ok: false, output: 'a\n\nheap out of memory\n', problem: 'exit code 1' };
  const oneTest = (status: string) => ({
    status,
    fullName: status,
    failureMessages: [] as string[],
  });
  const unitFile = (...statuses: string[]) => ({
    name: fromRoot('tests/a.test.ts'),
    status: 'passed',
    message: '',
    hooks: [] as { title: string; message: string }[],
    assertionResults: statuses.map(oneTest),
  });
  const vitestReport = (...statuses: string[]) => ({
    testResults: [unitFile(...statuses)],
    outside: [] as string[],
  });

  test('vitest tests are counted by what became of them', () => {
    writeFileSync(file, JSON.stringify(vitestReport('passed', 'passed', 'skipped', 'todo')));
    expect(totalsFromReport('unit', file, WELL, countVitest)).toMatchObject({
      passed: 2,
      failed: 0,
      skipped: 1,
      todo: 1,
      didNotRun: 0,
    });
  });

  test('a test file that does not load is a failure that did not run', () => {
    const report = vitestReport('passed');
    report.testResults.push({ ...unitFile(), status: 'failed', message: 'x' });
    writeFileSync(file, JSON.stringify(report));
    const totals = totalsFromReport('unit', file, BADLY, countVitest);
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
    expect(totalsFromReport('e2e', file, BADLY, countPlaywright)).toMatchObject({
      passed: 1,
      failed: 3,
      skipped: 1,
      didNotRun: 1,
    });
  });

  test('silence is a failure: no report, no tests, or a runner that failed without a test', () => {
    expect(totalsFromReport('unit', file, WELL, countVitest)).toMatchObject({ failed: 1 });
    writeFileSync(file, JSON.stringify({ testResults: [], outside: [] }));
    expect(totalsFromReport('unit', file, WELL, countVitest)).toMatchObject({ didNotRun: 1 });
    writeFileSync(file, JSON.stringify(vitestReport('passed')));
    expect(totalsFromReport('unit', file, BADLY, countVitest)).toMatchObject({ failed: 1 });
  });

  test('what a runner says last is said again where nothing else says why it failed', () => {
    writeFileSync(file, JSON.stringify(vitestReport('passed')));
    const totals = totalsFromReport('unit', file, BADLY, countVitest);
    expect(failuresList([totals])).toBe(
      'FAILED unit: the runner: exit code 1\n    a\n    heap out of memory\n',
    );
    expect(failuresList([totalsFromReport('unit', `${file}x`, BADLY, countVitest)])).toContain(
      'heap out of memory',
    );
  });

  test('what fails around tests, outside of them, or with its worker is a failure of its own', () => {
    const report = vitestReport('passed');
    report.testResults[0]?.hooks.push({ title: 'a rig', message: 'Hook timed out in 45000ms.' });
    report.testResults.push({ ...unitFile('passed'), status: 'pending' });
    report.testResults.push({ ...unitFile('passed'), message: 'afterAll is wrong' });
    report.outside.push('Unhandled Rejection: too late\nat src/a.ts:1:2');
    writeFileSync(file, JSON.stringify(report));
    const totals = totalsFromReport('unit', file, BADLY, countVitest);
    expect(totals).toMatchObject({ passed: 3, failed: 4, didNotRun: 1, note: null });
    expect(failuresList([totals]).split('\n')).toEqual([
      'FAILED unit: outside of any test > Unhandled Rejection: too late',
      '    at src/a.ts:1:2',
      'FAILED unit: tests/a.test.ts > around a rig > Hook timed out in 45000ms.',
      'FAILED unit: tests/a.test.ts > its worker ended',
      'FAILED unit: tests/a.test.ts > the file itself > afterAll is wrong',
      '',
    ]);
  });

  test('every failure is named with its file, its title and the first lines of why', () => {
    const message = [
      'expected [ 1 ] to deeply equal [ 2 ]',
      '- Expected',
      '+ Received',
      '  [',
      '-   2,',
      '+   1,',
      '  ]',
      '    at tests/a.test.ts:1:2',
    ].join('\n');
    const report = vitestReport();
    report.testResults[0]?.assertionResults.push({
      ...oneTest('failed'),
      fullName: 'one is two',
      failureMessages: [message],
    });
    report.testResults.push({
      ...unitFile(),
      name: fromRoot('tests/b.test.ts'),
      status: 'failed',
      message: 'x',
    });
    writeFileSync(file, JSON.stringify(report));
    const unit = totalsFromReport('unit', file, BADLY, countVitest);
    const why = 'Error: expect(received)\n\n- Array []\n+ Array [\n+   "cut",\n> 18 | expect(';
    const failed = {
      status: 'unexpected',
      annotations: [],
      results: [{ error: { message: why } }],
    };
    const spec = { title: 'shown', file: 'c.spec.ts', tests: [failed] };
    const errors = [{ message: 'no worker' }];
    writeFileSync(file, JSON.stringify({ errors, suites: [{ specs: [spec] }] }));
    const e2e = totalsFromReport('e2e', file, BADLY, countPlaywright);
    expect(failuresList([unit, e2e]).split('\n')).toEqual([
      'FAILED unit: tests/a.test.ts > one is two > expected [ 1 ] to deeply equal [ 2 ]',
      '    -   2,',
      '    +   1,',
      'FAILED unit: tests/b.test.ts > the file itself > x',
      'FAILED e2e: tests/e2e/c.spec.ts > shown > Error: expect(received)',
      '    - Array []',
      '    + Array [',
      '    +   "cut",',
      'FAILED e2e: outside of any test > no worker',
      '',
    ]);
  });

  test('suites are summed', () => {
    const sum = sumTotals([suiteThatDidNotRun('a', ''), suiteThatDidNotRun('b', '')]);
    expect(sum).toEqual({ passed: 0, failed: 2, skipped: 0, todo: 0, didNotRun: 2 });
  });
});
