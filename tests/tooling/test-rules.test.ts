import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { parseBenchLine } from '../../scripts/lib/run-bench.mjs';

const TESTS = join(import.meta.dirname, '..');

function read(name: string): string {
  return readFileSync(join(TESTS, name), 'utf8');
}

describe('an oracle', () => {
  test('imports nothing of the product it judges', () => {
    const imports = [...read('support/oracle.ts').matchAll(/from '([^']+)'/g)].map(
      ([, from]) => from,
    );
    expect(imports.filter((from) => from !== 'better-sqlite3')).toEqual([]);
  });
});

describe('a test', () => {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(test|spec)\.tsx?$/.test(name),
  );

  test('waits for receipts, never for time, and asserts no time', () => {
    const sleeps = /waitForTimeout|(?<!test\.)setTimeout\(|performance\.now\(\)|Date\.now\(\)\s*-/;
    const here = join('tooling', 'test-rules.test.ts');
    expect(files.filter((name) => name !== here && sleeps.test(read(name)))).toEqual([]);
  });

  test('that puts another module in the place of one shares no worker', () => {
    const replaces = /\bvi\.(?:do)?[mM]ock\(|\bvi\.resetModules\(/;
    expect(
      files.filter((name) => !/\.alone\.test\.tsx?$/.test(name) && replaces.test(read(name))),
    ).toEqual([]);
  });

  test('is never switched off', () => {
    const off = /\b(?:it|test|describe)\.(?:skip|only|todo|fails)\b/;
    const here = join('tooling', 'test-rules.test.ts');
    expect(files.filter((name) => name !== here && off.test(read(name)))).toEqual([]);
  });
});

describe('a measurement', () => {
  const whole = {
    name: 'x',
    value: 1,
    unit: 'rows/s',
    comparator: 'y',
    comparatorValue: 2,
    ratio: 0.5,
    target: 0.75,
    goal: 'ratio at least 0.75',
    floor: null,
    ok: false,
    samples: 7,
  };

  test('with all its fields is one', () => {
    expect(parseBenchLine(JSON.stringify(whole))).toEqual(whole);
  });

  test.each(Object.keys(whole))('without %s is none', (field) => {
    const entries = Object.entries(whole).filter(([key]) => key !== field);
    expect(parseBenchLine(JSON.stringify(Object.fromEntries(entries)))).toBeNull();
  });
});
