import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { GivenImage } from '#shared/contract/image-commands.ts';

import { drawBeside } from './draw-beside.ts';

/** A picture as it was given, drawn anew; `name` is what it is called when it is refused. Refused: image_refused. */
export async function drawnImage(file: Blob, name: string): Promise<Result<GivenImage>> {
  const drawing = await drawBeside(file);
  if (!drawing.isDrawn) return fail('image_refused', { name, reason: `image_${drawing.fault}` });
  return ok({ full: drawing.full, small: drawing.small });
}
