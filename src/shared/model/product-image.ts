import { z } from 'zod';

/** A stored picture: the hash of its bytes. */
export const ImageId = z.string().regex(/^[0-9a-f]{64}$/);
export type ImageId = z.infer<typeof ImageId>;

/** Pixels of the longer side of a stored picture at most, and of the square that a row shows. */
export const IMAGE_MAX_SIDE = 1280;
export const THUMBNAIL_SIDE = 96;
/** A stored picture at most; both of them fit into one command. */
export const IMAGE_MAX_BYTES = 1024 * 1024;
export const THUMBNAIL_MAX_BYTES = 64 * 1024;
