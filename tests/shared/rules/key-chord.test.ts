import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { chordFault, formatChord, isSameChord, parseChord } from '#shared/rules/key-chord.ts';

const faultOf = (text: string) => {
  const chord = parseChord(text);
  return chord === null ? 'unreadable' : chordFault(chord);
};

describe('chords', () => {
  test.each([
    ['b', { key: 'b', hasMod: false, hasShift: false }],
    ['B', { key: 'b', hasMod: false, hasShift: false }],
    ['?', { key: '?', hasMod: false, hasShift: false }],
    ['+', { key: '+', hasMod: false, hasShift: false }],
    ['Enter', { key: 'Enter', hasMod: false, hasShift: false }],
    ['Mod+z', { key: 'z', hasMod: true, hasShift: false }],
    ['Mod+Shift+z', { key: 'z', hasMod: true, hasShift: true }],
    ['Mod++', { key: '+', hasMod: true, hasShift: false }],
  ])('%s is read', (text, chord) => {
    expect(parseChord(text)).toEqual(chord);
  });

  test.each(['', 'Mod+', 'Ctrl+z', 'bb', 'Mod+Shift+', '弹讲解', 'Mod+z '])(
    '%j is none',
    (text) => {
      expect(faultOf(text)).toBe('unreadable');
    },
  );

  test.each([
    ['5', 'fixed'],
    ['F11', 'system'],
    ['Tab', 'moves'],
    ['ArrowUp', 'moves'],
    [' ', 'moves'],
    ['Mod+c', 'system'],
    ['Mod+w', 'system'],
    ['Mod+1', 'system'],
    ['Mod++', 'system'],
    ['Mod+Enter', 'system'],
    ['F12', 'system'],
    ['Shift+b', 'unreadable'],
    ['Process', 'unreadable'],
    ['Dead', 'unreadable'],
    ['F9', null],
    ['m', null],
    ['é', null],
    ['Mod+j', null],
    ['Mod+Shift+z', null],
  ])('%s: %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  test('what can be bound is written and read back as the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.boolean(), (key, hasMod) => {
        const chord = parseChord(`${hasMod ? 'Mod+' : ''}${key}`);
        if (chord === null || chordFault(chord) !== null) return;
        const again = parseChord(formatChord(chord));
        expect(again !== null && isSameChord(again, chord)).toBe(true);
      }),
    );
  });
});
