import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Pictures that are pasted while a sheet is open, and files that are dropped onto it. A clipboard that
 * has words as well is words: spreadsheets put a picture of the cells beside them.
 */
export function useGivenImage(
  inside: RefObject<HTMLElement | null>,
  take: (file: File, isPasted: boolean) => void,
): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const sheet = inside.current?.closest('[role="dialog"]') ?? null;
    function onPaste(event: ClipboardEvent): void {
      const data = event.clipboardData;
      const file = imageIn(data);
      if (event.defaultPrevented || file === null || data?.getData('text/plain') !== '') return;
      event.preventDefault();
      latest.current(file, true);
    }
    function onDragOver(event: Event): void {
      // Without it a browser takes no drop here.
      if (event instanceof DragEvent && hasFiles(event)) event.preventDefault();
    }
    function onDrop(event: Event): void {
      const [file] = event instanceof DragEvent ? (event.dataTransfer?.files ?? []) : [];
      if (file === undefined) return;
      event.preventDefault();
      latest.current(file, false);
    }
    // Before the desk's own, which says that a file belongs nowhere.
    document.addEventListener('paste', onPaste, true);
    sheet?.addEventListener('dragover', onDragOver);
    sheet?.addEventListener('drop', onDrop, true);
    return () => {
      document.removeEventListener('paste', onPaste, true);
      sheet?.removeEventListener('dragover', onDragOver);
      sheet?.removeEventListener('drop', onDrop, true);
    };
  }, [inside]);
}

function imageIn(data: DataTransfer | null): File | null {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? null;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
