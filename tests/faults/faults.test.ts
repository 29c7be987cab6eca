import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import type { FaultResult } from './fault.ts';
import { faultNames, loadFault } from './fault-files.ts';

const LIMIT_MS = 120_000;
const run = promisify(execFile);
const all = await Promise.all(faultNames().map(loadFault));
const quick = all.filter((fault) => fault.hasQuickForm);

/** Each in a process of its own, as `npm run faults` does, so that none leaves anything to the next. */
describe('a fault', () => {
  it.each(quick.map(({ name }) => name))(
    '%s: as expected, nothing lost, nothing doubled',
    async (name) => {
      const entry = join(import.meta.dirname, 'run-fault.ts');
      const { stdout } = await run(process.execPath, [entry, name, 'quick'], {
        timeout: LIMIT_MS - 5_000,
        killSignal: 'SIGKILL',
      });
      const result = JSON.parse(stdout) as FaultResult;
      expect(result).toMatchObject({ ok: true, lost: 0, doubled: 0 });
      expect(result.injections).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );

  it('says what it is and what must be so', () => {
    for (const fault of all) {
      expect(`${fault.what} ${fault.expected}`, fault.name).toMatch(/\S{3,}.* \S{3,}/);
      expect(fault.needs === 'electron' && fault.hasQuickForm, fault.name).toBe(false);
    }
  });
});
