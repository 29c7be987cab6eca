import { tidyKey, type Chord } from '#shared/rules/key-chord.ts';

type KeyLike = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
};

const MODIFIERS = new Set(['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'CapsLock', 'Fn']);

/** The chord that went down; null while only modifiers are held. */
export function chordOfEvent({ key, ctrlKey, metaKey, shiftKey }: KeyLike): Chord | null {
  if (MODIFIERS.has(key)) return null;
  const hasMod = ctrlKey || metaKey;
  return { key: tidyKey(key), hasMod, hasShift: hasMod && shiftKey };
}
