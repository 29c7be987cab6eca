import { useCallback, useState } from 'react';

import { openSheet } from '#renderer/sheet-files/open-sheet.ts';
import type { SheetFault } from '#renderer/sheet-files/sheet-reading.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { draftOfSheet } from '#renderer/store/paste-draft.ts';
import { useShow } from '#renderer/store/selectors.ts';
import type { PasteDestination } from '#shared/rules/product-paste/paste-preview.ts';

export type FileTaking = {
  /** The file that is being read; null for none. */
  readonly reading: string | null;
  readonly failed: { readonly name: string; readonly fault: SheetFault } | null;
  /** `wanted`: one of a workbook's sheets; null, the first with something in it. */
  take(file: File, wanted?: number | null): Promise<boolean>;
};

/** Reads a file of products into the draft; nothing is changed by that. */
export function useTakeFile(destination: PasteDestination): FileTaking {
  const currency = useShow()?.currency ?? 'CNY';
  const setDraft = useDeskStore((desk) => desk.setPasteDraft);
  const [reading, setReading] = useState<string | null>(null);
  const [failed, setFailed] = useState<FileTaking['failed']>(null);

  const take = useCallback(
    async (file: File, wanted: number | null = null) => {
      setFailed(null);
      setReading(file.name);
      const read = await openSheet(file, wanted);
      setReading(null);
      if (read.isRead) {
        const from = { file, sheets: read.sheets };
        setDraft(draftOfSheet(read.table, from, { currency, destination }));
      } else {
        setFailed({ name: file.name, fault: read.fault });
      }
      return read.isRead;
    },
    [currency, destination, setDraft],
  );
  return { reading, failed, take };
}
