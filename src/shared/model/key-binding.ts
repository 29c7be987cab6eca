import { z } from 'zod';

/** The eight places of pinned cues (固定话术); a cue stays in its place, whatever key that has. */
export const PINNED_KEYS = [
  'sendPinned1',
  'sendPinned2',
  'sendPinned3',
  'sendPinned4',
  'sendPinned5',
  'sendPinned6',
  'sendPinned7',
  'sendPinned8',
] as const;
export type PinnedKey = (typeof PINNED_KEYS)[number];

/** What a key can be bound to, in the order in which keys are shown. */
export const KEY_ACTIONS = [
  'go',
  'disarm',
  'undo',
  ...PINNED_KEYS,
  'overrule',
  'confirmManual',
  'nextBlock',
  'previousBlock',
  'extendBlock',
  'extendBlockMore',
  'holdBlock',
  'skipNextBlock',
  'openPlan',
  'bookmark',
  'noteBookmark',
  'logSlip',
  'giveBenefit',
  'sendThanks',
  'dropThanks',
  'pickQuestion',
  'showProposals',
  'editProposal',
  'showAlerts',
  'alignShelf',
  'openPerson',
  'writeChat',
  'noteWarning',
  'searchChat',
  'searchShows',
  'filterShelf',
  'groupShelf',
  'openCatalogue',
  'openPromises',
  'openHandover',
  'openStage',
  'answerHelp',
  'runPrompter',
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
  sendPinned1: 'F1',
  sendPinned2: 'F2',
  sendPinned3: 'F3',
  sendPinned4: 'F4',
  sendPinned5: 'F5',
  sendPinned6: 'F6',
  sendPinned7: 'F7',
  sendPinned8: 'F8',
  overrule: 'o',
  confirmManual: 'h',
  nextBlock: 'n',
  previousBlock: '[',
  extendBlock: '=',
  extendBlockMore: ';',
  holdBlock: 'v',
  skipNextBlock: 'z',
  openPlan: "'",
  bookmark: 'b',
  noteBookmark: '`',
  logSlip: 'k',
  giveBenefit: 'j',
  sendThanks: '.',
  dropThanks: ',',
  pickQuestion: 'q',
  showProposals: ']',
  editProposal: '\\',
  showAlerts: 'a',
  alignShelf: 'd',
  openPerson: 'i',
  writeChat: 'c',
  noteWarning: 'g',
  searchChat: '/',
  searchShows: 'Mod+Shift+f',
  filterShelf: 's',
  groupShelf: 'f',
  openCatalogue: 'p',
  openPromises: 'l',
  openHandover: 't',
  openStage: 'u',
  answerHelp: 'e',
  runPrompter: 'r',
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

/** The key of a place, from 1; undefined where there is none. */
export function pinnedKey(slot: number): PinnedKey | undefined {
  return PINNED_KEYS[slot - 1];
}

export function isPinnedKey(action: KeyAction): action is PinnedKey {
  return PINNED_KEYS.some((key) => key === action);
}

/** Which place a key sends, from 1. */
export function pinnedSlot(key: PinnedKey): number {
  return PINNED_KEYS.indexOf(key) + 1;
}
