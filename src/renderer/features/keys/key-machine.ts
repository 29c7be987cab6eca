import { assertNever } from '#shared/lib/assert-never.ts';
import type { DeskAction } from '#renderer/actions/desk-action.ts';
import type { KeyBinding } from '#renderer/actions/key-table.ts';
import { TEXT_SIZE_RESET, TEXT_SIZE_STEPS } from '#renderer/actions/key-table.ts';
import { addDigit, isDigit, settleDigits } from './digit-entry.ts';
import type { ScreenRequestId } from '#shared/model/ids.ts';
import { isPinnedKey, pinnedSlot, type KeyAction } from '#shared/model/key-binding.ts';
import { tidyKey } from '#shared/rules/key-chord.ts';
import type { DigitEntry, DigitStep } from './digit-entry.ts';

/**
 * Who owns the keyboard: `text` a field or open sheet that takes typing; `control` something that
 * Enter would activate by itself (button, link, tab); `list` rows that arrows, Enter and Space work,
 * and no other key; `page` nobody, so all keys are the desk's.
 */
export type KeyFocus = 'page' | 'control' | 'list' | 'text';

export type KeyPress = {
  readonly key: string;
  readonly hasCtrl: boolean;
  readonly hasMeta: boolean;
  readonly hasAlt: boolean;
  readonly hasShift: boolean;
  readonly isRepeat: boolean;
  readonly isComposing: boolean;
  readonly focus: KeyFocus;
  readonly nowMs: number;
};

/** What the operator sees at the moment of the key. */
export type KeyContext = {
  readonly table: readonly KeyBinding[];
  /** How long a digit waits for a second one, milliseconds. */
  readonly digitWaitMs: number;
  readonly linkNumbers: readonly number[];
  readonly isArmed: boolean;
  /** An arm command is under way: what is shown as armed may be about to change. */
  readonly isArming: boolean;
  /** Something was just given to viewers, and nothing pushed since. */
  readonly canTakeBack: boolean;
  readonly canUndo: boolean;
  /** Nothing changed since products were pasted. */
  readonly canUndoPaste: boolean;
  /** Nothing changed since the groups of the shelf were. */
  readonly canUndoGroups: boolean;
  /** The device that is shown as waiting to be let in; null when none is. */
  readonly screenRequestId: ScreenRequestId | null;
  readonly isOverlayOpen: boolean;
  /** The live room is on screen; elsewhere only the palette's keys are the desk's. */
  readonly isLive: boolean;
};

export type KeyState = { readonly entry: DigitEntry };

export type KeyStep = {
  readonly state: KeyState;
  readonly actions: readonly DeskAction[];
  /** The key was the desk's: the browser must not use it as well. */
  readonly isHandled: boolean;
};

export const KEYS_AT_REST: KeyState = { entry: null };

/** Time passed: digits that waited long enough count as they stand. */
export function keyTime(state: KeyState, context: KeyContext, nowMs: number): KeyStep {
  if (state.entry === null || nowMs < state.entry.dueMs) {
    return { state, actions: [], isHandled: false };
  }
  // The room left the screen meanwhile: what was typed for it is void.
  if (!context.isLive) return { state: KEYS_AT_REST, actions: [], isHandled: false };
  return fromDigits(settleDigits(state.entry, context.linkNumbers));
}

/** One key went down. Pure: same state, context and press give the same step. */
export function keyPress(state: KeyState, context: KeyContext, press: KeyPress): KeyStep {
  // A timer may come late; the digits that were due belong before this key.
  const settled = keyTime(state, context, press.nowMs);
  const step = pressAfterSettling(settled.state, context, press);
  return { ...step, actions: [...settled.actions, ...step.actions] };
}

function pressAfterSettling(state: KeyState, context: KeyContext, press: KeyPress): KeyStep {
  if (press.isComposing) return ignored(state);
  if (press.hasAlt) return pressAlt(state, context, press);
  const hasMod = press.hasCtrl || press.hasMeta;
  const sized = hasMod ? textSizeAction(press.key) : null;
  // Held down, it goes on: each step is seen.
  if (sized !== null) return { state, actions: [sized], isHandled: true };
  if (context.isLive && press.focus !== 'text' && !hasMod) {
    if (isDigit(press.key)) return pressDigit(state, context, press);
  }
  const binding = context.table.find((entry) => isChord(entry, press, hasMod));
  if (binding === undefined) {
    // Whatever else Esc was given to: it closes what lies over the desk.
    const closes = press.key === 'Escape' && context.isOverlayOpen && press.focus !== 'text';
    return closes ? handled(state, press, { type: 'closeOverlay' }) : ignored(state);
  }
  // A bare key belongs to the field, whatever it is bound to.
  const isForText = binding.isAlsoInText && binding.chord.hasMod;
  if (press.focus === 'text' && !isForText) return ignored(state);
  if (!context.isLive && !binding.isEverywhere) return ignored(state);
  return pressBound(state, context, press, binding.action);
}

/** Alt with 1 to 3 sends the proposal in that place, with Shift it drops it; like digits, not to be chosen. */
function pressAlt(state: KeyState, context: KeyContext, press: KeyPress): KeyStep {
  const slot = '123'.indexOf(press.key) + 1;
  const isOther = press.hasCtrl || press.hasMeta || press.focus === 'text' || !context.isLive;
  if (press.key.length !== 1 || slot === 0 || isOther) return ignored(state);
  const how = press.hasShift ? 'drop' : 'send';
  return handled(state, press, { type: 'proposalKey', slot, how });
}

