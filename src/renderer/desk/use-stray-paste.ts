import { useEffect, useState } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { PastedText } from '#renderer/ui/paste-offer.ts';
import { shapeOfPaste } from '#shared/rules/pasted-table.ts';

/**
 * What was pasted or dropped onto the desk beside every field: a table goes to `takeTable` where
 * there is a place for it and a file to `takeFile`, else they are said to be nowhere, since whoever
 * pastes one expects it to be somewhere. A dropped file would otherwise replace the desk in a browser.
 */
export function useStrayPaste(
  page: Window,
  takeTable: ((pasted: PastedText) => boolean) | null,
  takeFile: ((file: File) => void) | null,
): {
  readonly note: string | null;
  dismiss(): void;
} {
  const i18n = useI18n();
  const [note, setNote] = useState<string | null>(null);

  useEffect(() => {
    const { document } = page;
    /** Null when it was taken or is no table; else what to say. */
    function placed(data: DataTransfer | null): string | null {
      const text = data?.getData('text/plain') ?? '';
      const marked = data?.getData('text/html') ?? '';
      const html = marked === '' ? null : marked;
      const shape = shapeOfPaste(text, html);
      if (shape.kind !== 'table' || takeTable?.({ text, html }) === true) return null;
      return strayNote(i18n, shape);
    }
    function onPaste(event: ClipboardEvent): void {
      if (event.defaultPrevented || isField(event.target)) return;
      setNote(placed(event.clipboardData));
    }
    function onDrag(event: DragEvent): void {
      // Text may be dropped into fields; a file may not be dropped anywhere.
      if (!isField(event.target) || hasFiles(event)) event.preventDefault();
    }
    function onDrop(event: DragEvent): void {
      if (event.defaultPrevented) return;
      if (hasFiles(event)) {
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        const isTaken = file !== undefined && takeFile !== null;
        if (isTaken) takeFile(file);
        setNote(isTaken ? null : i18n.t('paste.file'));
      } else if (!isField(event.target)) {
        event.preventDefault();
        setNote(placed(event.dataTransfer));
      }
    }
    function onFocus(event: FocusEvent): void {
      // Its advice is followed, and it must not lie over the sheet that has the field.
      if (isField(event.target)) setNote(null);
    }
    document.addEventListener('focusin', onFocus);
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDrag);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDrag);
      document.removeEventListener('drop', onDrop);
    };
  }, [page, i18n, takeTable, takeFile]);

  return { note, dismiss: () => setNote(null) };
}

function strayNote(
  { t, format }: I18n,
  shape: { readonly rows: number; readonly columns: number },
): string {
  return t('paste.deskTable', {
    rows: format.number(shape.rows),
    columns: format.number(shape.columns),
  });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
