import { z } from 'zod';

import { Settings, SettingsChange } from '../model/settings.ts';
import { ruleFaults, rulesOf } from './alerts/rule-set.ts';
import { triggerFaults, triggersOf } from './cue-triggers/trigger-set.ts';
import { readWordLists, type WordFault } from './chat-words/word-lists.ts';
import { jsonFaultAt } from './json-fault.ts';
import { resolveKeys } from './key-bindings.ts';
import { presetFaults } from './metrics/presets.ts';
import type { KeyFault } from './key-bindings.ts';

/** Raised when a key changes its meaning. */
export const SETTINGS_VERSION = 1;

/** A settings file is a few hundred characters, with a whole list of risk words some hundred thousand. */
export const SETTINGS_FILE_MAX_CHARS = 900_000;

const FORMAT = 'cuedesk-settings';
const GIVEN_MAX_CHARS = 60;

/** What is wrong in a settings file, and where: the path of a value, or of the file. */
export type SettingsProblem =
  | {
      /** `not_json`: `given` is line and column. */
      readonly why: 'too_long' | 'not_json' | 'not_settings' | 'wrong_value';
      readonly where: string;
      readonly given: string;
    }
  | {
      readonly why: 'wrong_word';
      readonly where: string;
      readonly given: string;
      readonly fault: WordFault;
    }
  | {
      readonly why: 'wrong_key';
      readonly where: string;
      readonly given: string;
      readonly fault: KeyFault;
    };

export type SettingsText =
  | {
      readonly ok: true;
      readonly change: SettingsChange;
      /** Keys that this version does not know, as they came. */
      readonly foreign: Readonly<Record<string, unknown>>;
    }
  | { readonly ok: false; readonly problems: readonly SettingsProblem[] };

const File = z.looseObject({
  format: z.literal(FORMAT).optional(),
  version: z.int().min(1),
});

/** Keys of the file itself, and what an old one says of its own trouble. */
const OWN_KEYS = new Set(['format', 'version', 'damaged']);

/** The file that is given away: easy to read, keys of a newer version among the others. */
export function settingsText(
  stored: Readonly<Record<string, unknown>> & { readonly version: number },
  settings: Settings,
): string {
  const { damaged: _own, version, ...others } = stored;
  return `${JSON.stringify({ format: FORMAT, version, ...others, ...settings }, null, 2)}\n`;
}

/**
 * Reads such a file, or a `settings.json`. All that is wrong is found at once; what the file leaves
 * out is left out here.
 */
export function readSettingsText(text: string): SettingsText {
  const file = 'settings';
  if (text.length > SETTINGS_FILE_MAX_CHARS) {
    return no([{ why: 'too_long', where: file, given: String(text.length) }]);
  }
  const json = parseJson(text);
  if (!json.ok) return no([{ why: 'not_json', where: file, given: json.place }]);
  const parsed = File.safeParse(json.value);
  if (!parsed.success) {
    return no([{ why: 'not_settings', where: file, given: shortened(json.value) }]);
  }
  const problems: SettingsProblem[] = [];
  const known: [string, unknown][] = [];
  const foreign: [string, unknown][] = [];
  for (const [key, value] of Object.entries(parsed.data)) {
    if (OWN_KEYS.has(key)) continue;
    if (!isSetting(key)) {
      foreign.push([key, value]);
    } else if (Settings.shape[key].safeParse(value).success) {
      known.push([key, value]);
    } else {
      problems.push({ why: 'wrong_value', where: key, given: shortened(value) });
    }
  }
  const change = SettingsChange.parse(Object.fromEntries(known));
  problems.push(...keyProblems(change), ...wordProblems(change), ...ruleProblems(change));
  problems.push(...presetProblems(change));
  return problems.length > 0
    ? no(problems)
    : { ok: true, change, foreign: Object.fromEntries(foreign) };
}

function keyProblems({ keys }: SettingsChange): readonly SettingsProblem[] {
  return resolveKeys(keys ?? {}).faults.map((fault) => ({
    why: 'wrong_key',
    where: `keys.${fault.action}`,
    given: fault.chord,
    fault,
  }));
}

function wordProblems({ words }: SettingsChange): readonly SettingsProblem[] {
  return readWordLists(words ?? {}).faults.map((fault) => ({
    why: 'wrong_word',
    where: `words.${fault.list}.${fault.index + 1}`,
    given: shortened(fault.typed),
    fault,
  }));
}

function ruleProblems({ alerts, triggers }: SettingsChange): readonly SettingsProblem[] {
  const wrong = alerts === undefined ? [] : ruleFaults(rulesOf(alerts));
  const odd = triggers === undefined ? [] : triggerFaults(triggersOf(triggers));
  const problem =
    (of: 'alerts' | 'triggers') =>
    ({ ruleId, fault }: { readonly ruleId: string; readonly fault: string }): SettingsProblem => ({
      why: 'wrong_value',
      where: `${of}.rules.${ruleId}`,
      given: fault,
    });
  return [...wrong.map(problem('alerts')), ...odd.map(problem('triggers'))];
}

function presetProblems({ presets }: SettingsChange): readonly SettingsProblem[] {
  return presetFaults(presets ?? {}).map(({ category, tile, fault }) => ({
    why: 'wrong_value',
    where: `presets.${category}.${tile}`,
    given: fault,
  }));
}

function isSetting(key: string): key is keyof Settings {
  return Object.hasOwn(Settings.shape, key);
}

function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly place: string } {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, place: placeOf(text, jsonFaultAt(text) ?? text.length) };
  }
}

/** `line:column`, both from 1. */
function placeOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > GIVEN_MAX_CHARS ? `${text.slice(0, GIVEN_MAX_CHARS)}…` : text;
}

function no(problems: readonly SettingsProblem[]): SettingsText {
  return { ok: false, problems };
}
