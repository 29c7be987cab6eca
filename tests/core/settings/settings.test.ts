import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { loadSettings } from '#core/settings/settings-file.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { MAIN_ROOM, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
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
const NOTHING = { ...NO_SETTINGS, damaged: null };

describe('settings', () => {
  test('hold for every window of the data folder and after a restart', async () => {
    const first = await desk();
    const second = rig?.screen('desk');
    expect(first.slice('settings')).toEqual(NOTHING);
    await first.must('settings.change', { theme: 'light' });
    await second?.must('settings.change', { language: 'en' });
    await rig?.advance(0);
    const chosen = { ...NOTHING, language: 'en', theme: 'light' };
    expect(first.slice('settings')).toEqual(chosen);
    expect(second?.slice('settings')).toEqual(chosen);
    expect(stored()).toEqual({ version: 1, language: 'en', theme: 'light' });
    expect((await desk()).slice('settings')).toEqual(chosen);
  });

  test('words that explode or contradict are refused, and nothing changes', async () => {
    const screen = await desk();
    await screen.must('settings.change', { words: { risk: ['甲醛'] } });
    for (const words of [{ buying: ['/(a+)+$/'] }, { complaint: ['绝了'], praise: ['绝了'] }]) {
      const refused = await screen.run('settings.change', { words });
      expect(refused).toMatchObject({ ok: false, error: { code: 'settings_words_refused' } });
    }
    await rig?.advance(0);
    expect(screen.slice('settings')).toEqual({ ...NOTHING, words: { risk: ['甲醛'] } });
    expect(stored()).toEqual({ version: 1, words: { risk: ['甲醛'] } });
  });

  test('are for the desk alone', async () => {
    await desk();
    const anchor = rig?.screen('anchor', MAIN_ROOM);
    expect(anchor?.snapshot().slices.settings).toBeUndefined();
    const refused = await anchor?.run('settings.change', { theme: 'light' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
  });

  test('a preset that cannot be is refused with its figure and why, and nothing changes', async () => {
    const screen = await desk();
    await screen.must('settings.change', { category: 'apparel', presets: { apparel: { gpm: 1 } } });
    for (const [presets, figure, fault] of [
      [{ general: { gpm: 80_000 } }, 'gpm', 'unknown'],
      [{ apparel: { followRate: 3 } }, 'followRate', 'over_all'],
      [{ home: { viewersMean: 0 } }, 'viewersMean', 'not_positive'],
    ] as const) {
      expect(await screen.run('settings.change', { presets })).toEqual({
        ok: false,
        error: { code: 'preset_refused', params: { figure, fault } },
      });
    }
    const held = { category: 'apparel', presets: { apparel: { gpm: 1 } } };
    expect((await desk()).slice('settings')).toMatchObject(held);
  });

  test('tell every overlay its look while it is open, and nothing else of them', async () => {
    const screen = await desk();
    const overlay = rig?.screen('overlay', MAIN_ROOM);
    expect(overlay?.slice('overlay')).toEqual({ look: 'night' });
    await screen.must('settings.change', { overlayLook: 'bright', theme: 'light' });
    await rig?.advance(0);
    expect(overlay?.slice('overlay')).toEqual({ look: 'bright' });
    expect(JSON.stringify(overlay?.frames)).not.toContain('theme');
    expect(screen.slice('settings')).toMatchObject({ overlayLook: 'bright' });
    expect(screen.snapshot().slices.overlay).toBeUndefined();
    await desk();
    expect(rig?.screen('overlay', MAIN_ROOM).slice('overlay')).toEqual({ look: 'bright' });
  });

  test('that cannot be written stay as they were, and say where and why', async () => {
    const screen = await desk();
    await screen.must('settings.change', { theme: 'light' });
    // Takes the place of the file that is written first.
    mkdirSync(`${path()}.new`);
    const refused = await screen.run('settings.change', { theme: 'dark' });
    expect(refused).toEqual({
      ok: false,
      error: { code: 'settings_unwritable', params: { path: path(), reason: 'EISDIR' } },
    });
    expect(screen.slice('settings')).toMatchObject({ theme: 'light' });
    expect(stored()).toEqual({ version: 1, theme: 'light' });
  });
});

describe('a settings file of a newer version', () => {
  test('is read as far as it is known, and nothing of it is lost by a change', async () => {
    const newer = { version: 7, theme: 'light', language: 'fr', density: { rows: 'tight' } };
    writeFileSync(path(), JSON.stringify(newer));
    const screen = await desk();
    expect(screen.slice('settings')).toEqual({ ...NOTHING, theme: 'light' });
    expect(stored()).toEqual(newer);
    await screen.must('settings.change', { theme: 'dark' });
    expect(stored()).toEqual({ ...newer, theme: 'dark' });
  });
});

describe('a damaged settings file', () => {
  const damages: readonly (readonly [string, string])[] = [
    ['cut off', '{"version":1,"theme":"li'],
    ['empty', ''],
    ['zeros of a power cut', '\0'.repeat(400)],
    ['something else', '["version",1]'],
    ['without a version', '{"theme":"light"}'],
  ];
  test.each(damages)('that is %s is kept aside and said until it was seen', async (_name, text) => {
    writeFileSync(path(), text);
    const { damaged, ...settings } = (await desk()).slice('settings');
    expect(settings).toEqual(NO_SETTINGS);
    const aside = damaged?.movedTo ?? '';
    expect(aside).toMatch(/settings\.damaged-[\dTZ.-]+\.json$/);
    expect(readFileSync(aside, 'utf8')).toBe(text);
    // A restart does not swallow the message.
    const again = await desk();
    expect(again.slice('settings').damaged?.movedTo).toBe(aside);
    await again.must('settings.acknowledge', {});
    await rig?.advance(0);
    expect(again.slice('settings').damaged).toBeNull();
    expect((await desk()).slice('settings').damaged).toBeNull();
    expect(readFileSync(aside, 'utf8')).toBe(text);
  });

  test('with one wrong value gives the others', async () => {
    const text = '{"version":1,"theme":42,"language":"en","later":[1]}';
    writeFileSync(path(), text);
    const { damaged, ...settings } = (await desk()).slice('settings');
    expect(settings).toEqual({ ...NO_SETTINGS, language: 'en' });
    expect(readFileSync(damaged?.movedTo ?? '', 'utf8')).toBe(text);
    expect(stored()).toMatchObject({ version: 1, language: 'en', later: [1] });
  });

  test('may be a folder, and stops no start', async () => {
    mkdirSync(path());
    const { damaged } = (await desk()).slice('settings');
    expect(damaged?.movedTo).toContain('settings.damaged-');
  });

  test('is never anything that throws', () => {
    const any = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((text) => `{"version":1,${text}}`),
    );
    fc.assert(
      fc.property(any, (text) => {
        for (const name of readdirSync(folder.path)) rmSync(join(folder.path, name));
        writeFileSync(path(), text);
        const { settings, damaged } = loadSettings(folder.path, 0);
        const kept = readFileSync(damaged?.movedTo ?? path(), 'utf8');
        expect([kept, Object.keys(settings)]).toEqual([text, Object.keys(NO_SETTINGS)]);
      }),
    );
  });
});

describe('other small files', () => {
  const names = ['screens.json', 'runtime.json', 'window.json'] as const;
  test.each(names)('%s: nonsense, or a folder in its place, stops no start', async (name) => {
    for (const text of ['{', '', '\0\0\0\0', '{"open":17,"pid":"x"}']) {
      writeFileSync(join(folder.path, name), text);
      expect((await desk()).slice('settings')).toEqual(NOTHING);
    }
    await rig?.close();
    rig = null;
    rmSync(join(folder.path, name), { force: true });
    mkdirSync(join(folder.path, name));
    const screen = await desk();
    await screen.must('settings.change', { theme: 'light' });
    expect(screen.slice('screens').listen).toBeNull();
  });
});
