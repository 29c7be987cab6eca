import { useRef } from 'react';
import type { KeyboardEvent } from 'react';

import { isComposing } from './composing.ts';
import type { RiskFound } from './use-risk-note.ts';

/** Takes what to say instead: Ctrl or Cmd with this key, as editors do for their quick fixes. */
export const REPLACE_KEY = '.';

/** What to say instead, taken by one key in the field, and given back by the field's own undo. */
export function useRiskReplacement(
  value: string,
  onChange: (value: string) => void,
  risk: RiskFound | null,
): {
  readonly replace: () => void;
  /** True where the key was used up. */
  readonly onKey: (event: KeyboardEvent) => boolean;
} {
  const taken = useRef<{ readonly before: string; readonly after: string }[]>([]);

  const replaced = risk?.replaced ?? null;

  function replace(): void {
    if (replaced === null) return;
    taken.current.push({ before: value, after: replaced });
    onChange(replaced);
  }

  function onKey(event: KeyboardEvent): boolean {
    const hasMod = event.ctrlKey || event.metaKey;
    if (!hasMod || event.altKey || event.shiftKey || isComposing(event.nativeEvent)) return false;
    if (event.key === REPLACE_KEY && replaced !== null) {
      replace();
      event.preventDefault();
      return true;
    }
    const last = taken.current.at(-1);
    // Whatever was typed since is the browser's to take back first.
    if (event.key.toLowerCase() !== 'z' || last?.after !== value) return false;
    taken.current.pop();
    onChange(last.before);
    event.preventDefault();
    return true;
  }

  return { replace, onKey };
}
