import { GIVEN_MAX_BYTES, imageFault } from '#shared/rules/image-header.ts';
import {
  IMAGE_MAX_BYTES,
  IMAGE_MAX_SIDE,
  THUMBNAIL_MAX_BYTES,
  THUMBNAIL_SIDE,
} from '#shared/model/product-image.ts';

import type { ImageDrawing } from './image-drawing.ts';

/** From fine to coarse, until it is small enough; the first nearly always is. */
const QUALITIES = [0.86, 0.72, 0.5, 0.3] as const;
/** What shines through a picture: paper, as the shops have it. */
const GROUND = '#ffffff';

class CannotDraw extends Error {}

/**
 * Decodes a picture and draws it anew, large and as a square: only pixels are left of it, without
 * what its maker wrote into it (place, camera, scripts). Nothing is decoded before its header says
 * that it is no bomb. Of moving pictures the first frame is taken.
 */
export async function drawImage(given: Blob): Promise<ImageDrawing> {
  if (given.size > GIVEN_MAX_BYTES) return { isDrawn: false, fault: 'too_many_bytes' };
  const bytes = new Uint8Array(await given.arrayBuffer());
  const fault = imageFault(bytes);
  if (fault !== null) return { isDrawn: false, fault };
  if (!('OffscreenCanvas' in globalThis)) return { isDrawn: false, fault: 'no_drawing' };
  const bitmap = await createImageBitmap(new Blob([bytes])).catch(() => null);
  if (bitmap === null) return { isDrawn: false, fault: 'undecodable' };
  try {
    const full = await encoded(whole(bitmap), IMAGE_MAX_BYTES);
    const small = await encoded(square(bitmap), THUMBNAIL_MAX_BYTES);
    return { isDrawn: true, full: base64(full), small: base64(small) };
  } catch (error) {
    if (error instanceof CannotDraw) return { isDrawn: false, fault: 'no_drawing' };
    throw error;
  } finally {
    bitmap.close();
  }
}

/** All of it, as large as it is and no larger than a stored one may be. */
function whole(bitmap: ImageBitmap): OffscreenCanvas {
  const { width, height } = bitmap;
  const scale = Math.min(1, IMAGE_MAX_SIDE / Math.max(width, height));
  const [wide, high] = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
  return drawn(bitmap, [0, 0, width, height], wide ?? 1, high ?? 1);
}

/** The square in its middle. */
function square(bitmap: ImageBitmap): OffscreenCanvas {
  const side = Math.min(bitmap.width, bitmap.height);
  const from = [(bitmap.width - side) / 2, (bitmap.height - side) / 2, side, side] as const;
  const size = Math.min(side, THUMBNAIL_SIDE);
  return drawn(bitmap, from, size, size);
}

function drawn(
  bitmap: ImageBitmap,
  from: readonly [left: number, top: number, width: number, height: number],
  width: number,
  height: number,
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new CannotDraw();
  pen.fillStyle = GROUND;
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, ...from, 0, 0, width, height);
  return canvas;
}

/** WebP, or JPEG where a browser writes no WebP. */
async function encoded(canvas: OffscreenCanvas, maxBytes: number): Promise<Uint8Array> {
  for (const quality of QUALITIES) {
    const webp = await canvas.convertToBlob({ type: 'image/webp', quality });
    const blob =
      webp.type === 'image/webp'
        ? webp
        : await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size <= maxBytes) return new Uint8Array(await blob.arrayBuffer());
  }
  throw new CannotDraw();
}

/** In pieces: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}
