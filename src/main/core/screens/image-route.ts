import type { IncomingMessage } from 'node:http';

import { askedImage } from '#shared/rules/image-address.ts';
import type { ScreenRole } from '#shared/model/screen.ts';
import { imagesFolder, readImageFile, type ServedImage } from '../images/image-file.ts';
import { isImageOfRoom } from '../images/product-images.queries.ts';
import type { ReadableDatabase } from '../database/database.ts';
import type { ScreenAccess } from './screen-access.ts';

export type ImageRouteDeps = {
  readonly db: ReadableDatabase;
  readonly access: ScreenAccess;
  readonly dataFolder: string;
};

/** `not_allowed`: the device is not let in, or its room has no product with this picture. */
export type ImageAnswer = ServedImage | 'not_allowed' | 'not_found';

/**
 * Pictures of products, for devices that are let in: a desk sees all of them, a second screen those of
 * its own room.
 */
export async function answerImage(
  request: IncomingMessage,
  path: string,
  roles: ReadonlySet<ScreenRole>,
  { db, access, dataFolder }: ImageRouteDeps,
): Promise<ImageAnswer> {
  const asked = askedImage(path);
  const known = access.known(request.headers.cookie, roles);
  if (known.length === 0) return 'not_allowed';
  if (asked === null) return 'not_found';
  const maySee = known.some(
    ({ roomId }) => roomId === null || isImageOfRoom(db, roomId, asked.imageId),
  );
  if (!maySee) return 'not_allowed';
  return (await readImageFile(imagesFolder(dataFolder), path)) ?? 'not_found';
}
