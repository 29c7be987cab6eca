import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ScreenRequestId } from '#shared/model/ids.ts';
import type { KeyAction } from '#shared/model/key-binding.ts';
import type { DeskAction } from '#renderer/actions/desk-action.ts';
import { keyBindings } from '#renderer/actions/key-table.ts';
import { bindKey, resolveKeys } from '#shared/rules/key-bindings.ts';
import { parseChord } from '#shared/rules/key-chord.ts';
import { KEYS_AT_REST, keyPress, keyTime } from '#renderer/features/keys/key-machine.ts';
import type {
  KeyContext,
  KeyFocus,
  KeyPress,
  KeyState,
  KeyStep,
} from '#renderer/features/keys/key-machine.ts';

const DIGIT_WAIT_MS = 600;
const FIRST_KEYS = keyBindings(resolveKeys({}).table);

const CONTEXT: KeyContext = {
  table: FIRST_KEYS,
  digitWaitMs: DIGIT_WAIT_MS,
  linkNumbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  isArmed: true,
  isArming: false,
  canTakeBack: false,
  canUndo: true,
  canUndoPaste: false,
  canUndoGroups: false,
  screenRequestId: null,
  isOverlayOpen: false,
  isLive: true,
};

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    hasCtrl: false,
    hasMeta: false,
    hasAlt: false,
    hasShift: false,
    isRepeat: false,
    isComposing: false,
    focus: 'page',
    nowMs: 0,
    ...more,
  };
}

function actionsOf(
  key: string,
  more: Partial<KeyPress> = {},
  context: Partial<KeyContext> = {},
): readonly DeskAction[] {
  return keyPress(KEYS_AT_REST, { ...CONTEXT, ...context }, press(key, more)).actions;
}

describe('Enter', () => {
  test('is GO when something is armed and nothing else wants the key', () => {
    expect(actionsOf('Enter')).toEqual([{ type: 'go' }]);
  });

  test.each([
    ['nothing is armed', {}, { isArmed: false }],
    ['an arm command is under way', {}, { isArming: true }],
    ['a text field has the focus', { focus: 'text' }, {}],
    ['a button has the focus', { focus: 'control' }, {}],
    ['a list has the focus', { focus: 'list' }, {}],
    ['text is being composed', { isComposing: true }, {}],
    ['the key is held down', { isRepeat: true }, {}],
    ['Ctrl is held', { hasCtrl: true }, {}],
    ['Alt is held', { hasAlt: true }, {}],
  ] as const)('is not GO when %s', (_name, more, context) => {
    expect(actionsOf('Enter', more, context)).toEqual([]);
  });

  test('leaves a focused button its own Enter', () => {
    const step = keyPress(KEYS_AT_REST, CONTEXT, press('Enter', { focus: 'control' }));
    expect(step.isHandled).toBe(false);
  });

  test('ends a number that is being typed instead of firing what was armed before', () => {
    const typed = keyPress(KEYS_AT_REST, CONTEXT, press('1'));
    const step = keyPress(typed.state, CONTEXT, press('Enter', { nowMs: 100 }));
    expect(step.actions).toEqual([{ type: 'arm', linkNumber: 1 }]);
  });
});

describe('the size of text', () => {
  test.each([
    ['+', { type: 'stepTextSize', step: 1 }],
    ['=', { type: 'stepTextSize', step: 1 }],
    ['-', { type: 'stepTextSize', step: -1 }],
    ['_', { type: 'stepTextSize', step: -1 }],
    ['0', { type: 'setTextSize', size: 100 }],
  ] as const)('Ctrl or Cmd with %s changes it, wherever the focus is', (key, action) => {
    expect(actionsOf(key, { hasCtrl: true })).toEqual([action]);
    expect(actionsOf(key, { hasMeta: true, hasShift: true, focus: 'text' })).toEqual([action]);
    expect(actionsOf(key, { hasCtrl: true }, { isLive: false })).toEqual([action]);
  });

  test('is nothing of a bare key, and nothing while text is composed', () => {
    expect(actionsOf('-')).toEqual([]);
    expect(actionsOf('-', { hasCtrl: true, isComposing: true })).toEqual([]);
  });
});

