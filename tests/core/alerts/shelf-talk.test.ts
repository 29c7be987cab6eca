import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Alert } from '#shared/model/alert.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { STRAINING_PRODUCTS } from '#tests/support/sample-products.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

// Half a minute of show, tick by tick, on a machine that may do other things.
vi.setConfig({ testTimeout: 60_000 });

const PEOPLE = 6;

let folder: string;
let core: CoreRig;
let desk: RigScreen;
let sent = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-shelf-talk-'));
  core = await startRig(folder, TEST_NOW);
  desk = core.screen('desk');
  sent = 0;
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  for (const [index, fields] of STRAINING_PRODUCTS.slice(0, 2).entries()) {
    await desk.must('shelf.putProduct', { fields, linkNumber: index + 1 });
  }
  const armed = await desk.must('shelf.arm', { linkNumber: 1 });
  await desk.must('shelf.go', { productId: armed.productId });
  // The room's questions are read a moment after the first desk.
  await core.advance(2_000);
});
afterEach(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

/** So many people ask about a link, and half a minute goes by. */
async function ask(linkNumber: number, people: number): Promise<void> {
  const events = Array.from({ length: people }, (_, who) => {
    sent += 1;
    const at = { key: `ask-${sent}`, ts: core.ports.clock.wallNow() };
    return chat(at, person(`p${who}`, `P ${who}`), `${linkNumber}号链接还有M码吗`);
  });
  await core.screen('cli').must('ingest.append', { sender: 'bridge', events });
  for (let second = 0; second < 33; second += 1) await core.advance(1_000);
}

const said = (): Alert[] =>
  desk.slice('alerts').alerts.filter(({ ruleId }) => ruleId === 'shelf-talk');

test('a crowd asks about what is not on the shelf: said once, with people as SQL counts them', async () => {
  await ask(2, PEOPLE);
  expect(said()).toHaveLength(1);
  const db = new BetterSqlite(core.storePath, { readonly: true });
  const people = db
    .prepare("SELECT count(DISTINCT person_id) FROM events WHERE kind = 1 AND text LIKE '2号%'")
    .pluck()
    .get();
  db.close();
  expect(said()[0]).toMatchObject({
    severity: 'warn',
    evidence: {
      kind: 'shelf',
      shown: 1,
      block: null,
      asked: { linkNumber: 2, people },
      proposed: 2,
    },
    action: { kind: 'arm' },
    answer: null,
  });
});

test('nothing is said of what is shown, nor of a few', async () => {
  await ask(1, PEOPLE);
  await ask(2, 2);
  expect(said()).toEqual([]);
});

test('once the shelf follows, nothing more is said; after a restart the alert is still there', async () => {
  await ask(2, PEOPLE);
  const armed = await desk.must('shelf.arm', { linkNumber: 2 });
  await desk.must('shelf.go', { productId: armed.productId });
  await ask(2, PEOPLE);
  const before = said();
  expect(before).toHaveLength(1);
  await core.close();
  core = await startRig(folder, core.ports.clock.wallNow());
  desk = core.screen('desk');
  await core.advance(1_000);
  expect(said()).toEqual(before);
});
