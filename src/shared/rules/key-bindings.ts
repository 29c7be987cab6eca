import { isKeyAction, KEY_ACTIONS, KEY_DEFAULTS } from '../model/key-binding.ts';
import type { KeyAction, KeyChoices } from '../model/key-binding.ts';
import { chordFault, formatChord, isSameChord, parseChord } from './key-chord.ts';
import type { Chord, ChordFault } from './key-chord.ts';

export type KeyTable = Readonly<Record<KeyAction, Chord>>;

/** A choice that cannot be followed; the action has its first key instead. */
export type KeyFault = {
  readonly action: KeyAction;
  readonly chord: string;
  readonly why: ChordFault | { readonly takenBy: KeyAction };
};

/**
 * The keys that hold. A choice that is no chord, is reserved, or is another action's key falls back
 * to the first key and is named; actions of a newer version are passed over. No two actions ever
 * share a chord.
 */
export function resolveKeys(choices: KeyChoices): {
  readonly table: KeyTable;
  readonly faults: readonly KeyFault[];
} {
  const faults: KeyFault[] = [];
  const chosen = new Map<KeyAction, Chord>();
  for (const action of KEY_ACTIONS) {
    const text = Object.hasOwn(choices, action) ? choices[action] : undefined;
    if (text === undefined) continue;
    const chord = parseChord(text);
    const why = chord === null ? 'unreadable' : chordFault(chord);
    if (chord === null || why !== null) {
      faults.push({ action, chord: text, why: why ?? 'unreadable' });
    } else {
      chosen.set(action, chord);
    }
  }
  for (let clash = findClash(chosen); clash !== null; clash = findClash(chosen)) {
    chosen.delete(clash.loser);
    const chord = choices[clash.loser] ?? '';
    faults.push({ action: clash.loser, chord, why: { takenBy: clash.winner } });
  }
  return { table: tableOf(chosen), faults };
}

/** The other action that has this chord; null when it is free. */
export function keyConflict(table: KeyTable, action: KeyAction, chord: Chord): KeyAction | null {
  return KEY_ACTIONS.find((other) => other !== action && isSameChord(table[other], chord)) ?? null;
}

/**
 * The choices after an action was given a chord; the action that had it takes the old one. Choices
 * of a newer version stay.
 */
export function bindKey(choices: KeyChoices, action: KeyAction, chord: Chord): KeyChoices {
  const { table } = resolveKeys(choices);
  const other = keyConflict(table, action, chord);
  const next: KeyTable = {
    ...table,
    [action]: chord,
    ...(other === null ? {} : { [other]: table[action] }),
  };
  return { ...foreignChoices(choices), ...choicesOf(next) };
}

/** The choices after an action was given its first key again; who had that key takes the other. */
export function resetKey(choices: KeyChoices, action: KeyAction): KeyChoices {
  return bindKey(choices, action, firstChord(action));
}

/** All first keys again; what a newer version chose stays. */
export function resetKeys(choices: KeyChoices): KeyChoices {
  return foreignChoices(choices);
}

export function isFirstKey(table: KeyTable, action: KeyAction): boolean {
  return formatChord(table[action]) === KEY_DEFAULTS[action];
}

function foreignChoices(choices: KeyChoices): KeyChoices {
  return Object.fromEntries(Object.entries(choices).filter(([name]) => !isKeyAction(name)));
}

function choicesOf(table: KeyTable): KeyChoices {
  return Object.fromEntries(
    KEY_ACTIONS.filter((action) => !isFirstKey(table, action)).map((action) => [
      action,
      formatChord(table[action]),
    ]),
  );
}

/** Of two with one chord the chosen one gives way to a first key, and the later to the earlier. */
function findClash(
  chosen: ReadonlyMap<KeyAction, Chord>,
): { readonly winner: KeyAction; readonly loser: KeyAction } | null {
  const table = tableOf(chosen);
  for (const loser of KEY_ACTIONS.toReversed()) {
    if (!chosen.has(loser)) continue;
    const winner = keyConflict(table, loser, table[loser]);
    if (winner !== null) return { winner, loser };
  }
  return null;
}

function tableOf(chosen: ReadonlyMap<KeyAction, Chord>): KeyTable {
  const chord = (action: KeyAction): Chord => chosen.get(action) ?? firstChord(action);
  return {
    go: chord('go'),
    disarm: chord('disarm'),
    undo: chord('undo'),
    sendPinned1: chord('sendPinned1'),
    sendPinned2: chord('sendPinned2'),
    sendPinned3: chord('sendPinned3'),
    sendPinned4: chord('sendPinned4'),
    sendPinned5: chord('sendPinned5'),
    sendPinned6: chord('sendPinned6'),
    sendPinned7: chord('sendPinned7'),
    sendPinned8: chord('sendPinned8'),
    overrule: chord('overrule'),
    confirmManual: chord('confirmManual'),
    nextBlock: chord('nextBlock'),
    previousBlock: chord('previousBlock'),
    extendBlock: chord('extendBlock'),
    extendBlockMore: chord('extendBlockMore'),
    holdBlock: chord('holdBlock'),
    skipNextBlock: chord('skipNextBlock'),
    openPlan: chord('openPlan'),
    bookmark: chord('bookmark'),
    noteBookmark: chord('noteBookmark'),
    logSlip: chord('logSlip'),
    giveBenefit: chord('giveBenefit'),
    sendThanks: chord('sendThanks'),
    dropThanks: chord('dropThanks'),
    pickQuestion: chord('pickQuestion'),
    showProposals: chord('showProposals'),
    editProposal: chord('editProposal'),
    showAlerts: chord('showAlerts'),
    alignShelf: chord('alignShelf'),
    openPerson: chord('openPerson'),
    writeChat: chord('writeChat'),
    noteWarning: chord('noteWarning'),
    searchChat: chord('searchChat'),
    searchShows: chord('searchShows'),
    filterShelf: chord('filterShelf'),
    groupShelf: chord('groupShelf'),
    openCatalogue: chord('openCatalogue'),
    openPromises: chord('openPromises'),
    openHandover: chord('openHandover'),
    openStage: chord('openStage'),
    answerHelp: chord('answerHelp'),
    runPrompter: chord('runPrompter'),
    toggleChartSpan: chord('toggleChartSpan'),
    approveScreen: chord('approveScreen'),
    refuseScreen: chord('refuseScreen'),
    togglePalette: chord('togglePalette'),
    toggleKeys: chord('toggleKeys'),
  };
}

function firstChord(action: KeyAction): Chord {
  const chord = parseChord(KEY_DEFAULTS[action]);
  if (chord === null) throw new Error(`the first key of ${action} is no chord`);
  return chord;
}
