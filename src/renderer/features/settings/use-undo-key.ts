import { useEffect } from 'react';
import type { RefObject } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { chordOfEvent } from '#renderer/actions/event-chord.ts';
import { isSameChord } from '#shared/rules/key-chord.ts';

import { useShownKeys } from './use-shown-keys.ts';

/**
 * The desk's undo takes back settings while the focus is among them. A text field that something was
 * typed into has an undo of its own.
 */
export function useUndoKey(area: RefObject<HTMLElement | null>): void {
  const perform = usePerform();
  const { table } = useShownKeys();
  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    function onKeyDown(event: KeyboardEvent): void {
      const chord = event.altKey ? null : chordOfEvent(event);
      if (chord === null || !isSameChord(chord, table.undo)) return;
      const { target } = event;
      if (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.value !== '') {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) perform({ type: 'undoSettings' });
    }
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [area, perform, table]);
}
