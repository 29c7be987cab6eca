import { GIVEN_MAX_BYTES } from '#shared/rules/image-header.ts';

import type { ImageDrawing } from './image-drawing.ts';

/** Draws a picture anew beside the page; one that is too large is not opened. */
export async function drawBeside(given: Blob): Promise<ImageDrawing> {
  if (given.size > GIVEN_MAX_BYTES) return { isDrawn: false, fault: 'too_many_bytes' };
  const worker = new Worker(new URL('./image-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<ImageDrawing>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ImageDrawing>) => resolve(data));
      worker.addEventListener('error', () => resolve({ isDrawn: false, fault: 'undecodable' }));
      worker.postMessage(given);
    });
  } finally {
    worker.terminate();
  }
}
