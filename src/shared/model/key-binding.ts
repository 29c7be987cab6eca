import { z } from 'zod';

/** What a key can be bound to, in the order in which keys are shown. */
export const KEY_ACTIONS = [
  'go',
  'disarm',
  'undo',
  'nextBlock',
  'bookmark',
  'searchChat',
  'filterShelf',
  'toggleChartSpan',
  'approveScreen',
  'refuseScreen',
  'togglePalette',
  'toggleKeys',
] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

/** Chords as text: `b`, `?`, `Enter`, `Mod+z`, `Mod+Shift+z`; `Mod` is Ctrl, or Cmd on a Mac. */
export const KEY_DEFAULTS: Readonly<Record<KeyAction, string>> = {
  go: 'Enter',
  disarm: 'Escape',
  undo: 'Mod+z',
  nextBlock: 'n',
  bookmark: 'b',
  searchChat: '/',
  filterShelf: 's',
  toggleChartSpan: 'w',
  approveScreen: 'y',
  refuseScreen: 'x',
  togglePalette: 'Mod+k',
  toggleKeys: '?',
};

const ChosenKeys = z.record(z.string().min(1).max(40), z.string().min(1).max(40));

/**
 * Keys that were chosen: action to chord, only where it is not the first one. Checked loosely here:
 * what an entry is worth is said by `resolveKeys`, and one of a newer version is kept.
 */
export const KeyChoices = ChosenKeys.refine((keys) => Object.keys(keys).length <= 200);
export type KeyChoices = z.infer<typeof KeyChoices>;

export function isKeyAction(name: string): name is KeyAction {
  return Object.hasOwn(KEY_DEFAULTS, name);
}
