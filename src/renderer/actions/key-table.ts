import type { KeyAction } from '#shared/model/key-binding.ts';
import { isKeyAction } from '#shared/model/key-binding.ts';
import type { KeyTable } from '#shared/rules/key-bindings.ts';
import type { Chord } from '#shared/rules/key-chord.ts';

import { KEYED_ACTIONS } from './action-table.ts';
import type { DeskAction } from './desk-action.ts';

export type KeyBinding = {
  readonly action: KeyAction;
  readonly chord: Chord;
  readonly isAlsoInText: boolean;
  readonly isEverywhere: boolean;
};

/** The keys that hold, with how each is treated. Digits and F keys apart: they cannot be chosen. */
export function keyBindings(table: KeyTable): readonly KeyBinding[] {
  return KEYED_ACTIONS.map(({ action, key }) => ({
    action,
    chord: table[action],
    isAlsoInText: key.isAlsoInText,
    isEverywhere: key.isEverywhere,
  }));
}

/**
 * The keys that every program has for it, whatever of them a layout has: they cannot be chosen, as no
 * one chord says them all.
 */
export const TEXT_SIZE_STEPS: Readonly<Record<string, 1 | -1>> = { '+': 1, '=': 1, '-': -1, _: -1 };
export const TEXT_SIZE_RESET: Chord = { key: '0', hasMod: true, hasShift: false };

/** Number of pinned cue keys: F1 to F8. */
export const PINNED_SLOTS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

const MOD_NAME = isMac() ? '⌘' : 'Ctrl';

const PRINTED: Readonly<Record<string, string>> = { Escape: 'Esc', Delete: 'Del', Insert: 'Ins' };

/** Names of a chord's keys as printed on the keyboard, in the order they are pressed. */
export function keyNames({ key, hasMod, hasShift }: Chord): readonly string[] {
  const printed = key.length === 1 ? key.toUpperCase() : (PRINTED[key] ?? key);
  return hasMod ? [MOD_NAME, ...(hasShift ? ['Shift'] : []), printed] : [printed];
}

/** Key names of an action; empty when it has no key. */
export function keysOfAction(table: KeyTable, action: DeskAction): readonly string[] {
  if (action.type === 'arm') return [String(action.linkNumber)];
  if (action.type === 'sendPinned') return [`F${action.slot}`];
  if (action.type === 'setTextSize') return action.size === 100 ? keyNames(TEXT_SIZE_RESET) : [];
  return isKeyAction(action.type) ? keyNames(table[action.type]) : [];
}

function isMac(): boolean {
  return typeof navigator === 'object' && /Mac/.test(navigator.platform);
}
