import { TEAM_GUARDS } from '#shared/model/assistant.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { KEY_ACTIONS, KEY_DEFAULTS } from '#shared/model/key-binding.ts';
import { FIRST_ALERT_SETTINGS } from '#shared/model/alert-rule.ts';
import { FIRST_TRIGGER_SETTINGS } from '#shared/model/cue-trigger.ts';
import { PRESET_RULES } from '#shared/rules/alerts/preset-rules.ts';
import { NO_RISK_SETTINGS } from '#shared/model/risk-settings.ts';
import { PRESET_TRIGGERS } from '#shared/rules/cue-triggers/preset-triggers.ts';
import { RoomId } from '#shared/model/ids.ts';
import { TileId, TILES_MAX } from '#shared/model/metric-tile.ts';
import { NO_SETTINGS, Settings } from '#shared/model/settings.ts';
import { bindKey } from '#shared/rules/key-bindings.ts';
import { parseChord } from '#shared/rules/key-chord.ts';
import {
  readSettingsText,
  SETTINGS_FILE_MAX_CHARS,
  settingsText,
} from '#shared/rules/settings-text.ts';

const problemsOf = (text: string) => {
  const read = readSettingsText(text);
  return read.ok ? [] : read.problems;
};
const file = (more: object): string => JSON.stringify({ version: 1, ...more });

describe('a file of settings', () => {
  test('comes back as it was given away, keys of a newer version with it', () => {
    const choices = fc
      .record({
        action: fc.constantFrom(...KEY_ACTIONS),
        chord: fc.constantFrom('m', 'Mod+j', 'F9', 'Enter'),
      })
      .map(({ action, chord }) => bindKey({}, action, parseChord(chord) ?? never()));
    const settings: fc.Arbitrary<Settings> = fc.record({
      language: fc.constantFrom('zh-CN', 'en', 'system', null),
      theme: fc.constantFrom('dark', 'light', 'system', null),
      textSize: fc.constantFrom(90, 100, 110, 125, 150),
      keys: choices,
      hasGlobalKeys: fc.boolean(),
      globalKeysRoom: fc.constantFrom(null, RoomId.parse('room-b')),
      digitWaitMs: fc.constantFrom(400, 600, 1000),
      currency: fc.constantFrom('CNY', 'USD', null),
      tiles: fc.option(
        fc.uniqueArray(fc.constantFrom(...TileId.options), { minLength: 1, maxLength: TILES_MAX }),
      ),
      words: fc.constantFrom({}, { risk: ['甲醛'], buying: ['返图', '/买\\d+送\\d+/'] }),
      risk: fc.constantFrom(NO_RISK_SETTINGS, {
        layers: { douyin: false },
        own: [{ phrase: '对家', class: 'own', level: 'ban', instead: '', except: ['对家常'] }],
        except: ['最后'],
        off: ['最佳'],
      }),
      overlayLook: fc.constantFrom('night', 'bright'),
      alerts: fc.constantFrom(FIRST_ALERT_SETTINGS, {
        ...FIRST_ALERT_SETTINGS,
        hourlyBudget: 3,
        rules: PRESET_RULES.slice(0, 1).map((rule) => ({ ...rule, isOn: false })),
      }),
      triggers: fc.constantFrom(FIRST_TRIGGER_SETTINGS, {
        ...FIRST_TRIGGER_SETTINGS,
        quietS: 60,
        rules: PRESET_TRIGGERS.slice(0, 1).map((rule) => ({ ...rule, cooldownMin: 9 })),
      }),
      category: fc.constantFrom('general', 'apparel', 'food'),
      presets: fc.constantFrom({}, { apparel: { averageWatch: 60, gpm: null } }),
      goWaitsFor: fc.subarray([...TEAM_GUARDS]),
      prompterPace: fc.integer({ min: 60, max: 600 }),
      notShownAfterS: fc.constantFrom(3, 5, 10, 20),
    });
    fc.assert(
      fc.property(settings, fc.jsonValue(), (given, later) => {
        const foreign = JSON.parse(JSON.stringify({ ofNextYear: later }));
        const text = settingsText({ version: 1, theme: 'dark', damaged: {}, ...foreign }, given);
        expect(readSettingsText(text)).toEqual({ ok: true, change: given, foreign });
      }),
    );
  });

  test('leaves what it does not name alone; settings.json itself is one too', () => {
    expect(readSettingsText(file({ theme: 'light' }))).toEqual({
      ok: true,
      change: { theme: 'light' },
      foreign: {},
    });
  });

  test('words that cannot be used are named, each with its list, place and reason', () => {
    const words = { buying: ['返图', '/(a+)+$/'], complaint: ['绝了'], praise: ['绝了'] };
    expect(problemsOf(file({ words }))).toMatchObject([
      { why: 'wrong_word', where: 'words.buying.2', fault: { why: 'repeat_in_repeat' } },
      { why: 'wrong_word', where: 'words.praise.1', fault: { why: 'contradicts' } },
    ]);
    expect(problemsOf(file({ words: { ofNextYear: ['x'] } }))).toMatchObject([
      { why: 'wrong_value', where: 'words' },
    ]);
  });

  test('says all that is wrong, and where', () => {
    const text = file({
      theme: 'pink',
      digitWaitMs: 3,
      language: 'en',
      keys: { bookmark: 'Tab', undo: KEY_DEFAULTS.togglePalette, ofNextYear: 'v' },
    });
    expect(problemsOf(text)).toEqual([
      { why: 'wrong_value', where: 'theme', given: '"pink"' },
      { why: 'wrong_value', where: 'digitWaitMs', given: '3' },
      {
        why: 'wrong_key',
        where: 'keys.bookmark',
        given: 'Tab',
        fault: { action: 'bookmark', chord: 'Tab', why: 'moves' },
      },
      {
        why: 'wrong_key',
        where: 'keys.undo',
        given: 'Mod+k',
        fault: { action: 'undo', chord: 'Mod+k', why: { takenBy: 'togglePalette' } },
      },
    ]);
  });

  test.each([
    ['{"version":1,\n  "theme": light}', 'not_json', '2:12'],
    ['', 'not_json', '1:1'],
    ['[1]', 'not_settings', '[1]'],
    ['{"theme":"light"}', 'not_settings', '{"theme":"light"}'],
    ['{"format":"another","version":1}', 'not_settings', '{"format":"another","version":1}'],
    [`"${'x'.repeat(SETTINGS_FILE_MAX_CHARS)}"`, 'too_long', String(SETTINGS_FILE_MAX_CHARS + 2)],
  ])('%j is refused', (text, why, given) => {
    expect(problemsOf(text)).toEqual([{ why, where: 'settings', given }]);
  });

  test('that is anything else never throws and never changes anything', () => {
    const any = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((text) => `{"version":1,"keys":${text}}`),
      fc.json().map((text) => `{"version":1,"__proto__":${text}}`),
    );
    fc.assert(
      fc.property(any, (text) => {
        const read = readSettingsText(text);
        const comesTo = read.ok
          ? Settings.safeParse({ ...NO_SETTINGS, ...read.change }).success
          : read.problems.length > 0;
        expect([text, comesTo]).toEqual([text, true]);
      }),
    );
  });
});

function never(): never {
  throw new Error('no chord');
}
