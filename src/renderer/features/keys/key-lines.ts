import type { DeskPart } from '#shared/model/desk-part.ts';
import { isKeyAction } from '#shared/model/key-binding.ts';
import type { KeyAction } from '#shared/model/key-binding.ts';
import type { KeyTable } from '#shared/rules/key-bindings.ts';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { KEYED_ACTIONS, keyManners } from '#renderer/actions/action-table.ts';
import { keyNames, TEXT_SIZE_RESET } from '#renderer/actions/key-table.ts';
import { isActionHere } from '#renderer/actions/part-actions.ts';

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

const PINNED_LINE: KeyLine = {
  id: 'pinned',
  keys: ['F1', 'F8'],
  isRange: true,
  label: 'keys.pinned',
};

/** Keys that work the shelf, beside those of actions. */
const OF_THE_SHELF: ReadonlySet<string> = new Set(['pasteProducts', 'reorder']);

/** Those of the lines whose key does something in this window. */
function linesHere(lines: readonly KeyLine[], part: DeskPart | null): readonly KeyLine[] {
  return lines.filter(({ id }) => {
    if (isKeyAction(id)) return isActionHere(id, part);
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
    PINNED_LINE,
    line('nextBlock'),
    line('bookmark'),
    line('togglePalette'),
  ];
  return linesHere(lines, part);
}

export function allLines(
  table: KeyTable,
  highest: number,
  part: DeskPart | null,
): readonly KeyLine[] {
  const [go, disarm, undo, ...others] = KEYED_ACTIONS.map(({ action }) => boundLine(table, action));
  const first = [go, disarm, undo].flatMap((line) => line ?? []);
  const lines: readonly KeyLine[] = [
    digitsLine(highest, 'keys.digitsLong'),
    ...first,
    PINNED_LINE,
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
