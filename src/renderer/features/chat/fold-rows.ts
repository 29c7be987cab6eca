import type { ChatRow } from '#renderer/store/chat-row.ts';

/** A row as it is drawn: one message, or a flood of the same short line counted into one row. */
export interface FoldedRow {
  /** The first of the flood, in whose place it stands. */
  readonly row: ChatRow;
  /** How often the line came; 1 when it did not repeat. */
  readonly repeats: number;
  /** How many people sent it. */
  readonly people: number;
}

/** Longer lines say something; they never fold. */
const SHORT_CHARACTERS = 8;
/** A flood that goes on longer begins a new row, so that the newest is always near the end. */
const FLOOD_MS = 10_000;
/** The same short line much further down is another flood. */
const ROWS_BETWEEN = 40;

interface Flood {
  readonly index: number;
  readonly startTs: number;
  readonly people: Set<string>;
  repeats: number;
}

/** What must be equal for two messages to fold; null for those that never do. */
export function foldKey(row: ChatRow): string | null {
  const { event } = row;
  if (event.kind !== 'chat' || row.deletion !== null || event.replyTo !== null) return null;
  const isOneEmote = event.fragments.length === 1 && event.fragments[0]?.type === 'emote';
  const text = row.text.trim().toLowerCase();
  if (text === '') return null;
  if (!isOneEmote && hasManyLetters(text)) return null;
  // 哈哈哈 and 哈哈哈哈哈 are the same line.
  const line = text.replace(/(.)\1{2,}/gu, '$1$1');
  return isOneEmote || [...line].length <= SHORT_CHARACTERS ? line : null;
}

/** More different letters than a short line has in all; told from its first few. */
function hasManyLetters(text: string): boolean {
  const letters = new Set<string>();
  for (const letter of text) {
    letters.add(letter);
    if (letters.size > SHORT_CHARACTERS) return true;
  }
  return false;
}

/** Rows are folded anew with every drawing, but what they say stays. */
const keys = new WeakMap<ChatRow, { readonly key: string | null }>();

function heldKey(row: ChatRow): string | null {
  let held = keys.get(row);
  if (held === undefined) {
    held = { key: foldKey(row) };
    keys.set(row, held);
  }
  return held.key;
}

/** Folds floods of the same short line (1, 扣1, 哈哈哈) into the place of their first message. */
export function foldRows(rows: readonly ChatRow[]): readonly FoldedRow[] {
  const folded: { row: ChatRow; flood: Flood | null }[] = [];
  const floods = new Map<string, Flood>();
  for (const row of rows) {
    const key = heldKey(row);
    const flood = key === null ? undefined : floods.get(key);
    const person = row.event.actor?.platformUserId ?? row.event.actor?.name ?? row.key;
    if (flood !== undefined && continues(flood, row, folded.length)) {
      flood.repeats += 1;
      flood.people.add(person);
      continue;
    }
    const begun: Flood | null =
      key === null
        ? null
        : { index: folded.length, startTs: row.ts, people: new Set([person]), repeats: 1 };
    if (key !== null && begun !== null) floods.set(key, begun);
    folded.push({ row, flood: begun });
  }
  return folded.map(({ row, flood }) => ({
    row,
    repeats: flood?.repeats ?? 1,
    people: flood?.people.size ?? 1,
  }));
}

function continues(flood: Flood, row: ChatRow, rowCount: number): boolean {
  return row.ts - flood.startTs <= FLOOD_MS && rowCount - flood.index <= ROWS_BETWEEN;
}
