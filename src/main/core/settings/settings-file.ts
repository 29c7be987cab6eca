import { readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { DamagedSettings, NO_SETTINGS, Settings } from '#shared/model/settings.ts';
import { SETTINGS_VERSION } from '#shared/rules/settings-text.ts';
import { writePrivateJson } from '../screens/private-file.ts';

/** A settings file is a few hundred bytes; one this large is none. */
const MAX_BYTES = 1024 * 1024;

/** Keys that this version does not know belong to a newer one and are written back as they came. */
const Stored = z.looseObject({ version: z.int().min(1) });
export type StoredSettings = z.infer<typeof Stored>;

export type LoadedSettings = {
  /** The file as it is to be written back. */
  readonly stored: StoredSettings;
  readonly settings: Settings;
  readonly damaged: DamagedSettings | null;
};

/** `isJustFound`: damaged now, not at an earlier start. */
export type FoundSettings = LoadedSettings & { readonly isJustFound: boolean };

export function settingsPath(dataFolder: string): string {
  return join(dataFolder, 'settings.json');
}

/**
 * The data folder's settings. A file that is no settings file, or that has a value this version
 * should know and does not, is moved aside whole; what could be read of it is kept. A newer
 * version's file is read as far as it is known and stays where it is. Never throws for what is in
 * the folder.
 */
export function loadSettings(dataFolder: string, nowTs: number): FoundSettings {
  const text = readText(settingsPath(dataFolder));
  if (text === null) return empty(null);
  const stored = parse(text);
  if (stored === null) return empty({ movedTo: moveAside(dataFolder, nowTs), foundTs: nowTs });
  const { settings, faultyKeys } = readKnown(stored);
  const noted = DamagedSettings.safeParse(stored['damaged']);
  if (faultyKeys.length === 0 || stored.version > SETTINGS_VERSION) {
    return { stored, settings, damaged: noted.success ? noted.data : null, isJustFound: false };
  }
  const damaged = { movedTo: moveAside(dataFolder, nowTs), foundTs: nowTs };
  return { stored: { ...stored, ...settings }, settings, damaged, isJustFound: true };
}

/** What the file says, for a process that does not own the folder: nothing is moved or written. */
export function peekSettings(dataFolder: string): Settings {
  const stored = parse(readText(settingsPath(dataFolder)) ?? '');
  return stored === null ? NO_SETTINGS : readKnown(stored).settings;
}

/** Throws the file system's error where it cannot be written; the file is then as it was. */
export function saveSettings(dataFolder: string, stored: StoredSettings): void {
  writePrivateJson(settingsPath(dataFolder), stored);
}

function empty(damaged: DamagedSettings | null): FoundSettings {
  const stored = { version: SETTINGS_VERSION };
  return { stored, settings: NO_SETTINGS, damaged, isJustFound: damaged !== null };
}

/** Null when there is no file; text that is no JSON when there is something else in its place. */
function readText(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isFile() || found.size > MAX_BYTES) return '';
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}

function parse(text: string): StoredSettings | null {
  try {
    const parsed = Stored.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Each key by itself: one wrong value takes no other with it. */
function readKnown(stored: StoredSettings): {
  readonly settings: Settings;
  readonly faultyKeys: readonly string[];
} {
  const faultyKeys: string[] = [];
  function read<K extends keyof Settings>(key: K, schema: z.ZodType<Settings[K]>): Settings[K] {
    const parsed = schema.safeParse(stored[key] ?? NO_SETTINGS[key]);
    if (parsed.success) return parsed.data;
    faultyKeys.push(key);
    return NO_SETTINGS[key];
  }
  const { shape } = Settings;
  const settings: Settings = {
    language: read('language', shape.language),
    theme: read('theme', shape.theme),
    textSize: read('textSize', shape.textSize),
    keys: read('keys', shape.keys),
    hasGlobalKeys: read('hasGlobalKeys', shape.hasGlobalKeys),
    globalKeysRoom: read('globalKeysRoom', shape.globalKeysRoom),
    digitWaitMs: read('digitWaitMs', shape.digitWaitMs),
    currency: read('currency', shape.currency),
    tiles: read('tiles', shape.tiles),
    words: read('words', shape.words),
    risk: read('risk', shape.risk),
    overlayLook: read('overlayLook', shape.overlayLook),
    alerts: read('alerts', shape.alerts),
    triggers: read('triggers', shape.triggers),
    category: read('category', shape.category),
    presets: read('presets', shape.presets),
    goWaitsFor: read('goWaitsFor', shape.goWaitsFor),
    prompterPace: read('prompterPace', shape.prompterPace),
    notShownAfterS: read('notShownAfterS', shape.notShownAfterS),
  };
  return { settings, faultyKeys };
}

/** `settings.damaged-<time>.json` beside it; null when even that is not possible. */
function moveAside(dataFolder: string, nowTs: number): string | null {
  const time = new Date(nowTs).toISOString().replaceAll(':', '-');
  const to = join(dataFolder, `settings.damaged-${time}.json`);
  try {
    renameSync(settingsPath(dataFolder), to);
    return to;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
