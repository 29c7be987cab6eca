import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { KEY_ACTIONS, KEY_DEFAULTS } from '#shared/model/key-binding.ts';
import type { KeyAction } from '#shared/model/key-binding.ts';
import {
  bindKey,
  keyConflict,
  resetKey,
  resetKeys,
  resolveKeys,
} from '#shared/rules/key-bindings.ts';
import type { KeyTable } from '#shared/rules/key-bindings.ts';
import { chordFault, formatChord, parseChord, type Chord } from '#shared/rules/key-chord.ts';

function chord(text: string): Chord {
  const parsed = parseChord(text);
  if (parsed === null) throw new Error(`${text} is no chord`);
  return parsed;
}
const texts = (table: KeyTable): Record<KeyAction, string> => ({
  ...KEY_DEFAULTS,
  ...Object.fromEntries(KEY_ACTIONS.map((action) => [action, formatChord(table[action])])),
});

describe('the keys that hold', () => {
  test('are the first ones where nothing was chosen, and each is one', () => {
    const { table, faults } = resolveKeys({});
    expect(texts(table)).toEqual(KEY_DEFAULTS);
    expect(faults).toEqual([]);
    expect(KEY_ACTIONS.map((action) => chordFault(table[action]))).toEqual(
      KEY_ACTIONS.map(() => null),
    );
  });

  test('a choice that cannot be followed is named, the others hold', () => {
    const { table, faults } = resolveKeys({
      bookmark: 'm',
      nextBlock: 'Tab',
      undo: 'Ctrl+?',
      filterShelf: 'w',
      ofNextYear: 'v',
    });
    expect(texts(table)).toEqual({ ...KEY_DEFAULTS, bookmark: 'm' });
    expect(faults).toEqual([
      { action: 'undo', chord: 'Ctrl+?', why: 'unreadable' },
      { action: 'nextBlock', chord: 'Tab', why: 'moves' },
      { action: 'filterShelf', chord: 'w', why: { takenBy: 'toggleChartSpan' } },
    ]);
  });

  test('of two choices of one key the earlier action keeps it', () => {
    const { table, faults } = resolveKeys({ bookmark: 'm', nextBlock: 'm' });
    expect([formatChord(table.nextBlock), formatChord(table.bookmark)]).toEqual(['m', 'b']);
    expect(faults).toEqual([{ action: 'bookmark', chord: 'm', why: { takenBy: 'nextBlock' } }]);
  });
});

describe('choosing a key', () => {
  test('that another action has: they change places', () => {
    const first = resolveKeys({}).table;
    expect(keyConflict(first, 'bookmark', chord('n'))).toBe('nextBlock');
    expect(keyConflict(first, 'nextBlock', chord('n'))).toBe(null);
    expect(bindKey({}, 'bookmark', chord('n'))).toEqual({ nextBlock: 'b', bookmark: 'n' });
  });

  test('back to the first one, for one and for all; a newer version’s choices stay', () => {
    const chosen = { bookmark: 'n', nextBlock: 'b', ofNextYear: 'v' };
    expect(resetKey(chosen, 'bookmark')).toEqual({ ofNextYear: 'v' });
    expect(resetKeys(chosen)).toEqual({ ofNextYear: 'v' });
  });
});

describe('whatever the file says and whatever is chosen', () => {
  const anyChord = fc.oneof(
    fc.constantFrom('b', 'n', 'm', 'Mod+k', 'Mod+Shift+k', 'Enter', 'Escape', '5', 'Tab', 'F9'),
    fc.string({ maxLength: 6 }),
  );
  const anyAction = fc.oneof(fc.constantFrom(...KEY_ACTIONS), fc.string({ maxLength: 6 }));
  const anyChoices = fc.dictionary(anyAction, anyChord, { maxKeys: 14 });

  function faultsOf(table: KeyTable): readonly string[] {
    const chords = KEY_ACTIONS.map((action) => formatChord(table[action]));
    const isDouble = new Set(chords).size < chords.length;
    const isUnusable = KEY_ACTIONS.some((action) => chordFault(table[action]) !== null);
    return [...(isDouble ? ['two actions share a key'] : []), ...(isUnusable ? ['no key'] : [])];
  }

  test('no two actions share a key, and every choice is followed or named', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const { table, faults } = resolveKeys(choices);
        expect(faultsOf(table)).toEqual([]);
        for (const action of KEY_ACTIONS) {
          const text = Object.hasOwn(choices, action) ? choices[action] : undefined;
          if (text === undefined) continue;
          const isFollowed =
            formatChord(table[action]) === formatChord(parseChord(text) ?? table.go);
          const isNamed = faults.some((fault) => fault.action === action);
          expect([text, isFollowed || isNamed]).toEqual([text, true]);
        }
      }),
    );
  });

  test('a key that was chosen holds, and choosing it leaves no fault behind', () => {
    const sound = anyChord.filter((text) => {
      const parsed = parseChord(text);
      return parsed !== null && chordFault(parsed) === null;
    });
    fc.assert(
      fc.property(anyChoices, fc.constantFrom(...KEY_ACTIONS), sound, (choices, action, text) => {
        const { table, faults } = resolveKeys(bindKey(choices, action, chord(text)));
        expect(formatChord(table[action])).toBe(formatChord(chord(text)));
        expect([faultsOf(table), faults]).toEqual([[], []]);
      }),
    );
  });
});
