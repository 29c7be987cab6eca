import { z } from 'zod';

import { ProductId } from '../model/ids.ts';
import { IMAGE_MAX_BYTES, ImageId, THUMBNAIL_MAX_BYTES } from '../model/product-image.ts';

const desk = ['desk'] as const;

/** Bytes as text (RFC 4648, section 4). */
function base64(maxBytes: number) {
  return z
    .string()
    .max(Math.ceil(maxBytes / 3) * 4)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/);
}

/** A picture as a desk drew it anew in both sizes, or one that is stored. */
export const GivenImage = z.union([
  z.strictObject({ full: base64(IMAGE_MAX_BYTES), small: base64(THUMBNAIL_MAX_BYTES) }),
  z.strictObject({ imageId: ImageId }),
]);
export type GivenImage = z.infer<typeof GivenImage>;

/** Bytes of one answer of `image.part`. */
export const IMAGE_PART_BYTES = 384 * 1024;
export const IMAGE_ADDRESS_MAX = 2_000;

/** The part of the contract about pictures of products. */
export const imageCommands = {
  /**
   * Gives a product of the catalogue its picture: one that the desk drew anew in both sizes, one that
   * was stored before (the way back), or none. `before` is what it had. Refused: unknown_product,
   * image_refused, image_gone (stored before, and not there any more), store_full, folder_unwritable.
   */
  'catalogue.setImage': {
    input: z.strictObject({
      productId: ProductId,
      image: GivenImage.nullable(),
    }),
    output: z.strictObject({ imageId: ImageId.nullable(), before: ImageId.nullable() }),
    callers: desk,
  },
  /**
   * Fetches a picture from an https address of the internet, as it is; nothing is stored. Refused:
   * image_unreachable, image_refused.
   */
  'image.fetch': {
    input: z.strictObject({ address: z.string().min(1).max(IMAGE_ADDRESS_MAX) }),
    output: z.strictObject({ fetchId: z.string(), bytes: z.int().positive() }),
    callers: desk,
  },
  /**
   * The bytes of what was fetched last, from `from` on, IMAGE_PART_BYTES at most. Refused: image_gone
   * when another one was fetched meanwhile.
   */
  'image.part': {
    input: z.strictObject({ fetchId: z.string().max(64), from: z.int().min(0) }),
    output: z.strictObject({ data: z.string() }),
    callers: desk,
  },
} as const;
