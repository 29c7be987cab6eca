import { useEffect, useLayoutEffect, useRef } from 'react';

import type { GlobalUse } from '#renderer/actions/action-state.ts';
import { useActionStore, usePerform } from '#renderer/actions/desk-actions-context.tsx';
import {
  askForGlobalKeys,
  hasGlobalKeys,
  listenToGlobalKeys,
} from '#renderer/connection/global-keys.ts';
import type { GlobalPress } from '#renderer/connection/global-keys.ts';
import { useSettings, useShelf } from '#renderer/store/selectors.ts';
import { useWantsGlobalKeys } from '#renderer/store/use-own-room.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';

import { addDigit, settleDigits } from './digit-entry.ts';
import type { DigitEntry, DigitStep } from './digit-entry.ts';

/**
 * Keys that come while another program has the focus: Ctrl+Alt+digits arm, Ctrl+Alt+Enter is GO, and
 * each says on the desk what it came to. They work the live room alone: what nobody can see on
 * screen is not armed.
 */
export function useGlobalKeys(isLive: boolean): void {
  const perform = usePerform();
  const actions = useActionStore();
  const shelf = useShelf();
  const settings = useSettings();
  const isOn = useWantsGlobalKeys();
  const digitWaitMs = settings?.digitWaitMs ?? NO_SETTINGS.digitWaitMs;

  const seen = useRef({ shelf, isLive, digitWaitMs });
  useLayoutEffect(() => {
    seen.current = { shelf, isLive, digitWaitMs };
  }, [shelf, isLive, digitWaitMs]);

  useEffect(() => {
    if (isOn !== null && hasGlobalKeys(window)) askForGlobalKeys(window, isOn);
  }, [isOn]);

  useEffect(() => {
    let entry: DigitEntry = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const linkNumbers = (): readonly number[] =>
      seen.current.shelf.items.map(({ linkNumber }) => linkNumber);

    function say(keys: string, outcome: GlobalUse['outcome']): void {
      actions.setState(({ globalUse }) => ({
        globalUse: { keys: `Ctrl+Alt+${keys}`, outcome, count: (globalUse?.count ?? 0) + 1 },
      }));
    }

    function take(step: DigitStep, digits: string): void {
      entry = step.entry;
      clearTimeout(timer);
      const { outcome } = step;
      if (outcome.kind === 'waiting') {
        timer = setTimeout(settle, seen.current.digitWaitMs);
      } else if (outcome.kind === 'link') {
        say(digits, { kind: 'arm', linkNumber: outcome.linkNumber });
        perform({ type: 'arm', linkNumber: outcome.linkNumber });
      } else {
        say(digits, { kind: 'unknown', digits: outcome.digits });
      }
    }

    function settle(): void {
      if (entry !== null) take(settleDigits(entry, linkNumbers()), entry.digits);
    }

    function pressDigit(digit: string): void {
      const digits = (entry?.digits ?? '') + digit;
      const { digitWaitMs: waitMs } = seen.current;
      take(addDigit(entry, digit, linkNumbers(), { nowMs: performance.now(), waitMs }), digits);
    }

    function pressGo(): void {
      // As at the keyboard of the desk: Enter ends a number and never fires what was armed before it.
      if (entry !== null) return settle();
      const isArmed = seen.current.shelf.armed !== null && actions.getState().armingCount === 0;
      say('Enter', { kind: isArmed ? 'go' : 'nothing_armed' });
      if (isArmed) perform({ type: 'go' });
    }

    function onPress(press: GlobalPress): void {
      if (!seen.current.isLive) {
        entry = null;
        return say(press === 'go' ? 'Enter' : press, { kind: 'not_live' });
      }
      return press === 'go' ? pressGo() : pressDigit(press);
    }

    const stop = listenToGlobalKeys(window, {
      onPress,
      onRefused: (refusedGlobalKeys) => actions.setState({ refusedGlobalKeys }),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [actions, perform]);
}
