import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { anchorKey, HeldKeys } from '#renderer/anchor/anchor-keys.ts';

describe('keys as pedals and clickers send them', () => {
  test.each([
    ['pedal, right', 'PageDown', 'PageDown', 'forward'],
    ['pedal, left', 'PageUp', 'PageUp', 'help'],
    ['pedal set to arrows', 'ArrowDown', 'ArrowDown', 'forward'],
    ['pedal set to arrows', 'ArrowUp', 'ArrowUp', 'help'],
    ['pedal set to space', ' ', 'Space', 'forward'],
    ['clicker, start', 'F5', 'F5', 'page'],
    ['clicker, stop', 'Escape', 'Escape', 'page'],
    ['clicker, black screen', 'b', 'KeyB', 'page'],
    ['clicker, black screen', '.', 'Period', 'page'],
    ['with capitals locked', 'B', 'KeyB', 'page'],
    ['under Chinese punctuation', '。', 'Period', 'page'],
    ['without a name', 'Unidentified', 'Space', 'forward'],
    ['without a name', '', 'KeyH', 'help'],
    ['an input method’s', 'Process', 'KeyH', null],
    ['nobody’s', 'a', 'KeyA', null],
    ['volume', 'AudioVolumeUp', 'AudioVolumeUp', null],
    ['an h of another layout', 'р', 'KeyH', null],
  ])('%s: %s', (_, key, code, meaning) => {
    expect(anchorKey({ key, code })).toBe(meaning);
  });
});

describe('a held key', () => {
  const down = (timeStamp: number, repeat = false) => ({
    key: 'PageDown',
    code: 'PageDown',
    repeat,
    timeStamp,
  });

  test('is one press until it is released', () => {
    const held = new HeldKeys();
    expect([held.press(down(0)), held.press(down(500, true)), held.press(down(530, true))]).toEqual(
      [true, false, false],
    );
    held.release(down(0));
    expect(held.press(down(700))).toBe(true);
  });

  test('is one press for as long as it is held, also where repeats are not marked', () => {
    const gap = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 200 }), (gaps) => {
        const held = new HeldKeys();
        let atMs = 0;
        const presses = [held.press(down(atMs))];
        for (const ms of gaps) {
          atMs += ms;
          presses.push(held.press(down(atMs)));
        }
        expect(presses.filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  test('whose release was not heard works again after a second of quiet', () => {
    const held = new HeldKeys();
    held.press(down(0));
    expect(held.press(down(1_001))).toBe(true);
    held.releaseAll();
    expect(held.press(down(1_100))).toBe(true);
  });

  test('does not hold others', () => {
    const held = new HeldKeys();
    held.press(down(0));
    expect(held.press({ ...down(10), key: 'PageUp', code: 'PageUp' })).toBe(true);
  });
});
