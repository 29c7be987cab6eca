import { describe, expect, test } from 'vitest';

import { describeFault, faultsPage, readFaultsPage } from '../../scripts/lib/faults-page.mjs';

const entry = {
  fault: 'core-kill',
  what: 'SIGKILL | of the core',
  expected: 'back at once',
  needs: null,
  hasQuickForm: true,
};
const line = {
  fault: 'core-kill',
  injections: 1_200,
  expected: 'back at once',
  seen: 'it was',
  lost: 0,
  doubled: 0,
  secondsToRecover: 0.4,
  ok: true,
  acknowledged: 300_000,
};
const notCarriedOut = {
  ...line,
  fault: 'sleep',
  injections: 0,
  seen: 'not carried out: SIGKILL',
  lost: null,
  doubled: null,
  secondsToRecover: null,
  ok: false,
  acknowledged: 0,
};
const floor = { machine: '2 x Processor, 8 GiB, Linux 6', node: '24.21.0', syncMs: 0.512 };
const run = { floor, scale: 'full' as const };
const kept = (each: typeof line | typeof notCarriedOut, minute = 0) => ({
  line: each,
  date: new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString(),
});

describe('the page of the faults', () => {
  test('adds up what was broken and what was at stake, with date and floor of the machine', () => {
    const page = faultsPage(
      [entry, entry, { ...entry, fault: 'fuzz' }],
      [
        kept(line, 30),
        kept({ ...line, injections: 30 }, 5),
        kept({ ...line, fault: 'fuzz', injections: 4_000_000, acknowledged: 0 }, 10),
      ],
      run,
    );
    expect(page).toContain('**0 acknowledged events lost and 0 doubled over 1,230 injections**');
    expect(page).toContain('600,000 acknowledged events and commands at stake');
    expect(page).toContain('besides, 4,000,000 hostile inputs');
    expect(page).toContain('3 of 3 faults as expected');
    expect(page).toContain('共注入 1,230 次故障');
    expect(page).toContain(
      'Run from 2026-03-01 09:05 to 2026-03-01 09:30 UTC: 2 x Processor, 8 GiB, Linux 6; Node 24.21.0',
    );
    expect(page).toContain('0.51 ms');
  });

  test('keeps its table whole, and shows what is unknown as unknown', () => {
    const page = faultsPage(
      [entry, { ...entry, fault: 'sleep' }],
      [kept(line), kept(notCarriedOut)],
      run,
    );
    const rows = page
      .split('\n')
      .filter((row) => row.startsWith('| core-kill') || row.startsWith('| sleep'));
    const cells = rows.map((row) =>
      row
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
    expect(cells[0]).toEqual([
      'core-kill',
      'SIGKILL \\| of the core',
      '1,200',
      'back at once',
      'it was',
      '300,000',
      '0',
      '0',
      '0.4 s',
      'yes',
    ]);
    expect(cells[1]?.slice(5)).toEqual(['0', '—', '—', '—', '**no**']);
  });

  test('is read back as what it was made of, and a text that is none as nothing', () => {
    const entries = [entry, { ...entry, fault: 'sleep' }];
    const page = faultsPage(entries, [kept(line), kept(notCarriedOut)], run);
    const held = readFaultsPage(page, 'full');
    expect(held).toEqual([kept(line), kept(notCarriedOut)]);
    expect(faultsPage(entries, held, run)).toBe(page);
    expect(readFaultsPage('# Something else\n\n| a | yes |\n', 'full')).toEqual([]);
    expect(readFaultsPage(page, 'quick')).toEqual([]);
  });

  test('a line for people says the same in short', () => {
    expect(describeFault(line)).toBe(
      'ok   core-kill: 1200x, 0 lost, 0 doubled, back in 0.4 s; it was',
    );
    expect(describeFault(notCarriedOut)).toMatch(/^FAIL sleep: 0x, — lost/);
  });
});
