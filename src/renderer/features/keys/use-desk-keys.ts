import { useEffect, useLayoutEffect, useRef } from 'react';

import { useActionStore, usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { keyBindings } from '#renderer/actions/key-table.ts';
import { actionTypeOf, isActionHere } from '#renderer/actions/part-actions.ts';
import { useKeys } from '#renderer/actions/use-key-table.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useScreens, useSettings, useShelf, useWallOffset } from '#renderer/store/selectors.ts';
import { isComposing } from '#renderer/ui/composing.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';

import { isDigit } from './digit-entry.ts';
import { keyFocusOf } from './key-focus.ts';
import { KEYS_AT_REST, keyPress, keyTime } from './key-machine.ts';
import type { KeyContext, KeyPress, KeyStep } from './key-machine.ts';

/**
 * The desk's keys for the whole window; without a live room on screen only those of the palette. A
 * key that a control has used already (`preventDefault`) is not the desk's any more.
 */
export function useDeskKeys(isLive: boolean): void {
  const perform = usePerform();
  const actions = useActionStore();
  const shelf = useShelf();
  const { requests } = useScreens();
  const wallOffsetMs = useWallOffset();
  const { table } = useKeys();
  const digitWaitMs = useSettings()?.digitWaitMs ?? NO_SETTINGS.digitWaitMs;

  // A key acts on what is painted, not on what arrived since.
  const seen = useRef({ shelf, requests, wallOffsetMs, isLive, table, digitWaitMs });
  useLayoutEffect(() => {
    seen.current = { shelf, requests, wallOffsetMs, isLive, table, digitWaitMs };
  }, [shelf, requests, wallOffsetMs, isLive, table, digitWaitMs]);

  useEffect(() => {
    let state = KEYS_AT_REST;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function context(): KeyContext {
      const { items, armed, lastPush, lastPaste, lastGroupChange } = seen.current.shelf;
      const { part, isPaletteOpen } = useDeskStore.getState();
      const wallNow = Date.now() + seen.current.wallOffsetMs;
      return {
        table: keyBindings(seen.current.table).filter(({ action }) =>
          isActionHere(actionTypeOf(action), part),
        ),
        digitWaitMs: seen.current.digitWaitMs,
        linkNumbers: items.map((item) => item.linkNumber),
        isArmed: armed !== null,
        isArming: actions.getState().armingCount > 0,
        canTakeBack: actions.getState().gift !== null,
        canUndo: lastPush !== null && lastPush.state !== 'undone' && wallNow < lastPush.undoUntilTs,
        canUndoPaste: lastPaste !== null && isActionHere('undoPaste', part),
        canUndoGroups: lastGroupChange !== null && isActionHere('undoGroups', part),
        screenRequestId: seen.current.requests[0]?.id ?? null,
        isLive: seen.current.isLive,
        isOverlayOpen: actions.getState().isKeyHelpOpen || isPaletteOpen,
      };
    }

    function take(step: KeyStep): void {
      state = step.state;
      clearTimeout(timer);
      if (state.entry !== null) {
        timer = setTimeout(onTime, Math.max(0, state.entry.dueMs - performance.now()));
      }
      const typedDigits = state.entry?.digits ?? '';
      if (actions.getState().typedDigits !== typedDigits) actions.setState({ typedDigits });
      for (const action of step.actions) perform(action);
    }

    function onTime(): void {
      take(keyTime(state, context(), state.entry?.dueMs ?? 0));
    }

    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented) return;
      const press = pressOf(event);
      const step = keyPress(state, context(), press);
      if (isEarlyGo(press, step) && actions.getState().armingCount > 0) {
        actions.setState({ isGoEarly: true });
      }
      if (step.isHandled) event.preventDefault();
      if (step.isHandled && isDigit(press.key)) leaveList();
      take(step);
    }

    window.addEventListener('keydown', onKeyDown);
    // Before the control's own handler, so that a sheet it opens does not give the focus back to it.
    window.addEventListener('click', giveKeysBack, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('click', giveKeysBack, true);
    };
  }, [actions, perform]);
}

/** With Alt some layouts put a sign where the digit is printed. */
function keyOf({ key, code, altKey }: KeyboardEvent): string {
  return altKey && /^Digit[1-3]$/.test(code) ? code.slice(-1) : key;
}

function pressOf(event: KeyboardEvent): KeyPress {
  return {
    key: keyOf(event),
    hasCtrl: event.ctrlKey,
    hasMeta: event.metaKey,
    hasAlt: event.altKey,
    hasShift: event.shiftKey,
    isRepeat: event.repeat,
    isComposing: isComposing(event),
    focus: keyFocusOf(document.activeElement),
    nowMs: performance.now(),
  };
}

/** From a digit on, Enter is about the product it arms, and no longer about the row of a list. */
function leaveList(): void {
  const element = document.activeElement;
  if (element instanceof HTMLElement && keyFocusOf(element) === 'list') element.blur();
}

/**
 * A control worked with the pointer keeps the focus, and the next Enter would work it again: a cue
 * sent twice where GO was meant. So the pointer leaves the keys to the desk; a control reached with
 * the keyboard keeps them.
 */
function giveKeysBack(event: MouseEvent): void {
  const element = document.activeElement;
  const isPointer = event.detail > 0;
  if (!isPointer || !(element instanceof HTMLElement)) return;
  const isOwnClick = event.target instanceof Node && element.contains(event.target);
  if (isOwnClick && keyFocusOf(element) === 'control') element.blur();
}

/** An Enter that was taken and did nothing: the card it is about is not there yet. */
function isEarlyGo(press: KeyPress, step: KeyStep): boolean {
  return press.key === 'Enter' && !press.isRepeat && step.isHandled && step.actions.length === 0;
}
