import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { makeBackup, noSteps } from '#core/store/backup.ts';
import { engineOf } from '#core/store/engine.ts';
import { pendingReplacement } from '#core/store/replacement.ts';
import { startRig, type CoreRig } from '#tests/support/core-rig.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let rig: CoreRig;

beforeEach(async () => {
  folder = temporaryFolder();
  rig = await startRig(folder.path);
});
afterEach(async () => {
  await rig.close();
  folder.clean();
});

function backUp(): string {
  const engine = engineOf(null);
  const store = engine(rig.storePath, { readonly: true });
  const order = { dataFolder: folder.path, reason: 'request', nowTs: TEST_NOW } as const;
  const made = makeBackup(engine, store, order, noSteps);
  store.close();
  if (!made.ok) throw new Error(made.error.code);
  return made.value.name;
}

async function liveShow(title: string) {
  const desk = rig.screen('desk');
  await desk.must('show.create', { title, origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  return desk;
}

describe('restoring a backup from the desk', () => {
  test('is refused while a live show is on air or paused, and changes nothing', async () => {
    const name = backUp();
    const desk = await liveShow('晚场');
    for (const command of ['show.pause', 'show.resume'] as const) {
      const refused = await desk.run('store.restore', { name });
      expect(refused).toMatchObject({
        ok: false,
        error: { code: 'store_on_air', params: { title: '晚场' } },
      });
      await desk.must(command, {});
    }
    expect(pendingReplacement(folder.path)).toBeNull();
  });

  test('asks the host for a restart after the answer; the next core has the old store', async () => {
    const name = backUp();
    const desk = await liveShow('to be undone');
    await desk.must('show.end', {});
    // Its copy is made a little later.
    await rig.advance(2_000);
    let restarts = 0;
    rig.core.onRestartWanted(() => (restarts += 1));
    await desk.must('store.restore', { name });
    expect(restarts).toBe(0);
    await rig.advance(100);
    expect(restarts).toBe(1);
    await rig.close();
    rig = await startRig(folder.path);
    const again = rig.screen('desk');
    expect(again.slice('show').show).toBeNull();
    expect(again.slice('store').keeping.report).toMatchObject({
      kind: 'restored',
      backup: { name },
    });
    await again.must('store.acknowledge', {});
    await rig.advance(0);
    expect(again.slice('store').keeping.report).toBeNull();
    const { backups } = await again.must('store.backups', {});
    expect(backups.map(({ reason }) => reason)).toEqual(['show', 'request']);
  });

  test('takes listed backups only, whatever the name says', async () => {
    const desk = rig.screen('desk');
    for (const name of ['gone.sqlite', '../cuedesk.sqlite', '/etc/passwd']) {
      expect(await desk.run('store.restore', { name })).toMatchObject({
        ok: false,
        error: { code: 'unknown_backup' },
      });
    }
  });
});
