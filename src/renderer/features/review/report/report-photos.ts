import type { ReviewNote } from '#shared/model/review-note.ts';
import { imageAddress, type ImageSize } from '#shared/rules/image-address.ts';

/** Photos by their picture's name, as a page holds them that loads nothing. */
export type ReportPhotos = ReadonlyMap<string, string>;
export const NO_PHOTOS: ReportPhotos = new Map();

/** Characters of all photos of a page: a file of a review is at most two million long. */
const LARGE_MAX = 900_000;
const ALL_MAX = 1_200_000;

/**
 * The photos of marks as data addresses, the earliest first: large as long as there is room, small
 * ones after that. One that cannot be read is left out; the table says that there was one.
 */
export async function photosOf(notes: readonly ReviewNote[]): Promise<ReportPhotos> {
  const photos = new Map<string, string>();
  let length = 0;
  for (const { imageId } of notes) {
    if (imageId === null || photos.has(imageId)) continue;
    const large = length < LARGE_MAX ? await dataAddress(imageId, 'full') : null;
    const fits = large !== null && length + large.length <= LARGE_MAX;
    const data = fits ? large : await dataAddress(imageId, 'small');
    if (data === null || length + data.length > ALL_MAX) continue;
    photos.set(imageId, data);
    length += data.length;
  }
  return photos;
}

async function dataAddress(imageId: string, size: ImageSize): Promise<string | null> {
  try {
    const answer = await fetch(imageAddress(imageId, size));
    if (!answer.ok) return null;
    return await readAsDataAddress(await answer.blob());
  } catch {
    // The desk lost its core: the page is made without it.
    return null;
  }
}

function readAsDataAddress(blob: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      resolve(typeof reader.result === 'string' ? reader.result : null);
    });
    reader.addEventListener('error', () => resolve(null));
    reader.readAsDataURL(blob);
  });
}
