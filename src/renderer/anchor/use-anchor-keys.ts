import { useEffect, useRef } from 'react';

import { isComposing } from '#renderer/ui/composing.ts';

// What pedals and presentation clickers send, beside the keys of a keyboard.
const DONE_KEYS: readonly string[] = [' ', 'Enter', 'PageDown', 'ArrowRight'];
const HELP_KEYS: readonly string[] = ['h', 'H', 'PageUp', 'ArrowLeft'];

interface AnchorKeyActions {
  readonly onForward: () => void;
  readonly onHelp: () => void;
}

/** Listens on the whole page; a focused field or button keeps its own keys. */
export function useAnchorKeys(actions: AnchorKeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
      const isForward = DONE_KEYS.includes(event.key);
      if (!isForward && !HELP_KEYS.includes(event.key)) return;
      if (keepsKey(event.target, event.key)) return;
      event.preventDefault();
      // A pedal held down is one press.
      if (event.repeat) return;
      if (isForward) latest.current.onForward();
      else latest.current.onHelp();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function keepsKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, select, textarea') !== null) return true;
  return (key === ' ' || key === 'Enter') && target.closest('button, a') !== null;
}
