/** Where pictures of products are served, by a page's own origin. */
export const IMAGES_PATH = '/images/';

/** `full` is what a screen shows large, `small` what a row shows. */
export type ImageSize = 'full' | 'small';

/** A picture's name is the hash of its bytes, and nothing else is one. */
const IMAGE_PATH = /^\/images\/([0-9a-f]{64})(\.small)?$/;

/** The address of a stored picture. */
export function imageAddress(imageId: string, size: ImageSize): string {
  return `${IMAGES_PATH}${imageId}${size === 'small' ? '.small' : ''}`;
}

/** Which picture a path asks for; null for any other path. */
export function askedImage(
  path: string,
): { readonly imageId: string; readonly size: ImageSize } | null {
  const [, imageId, small] = IMAGE_PATH.exec(path) ?? [];
  if (imageId === undefined) return null;
  return { imageId, size: small === undefined ? 'full' : 'small' };
}
