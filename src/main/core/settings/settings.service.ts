import { dirname } from 'node:path';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { Language, SettingsChange } from '#shared/model/settings.ts';
import { ruleFaults, rulesOf } from '#shared/rules/alerts/rule-set.ts';
import { readWordLists } from '#shared/rules/chat-words/word-lists.ts';
import { triggerFaults, triggersOf } from '#shared/rules/cue-triggers/trigger-set.ts';
import { presetFaults } from '#shared/rules/metrics/presets.ts';
import { readSettingsText, settingsText } from '#shared/rules/settings-text.ts';
import type { Ports } from '../ports.ts';
import { writePrivateText } from '../screens/private-file.ts';
import { fileStamp } from '../store/data-files.ts';
import { exportPlace } from '../transfer/export-place.ts';
import { loadSettings, saveSettings, settingsPath, type LoadedSettings } from './settings-file.ts';

/** What is said back of a word that was refused. */
const GIVEN_MAX_CHARS = 60;

/** The settings of the data folder, the same for every window and both hosts. */
export class SettingsService {
  readonly #dataFolder: string;
  readonly #ports: Ports;
  readonly #onChange: () => void;
  #loaded: LoadedSettings;

  /** `onChange` is called after every change of `slice()`. */
  constructor(dataFolder: string, ports: Ports, onChange: () => void) {
    this.#dataFolder = dataFolder;
    this.#ports = ports;
    this.#onChange = onChange;
    const { isJustFound, ...found } = loadSettings(dataFolder, ports.clock.wallNow());
    this.#loaded = found;
    const { damaged, stored } = found;
    if (damaged === null || !isJustFound) return;
    ports.logger.log('warn', 'settings_damaged', { movedTo: damaged.movedTo });
    // Kept in the new file, so that a restart does not swallow what nobody has seen.
    const saved = this.#write({ ...found, stored: { ...stored, damaged } });
    if (!saved.ok) ports.logger.log('warn', 'settings_unwritable', saved.error.params);
  }

  slice(): RoomSlices['settings'] {
    return { ...this.#loaded.settings, damaged: this.#loaded.damaged };
  }

  /** What a desk is shown in that would speak `own` by itself; null: it did not say. */
  spoken(own: Language | null): Language {
    const { language } = this.#loaded.settings;
    return language === null || language === 'system' ? (own ?? 'en') : language;
  }

  /** Refused: settings_words_refused, alert_rule_refused, preset_refused, settings_unwritable; all is then as it was. */
  change(change: SettingsChange): Result<Record<string, never>> {
    const [fault] = readWordLists(change.words ?? {}).faults;
    if (fault !== undefined) {
      return fail('settings_words_refused', { word: fault.typed.slice(0, GIVEN_MAX_CHARS) });
    }
    const [wrong] = change.alerts === undefined ? [] : ruleFaults(rulesOf(change.alerts));
    if (wrong !== undefined) {
      return fail('alert_rule_refused', { rule: wrong.ruleId, fault: wrong.fault });
    }
    const [odd] = change.triggers === undefined ? [] : triggerFaults(triggersOf(change.triggers));
    if (odd !== undefined) {
      return fail('alert_rule_refused', { rule: odd.ruleId, fault: odd.fault });
    }
    const [bad] = presetFaults(change.presets ?? {});
    if (bad !== undefined) return fail('preset_refused', { figure: bad.tile, fault: bad.fault });
    return this.#take(change, {});
  }

  /** Refused: file_exists, folder_unwritable. */
  exportTo(typed: string | null): Result<{ readonly path: string }> {
    const name = `cuedesk-settings-${fileStamp(this.#ports.clock.wallNow())}.json`;
    const place = exportPlace(this.#dataFolder, typed, name);
    if (!place.ok) return place;
    const { stored, settings } = this.#loaded;
    try {
      writePrivateText(place.value, settingsText(stored, settings));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return fail('folder_unwritable', { folder: dirname(place.value) });
    }
    return ok({ path: place.value });
  }

  /** Refused: settings_import_refused, settings_unwritable; nothing has then changed. */
  importText(text: string): Result<Record<string, never>> {
    const read = readSettingsText(text);
    if (read.ok) return this.#take(read.change, read.foreign);
    const { where, given } = read.problems[0] ?? { where: '', given: '' };
    return fail('settings_import_refused', { count: read.problems.length, where, given });
  }

  /** The operator has seen that the file was damaged. Refused: settings_unwritable. */
  acknowledge(): Result<Record<string, never>> {
    const { damaged: _seen, ...stored } = this.#loaded.stored;
    return this.#save({ ...this.#loaded, stored, damaged: null });
  }

  #take(
    change: SettingsChange,
    foreign: Readonly<Record<string, unknown>>,
  ): Result<Record<string, never>> {
    const { stored, settings, damaged } = this.#loaded;
    return this.#save({
      stored: { ...stored, ...foreign, ...change },
      settings: { ...settings, ...change },
      damaged,
    });
  }

  #save(next: LoadedSettings): Result<Record<string, never>> {
    const written = this.#write(next);
    if (written.ok) this.#onChange();
    return written;
  }

  #write(next: LoadedSettings): Result<Record<string, never>> {
    try {
      saveSettings(this.#dataFolder, next.stored);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      const path = settingsPath(this.#dataFolder);
      return fail('settings_unwritable', { path, reason: String(error.code) });
    }
    this.#loaded = next;
    return ok({});
  }
}
