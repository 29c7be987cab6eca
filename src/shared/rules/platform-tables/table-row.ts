import type { ProductId } from '../../model/ids.ts';
import type { ImportedValue } from '../../model/platform-import.ts';
import type { CellProblem } from './figure-cell.ts';

/** Why a row is not taken as it is; translated as `imported.row.<reason>`. */
export type RowReason =
  | 'totalRow'
  | 'noteRow'
  | 'noFigures'
  | 'byHand'
  | 'timeUnknown'
  | 'outsideShow'
  | 'otherDate'
  | 'otherRoom'
  | 'productUnknown'
  | 'twice'
  | 'severalShows'
  | 'cells';

export type BadCell = {
  readonly heading: string;
  readonly text: string;
  readonly problem: CellProblem;
};

/** A row of the table and what comes of it. */
export type TableRow = {
  readonly line: number;
  readonly state: 'matched' | 'unmatched' | 'wrong' | 'leftOut';
  /** Null for one that is matched. */
  readonly reason: RowReason | null;
  /** What the row says it is of. */
  readonly label: string;
  readonly minute: number | null;
  readonly productId: ProductId | null;
  readonly matchedBy: 'id' | 'link' | 'name' | 'near' | 'chosen' | null;
  /** Products to choose from, the likeliest first. */
  readonly candidates: readonly ProductId[];
  /** Line of the row that says the same already; null for none. */
  readonly sameAs: number | null;
  readonly badCells: readonly BadCell[];
  readonly values: readonly ImportedValue[];
};

/** A row of which nothing is known yet but where it stands. */
export function blankRow(line: number, label: string): TableRow {
  return {
    line,
    state: 'matched',
    reason: null,
    label,
    minute: null,
    productId: null,
    matchedBy: null,
    candidates: [],
    sameAs: null,
    badCells: [],
    values: [],
  };
}

export function leftOut(row: TableRow, reason: RowReason): TableRow {
  return { ...row, state: 'leftOut', reason, values: [], badCells: [] };
}

export function unmatched(row: TableRow, reason: RowReason): TableRow {
  return { ...row, state: 'unmatched', reason };
}
