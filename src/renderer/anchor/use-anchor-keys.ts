import { useEffect, useRef } from 'react';

import { isComposing } from '#renderer/ui/composing.ts';

import { anchorKey, type AnchorKey, HeldKeys, otherKey, type OtherKey } from './anchor-keys.ts';

export type { OtherKey };

type AnchorKeyActions = Readonly<Record<AnchorKey, () => void>> & {
  readonly other: (key: OtherKey) => void;
};

/** Listens on the whole page; what is typed into, and a button that has the focus, keep their keys. */
export function useAnchorKeys(actions: AnchorKeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });

  useEffect(() => {
    const held = new HeldKeys();
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isComposing(event) || isTypedInto(event.target)) return;
      const meaning = anchorKey(event);
      const more = meaning === null ? otherKey(event) : null;
      if (more !== null) {
        event.preventDefault();
        if (held.press(event)) latest.current.other(more);
      }
      if (meaning === null) return;
      const isNew = held.press(event);
      if (isNew && isPressOfButton(event)) return;
      // Neither the page scrolls, nor F5 loads it anew, nor does a held key press a button again.
      event.preventDefault();
      if (isNew) latest.current[meaning]();
    }
    const onKeyUp = (event: KeyboardEvent): void => held.release(event);
    const onLeave = (): void => held.releaseAll();
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', onKeyUp);
    window.addEventListener('blur', onLeave);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('blur', onLeave);
    };
  }, []);
}

function isTypedInto(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, select, textarea, [contenteditable]') !== null
  );
}

function isPressOfButton({ target, key }: KeyboardEvent): boolean {
  if (key !== ' ' && key !== 'Enter') return false;
  return target instanceof HTMLElement && target.closest('button, a') !== null;
}
