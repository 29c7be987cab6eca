import { describe, expect, test } from 'vitest';

import { benchPage, readBenchPage } from '../../scripts/lib/bench-page.mjs';

const line = (name: string, value: number, comparator = 'the bare thing') => ({
  name,
  value,
  unit: 'msg/s',
  comparator,
  comparatorValue: 2_000,
  ratio: value / 2_000,
  goal: 'ratio at least 0.5',
  floor: null,
  ok: value >= 1_000,
});

const first = { machine: '2 x Fast, 4 GiB, Linux 6; Node 24', date: '2026-11-01' };
const second = { machine: '8 x Slow, 4 GiB, Linux 6; Node 24', date: '2026-11-02' };
const rowsOf = (page: string): readonly string[] =>
  page.split('\n').filter((text) => text.startsWith('| `'));

describe('the page of measurements', () => {
  test('has a row for each line, with goal, comparator, ratio and where it ran', () => {
    const page = benchPage([line('b', 900), line('a', 1_500)], first, []);
    expect(rowsOf(page)).toEqual([
      '| `a` | 1,500 msg/s | ratio at least 0.5 | the bare thing | 2,000 | 0.75 | — | yes | 2026-11-01, machine 1 |',
      '| `b` | 900 msg/s | ratio at least 0.5 | the bare thing | 2,000 | 0.45 | — | **no** | 2026-11-01, machine 1 |',
    ]);
    expect(page).toContain(`\n1. ${first.machine}\n`);
  });

  test('keeps the rows of what was not run, with their machine and date', () => {
    const earlier = benchPage([line('a', 1_500), line('b', 1_000)], first, []);
    const page = benchPage([line('b', 1_100)], second, readBenchPage(earlier));
    const [a, b, ...more] = rowsOf(page);
    expect(more).toEqual([]);
    expect(a).toContain('1,500 msg/s');
    expect(a).toContain('2026-11-01, machine 1 |');
    expect(b).toContain('1,100 msg/s');
    expect(b).toContain('2026-11-02, machine 2 |');
    const whole = benchPage([line('a', 1_600)], second, readBenchPage(page));
    expect(whole).toContain(`\n1. ${second.machine}\n`);
    expect(whole).not.toContain(first.machine);
  });

  test('replaces all lines of a name at once, and keeps theirs in order', () => {
    const both = [line('a', 1_500, 'one | other'), line('a', 1_500, 'another')];
    const page = benchPage(both, first, []);
    expect(rowsOf(page)).toHaveLength(2);
    const again = benchPage([], second, readBenchPage(page));
    expect(again).toBe(page);
    expect(rowsOf(benchPage([line('a', 1)], second, readBenchPage(again)))).toHaveLength(1);
  });

  test('judges nothing without a goal, and names a floor', () => {
    const told = { ...line('a', 58.25), goal: null, floor: { of: 'an empty page', value: 60 } };
    const [row] = rowsOf(benchPage([told], first, []));
    expect(row).toContain('| 58.25 msg/s | — |');
    expect(row).toContain('| 60: an empty page | — |');
  });

  test('reads nothing out of another page', () => {
    expect(readBenchPage('# Faults\n\n| fault | what |\n| --- | --- |\n| `a` | b |\n')).toEqual([]);
  });
});
