export type GridAt = { readonly row: number; readonly column: number };

/** What a key does while no cell is edited. */
export type GridKey =
  | { readonly kind: 'go'; readonly to: GridAt }
  /** `text`: what is typed over the cell; null: what it holds is edited. */
  | { readonly kind: 'edit'; readonly text: string | null }
  | { readonly kind: 'clear' | 'insert' | 'remove' | 'undo' | 'redo' }
  | { readonly kind: 'move'; readonly by: 1 | -1 };

type Press = {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
};

const FAR = 10;
const END = Number.MAX_SAFE_INTEGER;

/** Null for a key that is not the table's: Tab leaves it, Esc closes the sheet. */
export function gridKey(press: Press, at: GridAt): GridKey | null {
  const hasMod = press.ctrlKey || press.metaKey;
  if (press.altKey) {
    if (press.key === 'ArrowUp') return { kind: 'move', by: -1 };
    return press.key === 'ArrowDown' ? { kind: 'move', by: 1 } : null;
  }
  if (hasMod) return withMod(press, at);
  switch (press.key) {
    case 'ArrowUp':
      return go(at, -1, 0);
    case 'ArrowDown':
      return go(at, 1, 0);
    case 'ArrowLeft':
      return go(at, 0, -1);
    case 'ArrowRight':
      return go(at, 0, 1);
    case 'PageUp':
      return go(at, -FAR, 0);
    case 'PageDown':
      return go(at, FAR, 0);
    case 'Home':
      return { kind: 'go', to: { row: at.row, column: 0 } };
    case 'End':
      return { kind: 'go', to: { row: at.row, column: END } };
    case 'Enter':
    case 'F2':
      return { kind: 'edit', text: null };
    case 'Insert':
      return { kind: 'insert' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    default:
      return [...press.key].length === 1 ? { kind: 'edit', text: press.key } : null;
  }
}

function withMod({ key, shiftKey }: Press, at: GridAt): GridKey | null {
  switch (key) {
    case 'Enter':
      return { kind: 'insert' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'remove' };
    case 'Home':
      return { kind: 'go', to: { row: 0, column: 0 } };
    case 'End':
      return { kind: 'go', to: { row: END, column: at.column } };
    case 'z':
    case 'Z':
      return { kind: shiftKey ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    default:
      return null;
  }
}

function go(at: GridAt, rows: number, columns: number): GridKey {
  return { kind: 'go', to: { row: at.row + rows, column: at.column + columns } };
}
