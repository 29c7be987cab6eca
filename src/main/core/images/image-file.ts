/** Where stored pictures lie, and how a page is given one; both hosts serve them by this. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { askedImage, type ImageSize } from '#shared/rules/image-address.ts';
import { imageHeader, type ImageType } from '#shared/rules/image-header.ts';

export function imagesFolder(dataFolder: string): string {
  return join(dataFolder, 'images');
}

export function imageFile(folder: string, imageId: string, size: ImageSize): string {
  return join(folder, size === 'small' ? `${imageId}.small` : imageId);
}

/** What a page is told a picture is: by its own first bytes, never by a name. */
const SERVED_TYPES: Readonly<Record<ImageType, string | null>> = {
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  png: null,
  gif: null,
};

export type ServedImage = {
  readonly body: Buffer;
  readonly type: string;
  readonly cacheControl: string;
};

/** The stored picture that a path names; null where it names none, or what is there is no picture. */
export async function readImageFile(folder: string, path: string): Promise<ServedImage | null> {
  const asked = askedImage(path);
  if (asked === null) return null;
  const body = await readFile(imageFile(folder, asked.imageId, asked.size)).catch(absent);
  const header = body === null ? null : imageHeader(body);
  const type = header === null ? null : SERVED_TYPES[header.type];
  if (body === null || type === null) return null;
  // The name is the hash: what it names never changes.
  return { body, type, cacheControl: 'private, max-age=31536000, immutable' };
}

function absent(error: NodeJS.ErrnoException): null {
  if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'].includes(error.code ?? '')) return null;
  throw error;
}