describe('digits', () => {
  test('arm after the window when no second digit comes', () => {
    const typed = keyPress(KEYS_AT_REST, CONTEXT, press('1'));
    expect(typed.actions).toEqual([]);
    expect(keyTime(typed.state, CONTEXT, DIGIT_WAIT_MS - 1).actions).toEqual([]);
    expect(keyTime(typed.state, CONTEXT, DIGIT_WAIT_MS)).toEqual({
      state: KEYS_AT_REST,
      actions: [{ type: 'arm', linkNumber: 1 }],
      isHandled: true,
    });
  });

  test('a late timer does not join two numbers', () => {
    const typed = keyPress(KEYS_AT_REST, CONTEXT, press('1'));
    const step = keyPress(typed.state, CONTEXT, press('2', { nowMs: DIGIT_WAIT_MS }));
    expect(step.actions).toEqual([
      { type: 'arm', linkNumber: 1 },
      { type: 'arm', linkNumber: 2 },
    ]);
  });

  test('are void when the live room leaves the screen', () => {
    const typed = keyPress(KEYS_AT_REST, CONTEXT, press('1'));
    const step = keyTime(typed.state, { ...CONTEXT, isLive: false }, DIGIT_WAIT_MS);
    expect(step).toEqual({ state: KEYS_AT_REST, actions: [], isHandled: false });
  });

  test('Esc takes back the digits first and disarms only then', () => {
    const typed = keyPress(KEYS_AT_REST, CONTEXT, press('1'));
    const first = keyPress(typed.state, CONTEXT, press('Escape', { nowMs: 10 }));
    expect(first).toEqual({ state: KEYS_AT_REST, actions: [], isHandled: true });
    const second = keyPress(first.state, CONTEXT, press('Escape', { nowMs: 20 }));
    expect(second.actions).toEqual([{ type: 'disarm' }]);
  });

  test('with Alt, Ctrl or Cmd are not the desk’s', () => {
    expect(actionsOf('4', { hasAlt: true })).toEqual([]);
    expect(actionsOf('3', { hasCtrl: true })).toEqual([]);
    expect(actionsOf('3', { hasMeta: true })).toEqual([]);
  });

  test('1 to 3 with Alt send what is proposed in that place, with Shift too they drop it', () => {
    expect(actionsOf('2', { hasAlt: true })).toEqual([
      { type: 'proposalKey', slot: 2, how: 'send' },
    ]);
    expect(actionsOf('3', { hasAlt: true, hasShift: true })).toEqual([
      { type: 'proposalKey', slot: 3, how: 'drop' },
    ]);
    // AltGr, a field and a key that is held type what they always do.
    expect(actionsOf('1', { hasAlt: true, hasCtrl: true })).toEqual([]);
    expect(actionsOf('1', { hasAlt: true, focus: 'text' })).toEqual([]);
    expect(actionsOf('1', { hasAlt: true, isRepeat: true })).toEqual([]);
  });

  test('also work while a button or a list has the focus, never in a text field', () => {
    expect(actionsOf('3', { focus: 'control' })).toEqual([{ type: 'arm', linkNumber: 3 }]);
    expect(actionsOf('3', { focus: 'list' })).toEqual([{ type: 'arm', linkNumber: 3 }]);
    expect(actionsOf('3', { focus: 'text' })).toEqual([]);
  });
});

