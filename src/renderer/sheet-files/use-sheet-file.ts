import { useState } from 'react';

import { openSheet } from './open-sheet.ts';
import type { SheetFault, SheetRow, WorkbookSheets } from './sheet-reading.ts';

export type TakenSheet = {
  readonly file: File;
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Null for a file of text. */
  readonly sheets: WorkbookSheets | null;
};
export type FailedSheet = { readonly name: string; readonly fault: SheetFault };

type SheetFile = {
  /** What was read last; null before, and where it could not be read. */
  readonly sheet: TakenSheet | null;
  readonly failed: FailedSheet | null;
  /** `wanted`: which sheet of a workbook; null for the first with something in it. */
  take(file: File, wanted: number | null): Promise<void>;
  drop(): void;
};

/** The table of a file that somebody chooses. */
export function useSheetFile(): SheetFile {
  const [sheet, setSheet] = useState<TakenSheet | null>(null);
  const [failed, setFailed] = useState<FailedSheet | null>(null);
  return {
    sheet,
    failed,
    async take(file, wanted) {
      const read = await openSheet(file, wanted);
      const { name } = file;
      setFailed(read.isRead ? null : { name, fault: read.fault });
      setSheet(read.isRead ? { file, name, rows: read.table.rows, sheets: read.sheets } : null);
    },
    drop() {
      setSheet(null);
      setFailed(null);
    },
  };
}
