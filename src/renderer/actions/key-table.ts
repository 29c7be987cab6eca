import type { DeskAction } from './desk-action.ts';

export const BOUND_ACTIONS = [
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
export type BoundAction = (typeof BOUND_ACTIONS)[number];

/** A key as the browser names it (`KeyboardEvent.key`), letters in lower case. */
export type Chord = {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac keyboard; both are accepted everywhere. */
  readonly hasMod: boolean;
};

export type KeyBinding = {
  readonly action: BoundAction;
  readonly chord: Chord;
  /** Also from inside a text field. Only for chords: a bare key belongs to the field. */
  readonly isAlsoInText: boolean;
  /** Also where no live room is on screen: review, set-up. */
  readonly isEverywhere: boolean;
};

/** The desk's keys as data, so that they can be shown and, later, rebound. Digits and F keys apart. */
export const KEY_TABLE: readonly KeyBinding[] = [
  {
    action: 'go',
    chord: { key: 'Enter', hasMod: false },
    isAlsoInText: false,
    isEverywhere: false,
  },
  {
    action: 'disarm',
    chord: { key: 'Escape', hasMod: false },
    isAlsoInText: false,
    isEverywhere: true,
  },
  { action: 'undo', chord: { key: 'z', hasMod: true }, isAlsoInText: false, isEverywhere: false },
  {
    action: 'nextBlock',
    chord: { key: 'n', hasMod: false },
    isAlsoInText: false,
    isEverywhere: false,
  },
  {
    action: 'bookmark',
    chord: { key: 'b', hasMod: false },
    isAlsoInText: false,
    isEverywhere: false,
  },
  {
    action: 'searchChat',
    chord: { key: '/', hasMod: false },
    isAlsoInText: false,
    isEverywhere: false,
  },
  {
    action: 'filterShelf',
    chord: { key: 's', hasMod: false },
    isAlsoInText: false,
    isEverywhere: false,
  },
  {
    action: 'toggleChartSpan',
    chord: { key: 'w', hasMod: false },
    isAlsoInText: false,
    isEverywhere: false,
  },
  {
    action: 'approveScreen',
    chord: { key: 'y', hasMod: false },
    isAlsoInText: false,
    isEverywhere: true,
  },
  {
    action: 'refuseScreen',
    chord: { key: 'x', hasMod: false },
    isAlsoInText: false,
    isEverywhere: true,
  },
  {
    action: 'togglePalette',
    chord: { key: 'k', hasMod: true },
    isAlsoInText: true,
    isEverywhere: true,
  },
  {
    action: 'toggleKeys',
    chord: { key: '?', hasMod: false },
    isAlsoInText: false,
    isEverywhere: false,
  },
];

/** Number of pinned cue keys: F1 to F8. */
export const PINNED_SLOTS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

const MOD_NAME = isMac() ? '⌘' : 'Ctrl';

/** Names of a chord's keys as printed on the keyboard, in the order they are pressed. */
export function keyNames(chord: Chord): readonly string[] {
  const name = chord.key === 'Escape' ? 'Esc' : chord.key;
  const printed = name.length === 1 ? name.toUpperCase() : name;
  return chord.hasMod ? [MOD_NAME, printed] : [printed];
}

/** Key names of an action; empty when no key is bound to it. */
export function keysOfAction(action: DeskAction): readonly string[] {
  if (action.type === 'arm') return [String(action.linkNumber)];
  if (action.type === 'sendPinned') return [`F${action.slot}`];
  const binding = KEY_TABLE.find((entry) => entry.action === action.type);
  return binding === undefined ? [] : keyNames(binding.chord);
}

function isMac(): boolean {
  return typeof navigator === 'object' && /Mac/.test(navigator.platform);
}
