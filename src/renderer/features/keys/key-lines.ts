import type { DeskPart } from '#shared/model/desk-part.ts';
import { isKeyAction, isPinnedKey, PINNED_KEYS } from '#shared/model/key-binding.ts';
import type { KeyAction } from '#shared/model/key-binding.ts';
import { isFirstKey, type KeyTable } from '#shared/rules/key-bindings.ts';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { KEYED_ACTIONS, keyManners } from '#renderer/actions/action-table.ts';
import { keyNames, TEXT_SIZE_RESET } from '#renderer/actions/key-table.ts';
import { actionTypeOf, isActionHere } from '#renderer/actions/part-actions.ts';

/** One line of the footer and of the list of all keys. */
export type KeyLine = {
  readonly id: string;
  /** Names of keys pressed together, or the ends of a range. */
  readonly keys: readonly string[];
  readonly isRange: boolean;
  readonly label: MessageKey;
};

function boundLine(table: KeyTable, action: KeyAction): KeyLine {
  const { label } = keyManners(action);
  return { id: action, keys: keyNames(table[action]), isRange: false, label };
}

function digitsLine(highest: number, label: MessageKey): KeyLine {
  const keys = highest > 1 ? ['1', String(highest)] : ['1'];
  return { id: 'digits', keys, isRange: true, label };
}

/** All eight in one line while they are the first ones; chosen ones are no range. */
function pinnedLines(table: KeyTable): readonly KeyLine[] {
  if (!PINNED_KEYS.every((key) => isFirstKey(table, key))) {
    return PINNED_KEYS.map((key) => boundLine(table, key));
  }
  const ends = [table.sendPinned1, table.sendPinned8].flatMap(keyNames);
  return [{ id: 'pinned', keys: ends, isRange: true, label: 'keys.pinned' }];
}

/** They cannot be chosen. */
const OF_PROPOSALS: readonly KeyLine[] = [
  { id: 'proposalSend', keys: ['Alt', '1…3'], isRange: false, label: 'keys.proposalSend' },
  { id: 'proposalDrop', keys: ['Alt', 'Shift', '1…3'], isRange: false, label: 'keys.proposalDrop' },
];

/** Keys that work the shelf, beside those of actions. */
const OF_THE_SHELF: ReadonlySet<string> = new Set(['pasteProducts', 'reorder']);

/** Those of the lines whose key does something in this window. */
function linesHere(lines: readonly KeyLine[], part: DeskPart | null): readonly KeyLine[] {
  return lines.filter(({ id }) => {
    if (isKeyAction(id)) return isActionHere(actionTypeOf(id), part);
    return part !== 'chat' || !OF_THE_SHELF.has(id);
  });
}

/**
 * The keys worth a place on the desk all the time; `highest` is the last link number. `part`: what
 * the window shows alone.
 */
export function footerLines(
  table: KeyTable,
  highest: number,
  part: DeskPart | null,
): readonly KeyLine[] {
  const line = (action: KeyAction): KeyLine => boundLine(table, action);
  const lines = [
    digitsLine(highest, 'keys.digits'),
    line('go'),
    line('undo'),
    ...pinnedLines(table),
    line('nextBlock'),
    line('bookmark'),
    line('pickQuestion'),
    line('togglePalette'),
  ];
  return linesHere(lines, part);
}

export function allLines(
  table: KeyTable,
  highest: number,
  part: DeskPart | null,
): readonly KeyLine[] {
  const [go, disarm, undo, ...others] = KEYED_ACTIONS.filter(
    ({ action }) => !isPinnedKey(action),
  ).map(({ action }) => boundLine(table, action));
  const first = [go, disarm, undo].flatMap((line) => line ?? []);
  const lines: readonly KeyLine[] = [
    digitsLine(highest, 'keys.digitsLong'),
    ...first,
    ...pinnedLines(table),
    ...OF_PROPOSALS,
    {
      id: 'pasteProducts',
      keys: keyNames({ key: 'v', hasMod: true, hasShift: false }),
      isRange: false,
      label: 'keys.pasteProducts',
    },
    { id: 'reorder', keys: ['Alt', '↑', '↓'], isRange: false, label: 'keys.reorder' },
    ...others,
    {
      id: 'textSize',
      keys: [...keyNames({ ...TEXT_SIZE_RESET, key: '+' }), '−', '0'],
      isRange: false,
      label: 'keys.textSize',
    },
  ];
  return linesHere(lines, part);
}
