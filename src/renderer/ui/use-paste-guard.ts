import { useCallback, useState } from 'react';
import type { ClipboardEvent, DragEvent } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { usePasteOffer, type PastedText } from './paste-offer.ts';
import { shapeOfPaste, type PastedShape } from '#shared/rules/pasted-table.ts';

/** More in one go is no line of a person; a field that took megabytes would freeze the desk. */
export const PASTE_MAX_CHARS = 10_000;

export interface PasteGuard {
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly onDrop: (event: DragEvent<HTMLInputElement>) => void;
  /** Why what was pasted was not taken; null when nothing was refused since the last change. */
  readonly note: string | null;
  /** Takes the refused table where one belongs; null where there is no such place. */
  readonly offer: (() => void) | null;
  clear(): void;
}

interface Limits {
  /** Most characters the field holds; null for no limit but that of a single paste. */
  readonly maxLength: number | null;
  /** What a good value looks like, for fields that are not free text; null for free text. */
  readonly example: string | null;
}

/**
 * A field of one line takes what is pasted or dropped whole or not at all: a table, several lines or
 * too much text leaves the field as it was and is said beside it.
 */
export function usePasteGuard({ maxLength, example }: Limits): PasteGuard {
  const i18n = useI18n();
  const takeTable = usePasteOffer();
  const [note, setNote] = useState<string | null>(null);
  const [table, setTable] = useState<PastedText | null>(null);
  const clear = useCallback(() => {
    setNote(null);
    setTable(null);
  }, []);

  function take(event: { preventDefault(): void }, data: DataTransfer, field: HTMLInputElement) {
    const text = data.getData('text/plain');
    const html = data.getData('text/html') === '' ? null : data.getData('text/html');
    const room = roomIn(field, maxLength);
    const shape = shapeOfPaste(text, html);
    const why = refusal(i18n, shape, text, room);
    if (why === null) return clear();
    setTable(shape.kind === 'table' ? { text, html } : null);
    event.preventDefault();
    field.focus();
    return setNote(example === null ? why : i18n.t('paste.withExample', { why, example }));
  }

  return {
    onPaste: (event) => take(event, event.clipboardData, event.currentTarget),
    onDrop: (event) => take(event, event.dataTransfer, event.currentTarget),
    note,
    offer:
      takeTable === null || table === null
        ? null
        : () => {
            clear();
            takeTable(table);
          },
    clear,
  };
}

/** Characters that a paste may bring: what is selected makes room for it. */
function roomIn(field: HTMLInputElement, maxLength: number | null): number {
  if (maxLength === null) return PASTE_MAX_CHARS;
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  return Math.max(0, maxLength - field.value.length + selected);
}

function refusal(i18n: I18n, shape: PastedShape, text: string, room: number): string | null {
  const { t, format } = i18n;
  switch (shape.kind) {
    case 'table':
      return t('paste.table', {
        rows: format.number(shape.rows),
        columns: format.number(shape.columns),
      });
    case 'lines':
      return t('paste.lines', { lines: format.number(shape.lines) });
    case 'line': {
      const count = text.replace(/[\r\n]+$/, '').length;
      if (count <= room) return null;
      return t('paste.tooLong', { count: format.number(count), max: format.number(room) });
    }
  }
}
