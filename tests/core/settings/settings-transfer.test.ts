import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { NO_SETTINGS } from '#shared/model/settings.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let rig: CoreRig | null = null;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await rig?.close();
  rig = null;
  folder.clean();
});

async function desk(): Promise<RigScreen> {
  await rig?.close();
  rig = await startRig(folder.path);
  return rig.screen('desk');
}
const path = (): string => join(folder.path, 'settings.json');
const stored = (): unknown => JSON.parse(readFileSync(path(), 'utf8'));

describe('keys', () => {
  test('that were chosen hold for every window and after a restart', async () => {
    const first = await desk();
    const second = rig?.screen('desk');
    await first.must('settings.change', { keys: { bookmark: 'm' } });
    await rig?.advance(0);
    expect(second?.slice('settings').keys).toEqual({ bookmark: 'm' });
    expect(stored()).toEqual({ version: 1, keys: { bookmark: 'm' } });
    expect((await desk()).slice('settings').keys).toEqual({ bookmark: 'm' });
  });

  test('of a newer version stay in the file; what is no table of keys is damage', async () => {
    writeFileSync(path(), '{"version":1,"keys":{"bookmark":"m","ofNextYear":"v"}}');
    const screen = await desk();
    expect(screen.slice('settings')).toMatchObject({
      keys: { bookmark: 'm', ofNextYear: 'v' },
      damaged: null,
    });
    writeFileSync(path(), '{"version":1,"theme":"light","keys":["m"]}');
    const { damaged, ...settings } = (await desk()).slice('settings');
    expect(settings).toEqual({ ...NO_SETTINGS, theme: 'light' });
    expect(damaged?.movedTo).toContain('settings.damaged-');
  });
});

describe('settings that are given away', () => {
  test('make the same desk of another data folder, keys of a newer version included', async () => {
    writeFileSync(path(), '{"version":1,"density":{"rows":"tight"}}');
    const screen = await desk();
    await screen.must('settings.change', { theme: 'light', keys: { bookmark: 'm' } });
    await screen.must('settings.change', { hasGlobalKeys: true, digitWaitMs: 1000 });
    await rig?.advance(0);
    const given = screen.slice('settings');
    const { path: file } = await screen.must('settings.export', { path: null });
    expect(file).toContain(join('exports', 'cuedesk-settings-'));
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const other = temporaryFolder();
    try {
      await rig?.close();
      rig = await startRig(other.path);
      const there = rig.screen('desk');
      await there.must('settings.import', { text: readFileSync(file, 'utf8') });
      await rig.advance(0);
      expect(there.slice('settings')).toEqual(given);
      const written = JSON.parse(readFileSync(join(other.path, 'settings.json'), 'utf8'));
      expect(written).toMatchObject({ version: 1, density: { rows: 'tight' } });
    } finally {
      await rig?.close();
      rig = null;
      other.clean();
    }
  });

  test('overwrite nothing, and say where they cannot be written', async () => {
    const screen = await desk();
    const taken = join(folder.path, 'mine.json');
    writeFileSync(taken, 'kept');
    expect(await screen.run('settings.export', { path: taken })).toMatchObject({
      ok: false,
      error: { code: 'file_exists', params: { path: taken } },
    });
    expect(readFileSync(taken, 'utf8')).toBe('kept');
    const nowhere = join(folder.path, 'no-such-folder', 'x.json');
    expect(await screen.run('settings.export', { path: nowhere })).toMatchObject({
      ok: false,
      error: { code: 'folder_unwritable' },
    });
  });
});

describe('settings that are taken in', () => {
  test('with one wrong value change nothing, and the place is named', async () => {
    const screen = await desk();
    await screen.must('settings.change', { theme: 'light' });
    const before = readFileSync(path(), 'utf8');
    const text = '{"version":1,"theme":"dark","keys":{"bookmark":"Tab"},"digitWaitMs":3}';
    expect(await screen.run('settings.import', { text })).toEqual({
      ok: false,
      error: {
        code: 'settings_import_refused',
        params: { count: 2, where: 'digitWaitMs', given: '3' },
      },
    });
    await rig?.advance(0);
    expect(screen.slice('settings').theme).toBe('light');
    expect(readFileSync(path(), 'utf8')).toBe(before);
  });

  test('that cannot be written change nothing either', async () => {
    const screen = await desk();
    mkdirSync(`${path()}.new`);
    const refused = await screen.run('settings.import', { text: '{"version":1,"theme":"light"}' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'settings_unwritable' } });
    expect(screen.slice('settings').theme).toBeNull();
  });

  test('leave what they do not name', async () => {
    const screen = await desk();
    await screen.must('settings.change', { theme: 'light', digitWaitMs: 400 });
    await screen.must('settings.import', { text: '{"version":9,"theme":"dark","later":[1]}' });
    expect(stored()).toEqual({ version: 1, theme: 'dark', digitWaitMs: 400, later: [1] });
  });
});
