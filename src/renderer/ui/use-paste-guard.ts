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

/** What was not taken: its shape, its characters, and how many there was room for. */
interface Refused {
  readonly shape: PastedShape;
  readonly count: number;
  readonly room: number;
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
  const [refused, setRefused] = useState<Refused | null>(null);
  const [table, setTable] = useState<PastedText | null>(null);
  const clear = useCallback(() => {
    setRefused(null);
    setTable(null);
  }, []);

  function take(event: { preventDefault(): void }, data: DataTransfer, field: HTMLInputElement) {
    const text = data.getData('text/plain');
    const html = data.getData('text/html') === '' ? null : data.getData('text/html');
    const room = roomIn(field, maxLength);
    const shape = shapeOfPaste(text, html);
    const count = text.replace(/[\r\n]+$/, '').length;
    if (shape.kind === 'line' && count <= room) return clear();
    setTable(shape.kind === 'table' ? { text, html } : null);
    event.preventDefault();
    field.focus();
    return setRefused({ shape, count, room });
  }

  // Worked out when it is drawn, so that it is said in the language of the moment.
  const why = refused === null ? null : refusal(i18n, refused);

  return {
    onPaste: (event) => take(event, event.clipboardData, event.currentTarget),
    onDrop: (event) => take(event, event.dataTransfer, event.currentTarget),
    note: why === null || example === null ? why : i18n.t('paste.withExample', { why, example }),
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

function refusal({ t, format }: I18n, { shape, count, room }: Refused): string {
  switch (shape.kind) {
    case 'table':
      return t('paste.table', {
        rows: format.number(shape.rows),
        columns: format.number(shape.columns),
      });
    case 'lines':
      return t('paste.lines', { lines: format.number(shape.lines) });
    case 'line':
      return t('paste.tooLong', { count: format.number(count), max: format.number(room) });
  }
}
