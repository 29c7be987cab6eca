import type { MessageKey } from '#renderer/i18n/messages.ts';
import { KEY_TABLE, keyNames } from '#renderer/actions/key-table.ts';
import type { BoundAction } from '#renderer/actions/key-table.ts';

/** One line of the footer and of the list of all keys. */
export type KeyLine = {
  readonly id: string;
  /** Names of keys pressed together, or the ends of a range. */
  readonly keys: readonly string[];
  readonly isRange: boolean;
  readonly label: MessageKey;
};

const FOOTER_ACTIONS: readonly BoundAction[] = [
  'go',
  'undo',
  'nextBlock',
  'bookmark',
  'togglePalette',
];

function boundLine(action: BoundAction): KeyLine {
  const binding = KEY_TABLE.find((entry) => entry.action === action);
  return {
    id: action,
    keys: binding === undefined ? [] : keyNames(binding.chord),
    isRange: false,
    label: `keys.${action}`,
  };
}

function digitsLine(highest: number, label: MessageKey): KeyLine {
  const keys = highest > 1 ? ['1', String(highest)] : ['1'];
  return { id: 'digits', keys, isRange: true, label };
}

const PINNED_LINE: KeyLine = {
  id: 'pinned',
  keys: ['F1', 'F8'],
  isRange: true,
  label: 'keys.pinned',
};

/** The keys worth a place on the desk all the time; `highest` is the last link number. */
export function footerLines(highest: number): readonly KeyLine[] {
  return [
    digitsLine(highest, 'keys.digits'),
    ...FOOTER_ACTIONS.slice(0, 2).map(boundLine),
    PINNED_LINE,
    ...FOOTER_ACTIONS.slice(2).map(boundLine),
  ];
}

export function allLines(highest: number): readonly KeyLine[] {
  return [
    digitsLine(highest, 'keys.digitsLong'),
    ...KEY_TABLE.slice(0, 3).map(({ action }) => boundLine(action)),
    PINNED_LINE,
    { id: 'reorder', keys: ['Alt', '↑', '↓'], isRange: false, label: 'keys.reorder' },
    ...KEY_TABLE.slice(3).map(({ action }) => boundLine(action)),
  ];
}
