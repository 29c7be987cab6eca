import { z } from 'zod';

/** How an overlay's card is drawn: dark on any picture, or light where the picture is dark already. */
export const OVERLAY_LOOKS = ['night', 'bright'] as const;
export const OverlayLook = z.enum(OVERLAY_LOOKS);
export type OverlayLook = z.infer<typeof OverlayLook>;

/**
 * The look that a page's address fixes; null where it names none, or an unknown one, and the desk's
 * choice holds. `search` begins with a question mark, or is empty.
 */
export function fixedLook(search: string): OverlayLook | null {
  const asked = /[?&]look=([^&]*)/.exec(search)?.[1];
  return OVERLAY_LOOKS.find((look) => look === asked) ?? null;
}
