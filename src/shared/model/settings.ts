import { z } from 'zod';

import { AlertSettings, FIRST_ALERT_SETTINGS } from './alert-rule.ts';
import { TEAM_GUARDS, TeamGuard } from './assistant.ts';
import { FIRST_TRIGGER_SETTINGS, TriggerSettings } from './cue-trigger.ts';
import { RoomId, Timestamp } from './ids.ts';
import { KeyChoices } from './key-binding.ts';
import { TileChoice } from './metric-tile.ts';
import { OverlayLook } from './overlay-look.ts';
import { OwnPresets, RoomCategory } from './room-category.ts';
import { FIRST_PACE, Pace } from './stage.ts';
import { NO_RISK_SETTINGS, RiskSettings } from './risk-settings.ts';
import { NO_WORDS, WordLists } from './word-lists.ts';

/** What the product speaks. */
export const Language = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof Language>;

export const LanguagePreference = z.enum([...Language.options, 'system']);
export type LanguagePreference = z.infer<typeof LanguagePreference>;

export const ThemePreference = z.enum(['system', 'dark', 'light']);
export type ThemePreference = z.infer<typeof ThemePreference>;

/** How long a digit waits for a second one, milliseconds. */
export const DIGIT_WAITS_MS = [400, 600, 1000] as const;
export const DigitWaitMs = z.literal(DIGIT_WAITS_MS);
export type DigitWaitMs = z.infer<typeof DigitWaitMs>;

/** How long a cue may stay unseen on the anchor's screen before the desk says so, seconds. */
export const NOT_SHOWN_AFTER_S = [3, 5, 10, 20] as const;
export const NotShownAfterS = z.literal(NOT_SHOWN_AFTER_S);

/** How large everything is drawn, in percent. */
export const TEXT_SIZES = [90, 100, 110, 125, 150] as const;
export const TextSize = z.literal(TEXT_SIZES);
export type TextSize = z.infer<typeof TextSize>;

/** The next larger or smaller size; the same one at either end. */
export function besideTextSize(size: TextSize, step: 1 | -1): TextSize {
  return TEXT_SIZES[TEXT_SIZES.indexOf(size) + step] ?? size;
}

/** What holds for every window of one data folder; null was never chosen, each window decides. */
export const Settings = z.strictObject({
  language: LanguagePreference.nullable(),
  theme: ThemePreference.nullable(),
  textSize: TextSize,
  keys: KeyChoices,
  /** Keys that work while another program has the focus; the desktop app alone can have them. */
  hasGlobalKeys: z.boolean(),
  /** The room they work; null: the first one, as is one that is not among this store's. */
  globalKeysRoom: RoomId.nullable(),
  digitWaitMs: DigitWaitMs,
  /** What a new show begins with; null: the first of the list. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  /** Tiles of the metric strip; null: the first ones. */
  tiles: TileChoice.nullable(),
  /** What chat lines are tagged and flagged by, beside the product's own rules. */
  words: WordLists,
  /** Phrases that should not be said in a broadcast, beside the product's own list. */
  risk: RiskSettings,
  /** The card of every overlay whose address fixes none. */
  overlayLook: OverlayLook,
  /** Rules the desk alerts by, and how it does. */
  alerts: AlertSettings,
  /** Rules the desk proposes cues by. */
  triggers: TriggerSettings,
  /** What the room sells: which presets its figures are compared to. */
  category: RoomCategory,
  /** The operator's own numbers in the place of presets. */
  presets: OwnPresets,
  /** Without which answers of assistants GO is refused until it is overruled. */
  goWaitsFor: z.array(TeamGuard).max(TEAM_GUARDS.length),
  /** How fast the host reads: where a prompter begins. */
  prompterPace: Pace,
  notShownAfterS: NotShownAfterS,
});
export type Settings = z.infer<typeof Settings>;

export const NO_SETTINGS: Settings = {
  language: null,
  theme: null,
  textSize: 100,
  keys: {},
  hasGlobalKeys: false,
  globalKeysRoom: null,
  digitWaitMs: 600,
  currency: null,
  tiles: null,
  words: NO_WORDS,
  risk: NO_RISK_SETTINGS,
  overlayLook: 'night',
  alerts: FIRST_ALERT_SETTINGS,
  triggers: FIRST_TRIGGER_SETTINGS,
  category: 'general',
  presets: {},
  goWaitsFor: [],
  prompterPace: FIRST_PACE,
  notShownAfterS: 5,
};

/** Some settings and their new values; keys that are left out stay. */
export const SettingsChange = Settings.partial();
export type SettingsChange = z.infer<typeof SettingsChange>;

/** A settings file that could not be read whole; said until it is acknowledged. */
export const DamagedSettings = z.strictObject({
  /** Where the old file is now; null when it could not be moved. */
  movedTo: z.string().nullable(),
  foundTs: Timestamp,
});
export type DamagedSettings = z.infer<typeof DamagedSettings>;
