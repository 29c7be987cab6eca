/** A key as the browser names it (`KeyboardEvent.key`), letters in lower case. */
export type Chord = {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac keyboard; both are accepted everywhere. */
  readonly hasMod: boolean;
  /** Counts with Ctrl alone: layouts put bare signs such as `?` on it. */
  readonly hasShift: boolean;
};

/** Why a chord cannot be bound. */
export type ChordFault =
  /** No chord at all. */
  | 'unreadable'
  /** Digits arm products. */
  | 'fixed'
  /** Tab, Space, arrows and the like work controls and lists. */
  | 'moves'
  /** Copying, pasting, closing, zooming: the system's or the browser's. */
  | 'system';

const MOVING = new Set([
  ' ',
  'Tab',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Backspace',
]);
const NAMED = new Set(['Enter', 'Escape', 'Delete', 'Insert']);
const FUNCTION_KEY = /^F([1-9]|10)$/;
/** With Ctrl: text editing, windows and tabs, reload, print, save, zoom. */
const SYSTEM_WITH_MOD = new Set('acvxqwtnrlps+-=');
const SYSTEM = new Set(['F11', 'F12']);

export function parseChord(text: string): Chord | null {
  const parts = /^(Mod\+)?(Shift\+)?(.+)$/u.exec(text);
  const name = parts?.[3];
  if (name === undefined) return null;
  const key = tidyKey(name);
  if (key.length !== 1 && !/^[A-Z][A-Za-z0-9]+$/.test(key)) return null;
  return { key, hasMod: parts?.[1] !== undefined, hasShift: parts?.[2] !== undefined };
}

export function formatChord({ key, hasMod, hasShift }: Chord): string {
  return `${hasMod ? 'Mod+' : ''}${hasMod && hasShift ? 'Shift+' : ''}${key}`;
}

/** Null when it can be bound. */
export function chordFault({ key, hasMod, hasShift }: Chord): ChordFault | null {
  if (/^[0-9]$/.test(key)) return hasMod ? 'system' : 'fixed';
  if (MOVING.has(key)) return 'moves';
  if (SYSTEM.has(key)) return 'system';
  if (key.length > 1) {
    if (!NAMED.has(key) && !FUNCTION_KEY.test(key)) return 'unreadable';
    return hasMod ? 'system' : null;
  }
  if (!isPrinted(key) || (hasShift && !hasMod)) return 'unreadable';
  return hasMod && SYSTEM_WITH_MOD.has(key) ? 'system' : null;
}

export function isSameChord(one: Chord, other: Chord): boolean {
  return formatChord(one) === formatChord(other);
}

/** Letters in lower case, so that Shift or Caps Lock makes no other key of them. */
export function tidyKey(key: string): string {
  return key.length === 1 ? key.toLowerCase() : key;
}

function isPrinted(key: string): boolean {
  return /^[^\p{C}\p{Z}]$/u.test(key);
}
