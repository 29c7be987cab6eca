import type { KeyAction } from '#shared/model/key-binding.ts';
import { isKeyAction, pinnedKey } from '#shared/model/key-binding.ts';
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

/** The keys that hold, with how each is treated. Digits apart: they cannot be chosen. */
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
  if (action.type === 'sendPinned') return pinnedKeyNames(table, action.slot);
  if (action.type === 'setTextSize') return action.size === 100 ? keyNames(TEXT_SIZE_RESET) : [];
  return isKeyAction(action.type) ? keyNames(table[action.type]) : [];
}

/** Key names of a place of the deck, from 1. */
export function pinnedKeyNames(table: KeyTable, slot: number): readonly string[] {
  const key = pinnedKey(slot);
  return key === undefined ? [] : keyNames(table[key]);
}

function isMac(): boolean {
  return typeof navigator === 'object' && /Mac/.test(navigator.platform);
}
