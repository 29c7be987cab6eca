import { z } from 'zod';

import { SettingsChange } from '../model/settings.ts';
import { SETTINGS_FILE_MAX_CHARS } from '../rules/settings-text.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;

/** The part of the contract about what holds for every window of the data folder. */
export const settingsCommands = {
  /** Keys that are left out stay. Refused: settings_words_refused, alert_rule_refused,
   * preset_refused, settings_unwritable. */
  'settings.change': { input: SettingsChange, output: none, callers: desk },
  /** The message of a damaged settings file was seen. Refused: settings_unwritable. */
  'settings.acknowledge': { input: none, output: none, callers: desk },
  /**
   * Writes the settings into one file, keys of a newer version among them; `path` null puts it into
   * the data folder's `exports`. Refused: file_exists, folder_unwritable.
   */
  'settings.export': {
    input: z.strictObject({ path: z.string().min(1).max(4096).nullable() }),
    output: z.strictObject({ path: z.string() }),
    callers: desk,
  },
  /**
   * Takes the settings of such a file's text; what it leaves out stays. Refused as a whole, with
   * nothing changed, when one value is wrong: settings_import_refused names the first and how many;
   * `readSettingsText` gives a screen all of them. Also settings_unwritable.
   */
  'settings.import': {
    input: z.strictObject({ text: z.string().max(SETTINGS_FILE_MAX_CHARS) }),
    output: none,
    callers: desk,
  },
} as const;
