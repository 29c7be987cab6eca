/**
 * From SIGKILL of the core of the browser host to the desk receiving events again, over a real desk
 * connection while another program sends 200 events a second; against the least a restart can be:
 * the same Node started anew that opens a copy of the same store and answers one message. An empty
 * show, and a running one of 200,000 events.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import { DeskProgram } from '#tests/support/desk-program.ts';
import { fillRunningShow } from '#tests/support/filled-store.ts';
import { Ledger } from '#tests/support/ledger.ts';
import { coreOtherThan, startDesk } from '#tests/support/running-desk.ts';

import { printBench } from './bench-line.ts';

const KILLS = 7;
const RATE = 200;
/** Answered between two kills: two seconds of work, so that the core has served. */
const ANSWERED_BETWEEN = 400;
const TARGET_MS = 1_000;
const BARE = join(import.meta.dirname, '../support/bare-restart.ts');

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function openBare(storeCopy: string): Promise<ChildProcess> {
  const child = fork(BARE, [storeCopy], { stdio: ['ignore', 2, 2, 'ipc'] });
  await once(child, 'message');
  const answered = once(child, 'message');
  child.send({ type: 'ask' });
  await answered;
  return child;
}

async function measure(name: string, events: number): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-recover-'));
  if (events > 0) fillRunningShow(dataFolder, events, Date.now());
  const desk = await startDesk([], dataFolder);
  const operator = await DeskProgram.connect(desk.announced.url);
  if (events === 0) {
    await operator.must('show.create', { title: 'Recover', origin: 'live', currency: 'CNY' });
    await operator.must('show.start', {});
  }
  const ledger = new Ledger(desk.dataFolder, RATE);
  const storeCopy = join(dataFolder, 'copy.sqlite');
  const [ours, bare]: [number[], number[]] = [[], []];
  await ledger.answeredMore(ANSWERED_BETWEEN);
  const reader = new BetterSqlite(desk.storePath, { readonly: true });
  reader.exec(`VACUUM INTO '${storeCopy}'`);
  reader.close();
  let floor = await openBare(storeCopy);
  let { pid } = desk.announced;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await ledger.answeredMore(ANSWERED_BETWEEN);
    const seen = operator.frames.length;
    const killedMs = performance.now();
    process.kill(pid, 'SIGKILL');
    await operator.until(() => {
      const fresh = operator.frames.slice(seen);
      const at = fresh.findIndex((frame) => frame.type === 'snapshot');
      return (
        at !== -1 &&
        fresh.slice(at).some((frame) => frame.type === 'batch' && frame.batch.events.length > 0)
      );
    });
    ours.push(performance.now() - killedMs);
    pid = (await coreOtherThan(dataFolder, pid)).pid;
    const bareMs = performance.now();
    floor.kill('SIGKILL');
    await once(floor, 'exit');
    floor = await openBare(storeCopy);
    bare.push(performance.now() - bareMs);
  }
  floor.kill('SIGKILL');
  operator.close();
  await ledger.finish();
  ledger.remove();
  await desk.remove();
  const [value, comparatorValue] = [median(ours), median(bare)];
  printBench({
    name,
    value: Math.round(value),
    unit: 'ms',
    comparator: 'the same Node started anew, one message answered from the same store',
    comparatorValue: Math.round(comparatorValue),
    ratio: Math.round((value / comparatorValue) * 100) / 100,
    goal: { of: 'value', is: 'at most', target: TARGET_MS },
    floor: null,
    samples: ours.map(Math.round),
  });
  process.stderr.write(`${name}: a bare restart ${bare.map(Math.round).join(' ')} ms\n`);
}

await measure('recover.core-kill', 0);
await measure('recover.core-kill.200k-events', 200_000);
process.exit(0);
