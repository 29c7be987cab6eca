import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { FaultDefinition, FaultResult } from './fault.ts';
import { inFolder } from './store-faults.ts';

const SCRIPT = join(import.meta.dirname, '..', 'support', 'hold-store.ts');

export const fault: FaultDefinition = {
  name: 'second-instance',
  what: 'several processes open the same data folder at the same time; the one that got it is killed, and again',
  expected:
    'each time exactly one opens it, the others are told so at once, and a killed one leaves no lock',
  needs: null,
  hasQuickForm: true,
  run: (scale) =>
    inFolder((dataFolder) =>
      run(dataFolder, scale === 'quick' ? 1 : 10, scale === 'quick' ? 3 : 5),
    ),
};

async function run(dataFolder: string, rounds: number, processes: number): Promise<FaultResult> {
  let wrong = 0;
  let slowest = 0;
  for (let round = 0; round < rounds; round += 1) {
    const startedMs = performance.now();
    const tries = await Promise.all(
      Array.from({ length: processes }, () => openElsewhere(dataFolder)),
    );
    slowest = Math.max(slowest, (performance.now() - startedMs) / 1_000);
    const said = tries.map((each) => each.said).toSorted();
    const expected = ['open', ...Array.from({ length: processes - 1 }, () => 'store_in_use')];
    if (said.join() !== expected.join()) wrong += 1;
    await Promise.all(tries.map(({ child }) => killNow(child)));
  }
  return {
    injections: rounds * (processes - 1),
    seen: `${rounds * processes} starts, ${wrong} rounds in which not exactly one held the store; all had answered after ${slowest.toFixed(1)} s`,
    acknowledged: rounds,
    lost: wrong,
    doubled: 0,
    secondsToRecover: null,
    ok: wrong === 0,
  };
}

async function openElsewhere(
  dataFolder: string,
): Promise<{ readonly said: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, [SCRIPT, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { said, child };
}

async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