describe('the other keys', () => {
  test.each<readonly [string, Partial<KeyPress>, DeskAction]>([
    ['z', { hasCtrl: true }, { type: 'undo' }],
    ['z', { hasMeta: true }, { type: 'undo' }],
    ['F1', {}, { type: 'sendPinned', slot: 1 }],
    ['F8', {}, { type: 'sendPinned', slot: 8 }],
    ['n', {}, { type: 'nextBlock' }],
    ['N', {}, { type: 'nextBlock' }],
    ['b', {}, { type: 'bookmark' }],
    ['b', { focus: 'list' }, { type: 'bookmark' }],
    ['`', {}, { type: 'noteBookmark' }],
    ['q', {}, { type: 'pickQuestion' }],
    ['/', { hasShift: true }, { type: 'searchChat' }],
    ['s', {}, { type: 'filterShelf' }],
    ['f', {}, { type: 'groupShelf' }],
    ['k', {}, { type: 'logSlip' }],
    ['[', {}, { type: 'previousBlock' }],
    ['=', {}, { type: 'extendBlock' }],
    [';', {}, { type: 'extendBlockMore' }],
    ['v', {}, { type: 'holdBlock' }],
    ['z', {}, { type: 'skipNextBlock' }],
    ['.', {}, { type: 'sendThanks' }],
    [',', {}, { type: 'dropThanks' }],
    ['w', {}, { type: 'toggleChartSpan' }],
    ['?', { hasShift: true }, { type: 'toggleKeys' }],
    ['k', { hasCtrl: true }, { type: 'togglePalette' }],
    ['k', { hasMeta: true, focus: 'text' }, { type: 'togglePalette' }],
    ['Escape', {}, { type: 'disarm' }],
  ])('%s', (key, more, action) => {
    expect(actionsOf(key, more)).toEqual([action]);
  });

  test.each<readonly [string, Partial<KeyPress>]>([
    ['F9', {}],
    ['b', { focus: 'text' }],
    ['F1', { focus: 'text' }],
    ['z', { hasCtrl: true, hasShift: true }],
    ['z', { hasCtrl: true, focus: 'text' }],
    ['k', { hasCtrl: true, isComposing: true }],
    ['ü', {}],
  ])('%s with %o is left alone', (key, more) => {
    expect(actionsOf(key, more)).toEqual([]);
  });

  test('only the palette’s are the desk’s where no live room is on screen', () => {
    const elsewhere = { isLive: false };
    for (const key of ['3', 'Enter', 'F5', 'Escape', 'n', 'b', '/']) {
      expect(keyPress(KEYS_AT_REST, { ...CONTEXT, ...elsewhere }, press(key))).toEqual({
        state: KEYS_AT_REST,
        actions: [],
        isHandled: false,
      });
    }
    expect(actionsOf('k', { hasCtrl: true }, elsewhere)).toEqual([{ type: 'togglePalette' }]);
  });

  test('Esc closes an open overlay before it disarms', () => {
    expect(actionsOf('Escape', {}, { isOverlayOpen: true })).toEqual([{ type: 'closeOverlay' }]);
  });

  test('undo is not taken from the browser when there is nothing to undo', () => {
    const step = keyPress(
      KEYS_AT_REST,
      { ...CONTEXT, canUndo: false },
      press('z', { hasCtrl: true }),
    );
    expect(step).toEqual({ state: KEYS_AT_REST, actions: [], isHandled: false });
  });
});

describe('keys that were chosen', () => {
  function withKey(action: KeyAction, text: string) {
    const chord = parseChord(text);
    if (chord === null) throw new Error(`${text} is no chord`);
    return { table: keyBindings(resolveKeys(bindKey({}, action, chord)).table) };
  }

  test('do what the old ones did, and the old ones nothing', () => {
    const context = withKey('bookmark', 'm');
    expect(actionsOf('m', {}, context)).toEqual([{ type: 'bookmark' }]);
    expect(actionsOf('b', {}, context)).toEqual([]);
  });

  test('send the cue of their place also from another key, and a freed F key is free', () => {
    const chosen = withKey('sendPinned3', 'm');
    expect(actionsOf('m', {}, chosen)).toEqual([{ type: 'sendPinned', slot: 3 }]);
    expect(actionsOf('F3', {}, chosen)).toEqual([]);
    expect(actionsOf('F4', {}, chosen)).toEqual([{ type: 'sendPinned', slot: 4 }]);
    expect(actionsOf('F3', {}, withKey('bookmark', 'F3'))).toEqual([{ type: 'bookmark' }]);
    expect(actionsOf('b', {}, withKey('bookmark', 'F3'))).toEqual([
      { type: 'sendPinned', slot: 3 },
    ]);
  });

  test('change places with the action that had the key', () => {
    const context = withKey('bookmark', 'n');
    expect(actionsOf('n', {}, context)).toEqual([{ type: 'bookmark' }]);
    expect(actionsOf('b', {}, context)).toEqual([{ type: 'nextBlock' }]);
  });

  test('a bare key never takes a letter from a text field, whatever it opens', () => {
    const context = withKey('togglePalette', 'p');
    expect(actionsOf('p', {}, context)).toEqual([{ type: 'togglePalette' }]);
    expect(actionsOf('p', { focus: 'text' }, context)).toEqual([]);
  });

  test('GO on a letter also works while a button has the focus; its Enter is the button’s', () => {
    const context = withKey('go', 'm');
    expect(actionsOf('m', { focus: 'control' }, context)).toEqual([{ type: 'go' }]);
    expect(actionsOf('Enter', { focus: 'control' }, context)).toEqual([]);
    expect(actionsOf('Enter', {}, context)).toEqual([]);
  });

  test('Shift makes another chord of Ctrl', () => {
    const context = withKey('bookmark', 'Mod+Shift+b');
    const shifted = { hasCtrl: true, hasShift: true };
    expect(actionsOf('B', shifted, context)).toEqual([{ type: 'bookmark' }]);
    expect(actionsOf('b', { hasCtrl: true }, context)).toEqual([]);
  });

  test('Esc closes what lies over the desk, also when it disarms no more', () => {
    const context = withKey('disarm', 'm');
    expect(actionsOf('Escape', {}, { ...context, isOverlayOpen: true })).toEqual([
      { type: 'closeOverlay' },
    ]);
    expect(actionsOf('Escape', {}, context)).toEqual([]);
    expect(actionsOf('m', {}, context)).toEqual([{ type: 'disarm' }]);
  });
});