function textSizeAction(key: string): DeskAction | null {
  if (key === TEXT_SIZE_RESET.key) return { type: 'setTextSize', size: 100 };
  const step = TEXT_SIZE_STEPS[key];
  return step === undefined ? null : { type: 'stepTextSize', step };
}

function pressBound(
  state: KeyState,
  context: KeyContext,
  press: KeyPress,
  action: KeyAction,
): KeyStep {
  if (isPinnedKey(action)) {
    return handled(state, press, { type: 'sendPinned', slot: pinnedSlot(action) });
  }
  switch (action) {
    case 'go':
      // The focused control or list gets its Enter; the page has no other use for it.
      if (press.focus !== 'page' && press.key === 'Enter') return ignored(state);
      if (press.isRepeat) return handled(state, press, null);
      // Digits still waiting: Enter ends the number and never fires the product armed before it.
      if (state.entry !== null) return fromDigits(settleDigits(state.entry, context.linkNumbers));
      return handled(state, press, context.isArmed && !context.isArming ? { type: 'go' } : null);
    case 'disarm':
      if (state.entry !== null) return { state: KEYS_AT_REST, actions: [], isHandled: true };
      if (context.isOverlayOpen) return handled(state, press, { type: 'closeOverlay' });
      return context.isArmed && context.isLive
        ? handled(state, press, { type: 'disarm' })
        : ignored(state);
    case 'undo':
      if (context.canTakeBack) return handled(state, press, { type: 'takeBackBenefit' });
      if (context.canUndo) return handled(state, press, { type: 'undo' });
      if (context.canUndoGroups) return handled(state, press, { type: 'undoGroups' });
      return context.canUndoPaste ? handled(state, press, { type: 'undoPaste' }) : ignored(state);
    case 'editProposal':
      return handled(state, press, { type: 'editProposal', proposalSeq: null });
    case 'approveScreen':
    case 'refuseScreen': {
      const requestId = context.screenRequestId;
      return requestId === null
        ? ignored(state)
        : handled(state, press, { type: action, requestId });
    }
    case 'nextBlock':
    case 'previousBlock':
    case 'extendBlock':
    case 'extendBlockMore':
    case 'holdBlock':
    case 'skipNextBlock':
    case 'sendThanks':
    case 'dropThanks':
    case 'openPlan':
      return handled(state, press, { type: action });
    case 'giveBenefit':
      return press.isRepeat
        ? handled(state, press, null)
        : handled(state, press, { type: 'giveBenefit', kind: 'lucky_bag' });
    case 'overrule':
    case 'confirmManual':
    case 'bookmark':
    case 'noteBookmark':
    case 'logSlip':
    case 'pickQuestion':
    case 'writeChat':
    case 'noteWarning':
    case 'showProposals':
    case 'showAlerts':
    case 'alignShelf':
    case 'openPerson':
    case 'searchChat':
    case 'searchShows':
    case 'filterShelf':
    case 'groupShelf':
    case 'openCatalogue':
    case 'openPromises':
    case 'openHandover':
    case 'openStage':
    case 'answerHelp':
    case 'runPrompter':
    case 'toggleChartSpan':
    case 'togglePalette':
    case 'toggleKeys':
      return handled(state, press, { type: action });
    default:
      return assertNever(action);
  }
}

function pressDigit(state: KeyState, context: KeyContext, press: KeyPress): KeyStep {
  // A digit held down would type a number nobody meant.
  if (press.isRepeat) return handled(state, press, null);
  return fromDigits(
    addDigit(state.entry, press.key, context.linkNumbers, {
      nowMs: press.nowMs,
      waitMs: context.digitWaitMs,
    }),
  );
}

function fromDigits(step: DigitStep): KeyStep {
  const state = { entry: step.entry };
  switch (step.outcome.kind) {
    case 'waiting':
      return { state, actions: [], isHandled: true };
    case 'link':
      return {
        state,
        actions: [{ type: 'arm', linkNumber: step.outcome.linkNumber }],
        isHandled: true,
      };
    case 'unknown':
      return {
        state,
        actions: [{ type: 'unknownLink', digits: step.outcome.digits }],
        isHandled: true,
      };
    default:
      return assertNever(step.outcome);
  }
}

/** Shift is left out for bare keys (layouts put `/` and `?` on it) but makes another chord of Ctrl+Z. */
function isChord(binding: KeyBinding, press: KeyPress, hasMod: boolean): boolean {
  const { key, hasMod: needsMod, hasShift } = binding.chord;
  if (key !== tidyKey(press.key) || needsMod !== hasMod) return false;
  return !hasMod || hasShift === press.hasShift;
}

/** Uses up the key; a held key acts once, at its first press. */
function handled(state: KeyState, press: KeyPress, action: DeskAction | null): KeyStep {
  return {
    state,
    actions: action === null || press.isRepeat ? [] : [action],
    isHandled: true,
  };
}

function ignored(state: KeyState): KeyStep {
  return { state, actions: [], isHandled: false };
}
