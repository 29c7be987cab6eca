import { FILE_MAX_BYTES, type SheetReading } from './sheet-reading.ts';

/** Reads a file that was chosen or dropped, beside the page; one that is too large is not opened. */
export async function openSheet(file: File, wanted: number | null = null): Promise<SheetReading> {
  if (file.size > FILE_MAX_BYTES) return { isRead: false, fault: 'tooLarge' };
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<SheetReading>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<SheetReading>) => resolve(data));
      worker.addEventListener('error', () => resolve({ isRead: false, fault: 'unreadable' }));
      worker.postMessage({ file, wanted });
    });
  } finally {
    worker.terminate();
  }
}
