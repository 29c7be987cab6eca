import { useEffect, useState } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { shapeOfPaste } from '#shared/rules/pasted-table.ts';

/**
 * What was pasted or dropped onto the desk beside every field: a table and a file are said to be
 * nowhere, since whoever pastes one expects it to be somewhere. A dropped file would otherwise
 * replace the desk in a browser.
 */
export function useStrayPaste(page: Window): {
  readonly note: string | null;
  dismiss(): void;
} {
  const i18n = useI18n();
  const [note, setNote] = useState<string | null>(null);

  useEffect(() => {
    const { document } = page;
    function onPaste(event: ClipboardEvent): void {
      if (event.defaultPrevented || isField(event.target)) return;
      const { clipboardData } = event;
      const html = clipboardData?.getData('text/html') ?? '';
      setNote(strayNote(i18n, clipboardData?.getData('text/plain') ?? '', html));
    }
    function onDrag(event: DragEvent): void {
      // Text may be dropped into fields; a file may not be dropped anywhere.
      if (!isField(event.target) || hasFiles(event)) event.preventDefault();
    }
    function onDrop(event: DragEvent): void {
      if (event.defaultPrevented) return;
      if (hasFiles(event)) {
        event.preventDefault();
        setNote(i18n.t('paste.file'));
      } else if (!isField(event.target)) {
        event.preventDefault();
        const data = event.dataTransfer;
        const html = data?.getData('text/html') ?? '';
        setNote(strayNote(i18n, data?.getData('text/plain') ?? '', html));
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
  }, [page, i18n]);

  return { note, dismiss: () => setNote(null) };
}

function strayNote({ t, format }: I18n, text: string, html: string): string | null {
  const shape = shapeOfPaste(text, html === '' ? null : html);
  if (shape.kind !== 'table') return null;
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
