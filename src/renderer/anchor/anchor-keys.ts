import { ANCHOR_VIEWS, type HelpReason } from '#shared/model/stage.ts';

/**
 * What pedals and presentation clickers send, beside the keys of a keyboard. A pedal (AirTurn, PageFlip)
 * sends Page Up and Down, arrows, Space and Enter; a clicker (Logitech R400, Spotlight) Page Up and
 * Down for its two big buttons, F5 and Escape in turn for start and stop, and B or a full stop for
 * the black screen.
 */
export type AnchorKey =
  /** The next page of what is shown, or done. */
  | 'forward'
  | 'help'
  /** The next page, the first after the last; never an answer. */
  | 'page';

const MEANINGS: Readonly<Record<AnchorKey, readonly string[]>> = {
  forward: [' ', 'Enter', 'PageDown', 'ArrowRight', 'ArrowDown'],
  help: ['h', 'PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace'],
  page: ['b', '.', '。', 'F5', 'Escape'],
};

/** For where the browser does not know the key's name. */
const MEANING_OF_CODE: ReadonlyMap<string, AnchorKey> = new Map([
  ['Space', 'forward'],
  ['NumpadEnter', 'forward'],
  ['KeyH', 'help'],
  ['KeyB', 'page'],
  ['Period', 'page'],
]);

/** Keys of a keyboard beside the anchor, which no pedal and no clicker has. */
export type OtherKey =
  | { readonly kind: 'help'; readonly reason: HelpReason }
  | { readonly kind: 'pace'; readonly step: 1 | -1 }
  | { readonly kind: 'mirror' }
  /** Place of the view, from 0; null: the next one. */
  | { readonly kind: 'view'; readonly view: number | null };

const OTHERS: ReadonlyMap<string, OtherKey> = new Map<string, OtherKey>([
  ['w', { kind: 'help', reason: 'water' }],
  ['t', { kind: 'help', reason: 'tech' }],
  ['s', { kind: 'help', reason: 'slower' }],
  ['x', { kind: 'help', reason: 'stop' }],
  ['+', { kind: 'pace', step: 1 }],
  ['=', { kind: 'pace', step: 1 }],
  ['-', { kind: 'pace', step: -1 }],
  ['m', { kind: 'mirror' }],
  ['v', { kind: 'view', view: null }],
  ...ANCHOR_VIEWS.map((_view, at): [string, OtherKey] => [
    String(at + 1),
    { kind: 'view', view: at },
  ]),
]);

/** What any other key means here; null for a key that is nobody's. */
export function otherKey({ key }: Pick<KeyboardEvent, 'key'>): OtherKey | null {
  return OTHERS.get(key.toLowerCase()) ?? null;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code'>;

/** What a key means here; null for a key that is nobody's. */
export function anchorKey({ key, code }: Pressed): AnchorKey | null {
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  for (const meaning of ['forward', 'help', 'page'] as const) {
    if (MEANINGS[meaning].includes(pressed)) return meaning;
  }
  const isHidden = key === 'Unidentified' || key === '';
  return isHidden ? (MEANING_OF_CODE.get(code) ?? null) : null;
}

/** A held key comes again after half a second at the latest, then faster. */
const HELD_AGAIN_MS = 1_000;

/**
 * Tells a press from a key that is held down, also where the browser does not mark the repeats. A
 * release that never came (the page lost the focus) is forgotten after a second of quiet.
 */
export class HeldKeys {
  readonly #downAtMs = new Map<string, number>();

  /** True for a new press. `timeStamp` in milliseconds of one steady clock, as events carry it. */
  press(event: Pick<KeyboardEvent, 'key' | 'code' | 'repeat' | 'timeStamp'>): boolean {
    const name = nameOf(event);
    const before = this.#downAtMs.get(name);
    this.#downAtMs.set(name, event.timeStamp);
    if (event.repeat) return false;
    return before === undefined || event.timeStamp - before > HELD_AGAIN_MS;
  }

  release(event: Pressed): void {
    this.#downAtMs.delete(nameOf(event));
  }

  /** The page lost the keyboard: whatever is released now is not heard. */
  releaseAll(): void {
    this.#downAtMs.clear();
  }
}

function nameOf({ key, code }: Pressed): string {
  return code === '' ? key : code;
}
