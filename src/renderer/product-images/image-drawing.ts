import type { ImageFault } from '#shared/rules/image-header.ts';

/** A picture drawn anew in both of its sizes, as text that a command carries. */
export type DrawnPicture = { readonly full: string; readonly small: string };

/** What becomes of a given picture. `no_drawing`: this browser cannot draw beside the page. */
export type ImageDrawing =
  | ({ readonly isDrawn: true } & DrawnPicture)
  | { readonly isDrawn: false; readonly fault: ImageFault | 'no_drawing' };
