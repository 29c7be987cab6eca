import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openStore } from '#core/database/open-store.ts';
import { testPorts } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'support', 'hold-store.ts');
let folder: ReturnType<typeof temporaryFolder>;
let children: ChildProcess[] = [];

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(async () => {
  for (const child of children) await killNow(child);
  children = [];
  folder.clean();
});

/** What the other process says first. */
async function openElsewhere(): Promise<{ readonly said: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, [SCRIPT, folder.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { said, child };
}

async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

function openHere() {
  return openStore({ dataFolder: folder.path, sqliteBinding: null }, testPorts());
}

test('one writer: a second process is refused, and let in once the first has closed', async () => {
  const first = openHere();
  if (!first.ok) throw new Error(first.error.code);
  expect((await openElsewhere()).said).toBe('store_in_use');
  first.value.close();
  expect((await openElsewhere()).said).toBe('open');
});

test('a killed process leaves no lock behind', async () => {
  const { said, child } = await openElsewhere();
  expect(said).toBe('open');
  const refused = openHere();
  expect(refused).toMatchObject({ ok: false, error: { code: 'store_in_use' } });
  await killNow(child);
  const opened = openHere();
  if (!opened.ok) throw new Error(opened.error.code);
  expect(opened.value.db.raw.open).toBe(true);
  opened.value.close();
});
