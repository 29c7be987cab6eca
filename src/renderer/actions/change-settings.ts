import { NO_SETTINGS, SettingsChange } from '#shared/model/settings.ts';
import type { Settings } from '#shared/model/settings.ts';

import type { ActionStore } from './action-state.ts';
import type { ActionSurroundings } from './perform-action.ts';

/** More changes than anybody takes back. */
const HISTORY_MAX = 100;

/** At once in this window; every other one of the data folder follows. Can be undone. */
export async function changeSettings(
  change: SettingsChange,
  around: ActionSurroundings,
): Promise<void> {
  rememberBefore(change, around);
  return applySettings(change, around);
}

/** What a change is about to replace can be undone from now on. Gives back how to forget it. */
export function rememberBefore(
  change: SettingsChange,
  around: Pick<ActionSurroundings, 'store' | 'seen' | 'desk' | 'language'>,
): () => void {
  const before = settingsBefore(change, around);
  around.store.setState(({ settingsHistory }) => ({
    settingsHistory: [...settingsHistory, before].slice(-HISTORY_MAX),
  }));
  return () =>
    around.store.setState(({ settingsHistory }) => ({
      settingsHistory: settingsHistory.filter((each) => each !== before),
    }));
}

/** Puts back what the newest change of this window replaced; nothing when there is none. */
export async function undoSettings(around: ActionSurroundings): Promise<void> {
  const { settingsHistory } = around.store.getState();
  const before = settingsHistory.at(-1);
  if (before === undefined) return;
  around.store.setState({ settingsHistory: settingsHistory.slice(0, -1) });
  return applySettings(before, around);
}

/** The values that a change is about to replace, as they are in this window. */
function settingsBefore(
  change: SettingsChange,
  { store, seen, desk, language }: Pick<ActionSurroundings, 'store' | 'seen' | 'desk' | 'language'>,
): SettingsChange {
  const { damaged: _told, ...stored } = seen().settings ?? { ...NO_SETTINGS, damaged: null };
  const { ownSettings } = store.getState();
  const { theme, textSize } = desk();
  const now: Settings = { ...stored, ...ownSettings, theme, textSize, language: language() };
  const replaced = Object.entries(now).filter(([key]) => isChanged(change, key));
  return SettingsChange.parse(Object.fromEntries(replaced));
}

function isChanged(change: SettingsChange, key: string): boolean {
  return Object.entries(change).some(([name, value]) => name === key && value !== undefined);
}

async function applySettings(
  change: SettingsChange,
  { store, runInArea, seen, desk, setLanguage }: ActionSurroundings,
): Promise<void> {
  if (change.theme !== undefined && change.theme !== null) desk().setTheme(change.theme);
  if (change.textSize !== undefined) desk().setTextSize(change.textSize);
  if (change.language !== undefined && change.language !== null) setLanguage(change.language);
  store.setState(({ settingsChanges, ownSettings }) => ({
    settingsChanges: settingsChanges + 1,
    ownSettings: { ...ownSettings, ...change },
  }));
  const before = seen().settings;
  const result = await runInArea('settings', 'settings.change', change);
  store.setState(({ settingsChanges }) => ({ settingsChanges: settingsChanges - 1 }));
  // Else the core's own word is still to come.
  if (!result.ok || seen().settings !== before) forgetOwnSettings(store);
}

/** From now on this window shows what the core says, unless a change is still on its way there. */
export function forgetOwnSettings(store: ActionStore): void {
  if (store.getState().settingsChanges === 0) store.setState({ ownSettings: {} });
}
