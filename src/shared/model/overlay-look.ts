/** How an overlay's card is drawn: dark on any picture, or light where the picture is dark already. */
export const OVERLAY_LOOKS = ['night', 'bright'] as const;
export type OverlayLook = (typeof OVERLAY_LOOKS)[number];

/** What an address without a look, or with an unknown one, means. */
export const DEFAULT_LOOK: OverlayLook = 'night';

/** The look that a page's address asks for; `search` begins with a question mark, or is empty. */
export function lookOf(search: string): OverlayLook {
  const asked = /[?&]look=([^&]*)/.exec(search)?.[1];
  return OVERLAY_LOOKS.find((look) => look === asked) ?? DEFAULT_LOOK;
}

/** An overlay's link that asks for this look; the code in its fragment stays where it is. */
export function withLook(url: string, look: OverlayLook): string {
  if (look === DEFAULT_LOOK) return url;
  const [page = '', code] = url.split('#');
  return `${page}?look=${look}${code === undefined ? '' : `#${code}`}`;
}