/** What keys do in every field and on every page. */
const ANYWHERE: readonly DeskAction['type'][] = ['togglePalette', 'setTextSize', 'stepTextSize'];

/** What is wrong with one step, in words; empty when it is sound. */
function faultsOf(
  before: KeyState,
  context: KeyContext,
  key: KeyPress,
  step: KeyStep,
): readonly string[] {
  const wasWaiting = before.entry !== null && key.nowMs < before.entry.dueMs;
  const isQuiet = key.isComposing || key.isRepeat || key.focus === 'text';
  const isBare = !key.hasAlt && !key.hasCtrl && !key.hasMeta;
  const mayGo = key.key === 'Enter' && key.focus === 'page' && isBare && !isQuiet && !wasWaiting;
  // What was due before the key may still come out with it; the key itself does nothing.
  const own = step.actions.filter((action) => !['arm', 'unknownLink'].includes(action.type));
  const goes = step.actions.filter((action) => action.type === 'go');
  const strangers = step.actions.filter(
    (action) => action.type === 'arm' && !context.linkNumbers.includes(action.linkNumber),
  );
  const checks: Readonly<Record<string, boolean>> = {
    'arms a link that is not on the shelf': strangers.length > 0,
    'acts where no live room is':
      !context.isLive &&
      step.actions.some(({ type }) => ![...ANYWHERE, 'closeOverlay'].includes(type)),
    'goes where it must not': goes.length > 0 && !(mayGo && context.isArmed && !context.isArming),
    'goes twice': goes.length > 1,
    'acts on a key that is not its own':
      isQuiet && own.some(({ type }) => !ANYWHERE.includes(type)),
    'acts on a key of an input method': key.isComposing && own.length > 0,
    'keeps digits past their time': (step.state.entry?.dueMs ?? Infinity) <= key.nowMs,
    'collects digits without end': (step.state.entry?.digits.length ?? 0) > 2,
  };
  return Object.keys(checks).filter((name) => checks[name]);
}

describe('any sequence of keys', () => {
  const anyPress = fc.record({
    key: fc.constantFrom(
      ...'0123456789bnkzs/?+-='.split(''),
      'Enter',
      'Escape',
      'F1',
      'F5',
      'Tab',
      'Process',
    ),
    hasCtrl: fc.boolean(),
    hasMeta: fc.constant(false),
    hasAlt: fc.boolean(),
    hasShift: fc.boolean(),
    isRepeat: fc.boolean(),
    isComposing: fc.boolean(),
    focus: fc.constantFrom<KeyFocus>('page', 'control', 'list', 'text'),
    afterMs: fc.integer({ min: 0, max: 900 }),
  });
  const anyContext = fc.record({
    linkNumbers: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }),
    isArmed: fc.boolean(),
    isArming: fc.boolean(),
    canTakeBack: fc.boolean(),
    canUndo: fc.boolean(),
    canUndoPaste: fc.boolean(),
    canUndoGroups: fc.boolean(),
    screenRequestId: fc.constantFrom(null, ScreenRequestId.parse('0123456789abcdef')),
    isOverlayOpen: fc.boolean(),
    isLive: fc.boolean(),
  });

  test('never fires, arms or acts where it must not', () => {
    fc.assert(
      fc.property(anyContext, fc.array(anyPress, { maxLength: 40 }), (some, presses) => {
        const context: KeyContext = { ...some, table: FIRST_KEYS, digitWaitMs: DIGIT_WAIT_MS };
        let state: KeyState = KEYS_AT_REST;
        let nowMs = 0;
        for (const { afterMs, ...rest } of presses) {
          nowMs += afterMs;
          const step = keyPress(state, context, { ...rest, nowMs });
          expect(faultsOf(state, context, { ...rest, nowMs }, step)).toEqual([]);
          state = step.state;
        }
      }),
      { numRuns: 500 },
    );
  });
});
