import type { Result } from '#shared/contract/app-error.ts';

/** A page that needs nothing but itself, and what it shall become. */
export type PrintOrder =
  | {
      readonly kind: 'pdf';
      readonly html: string;
      /** Stands at the foot of each page, before its number. */
      readonly footer: string;
    }
  /** The whole page as one picture at twice its size. */
  | { readonly kind: 'png'; readonly html: string };

/** Makes files of pages without showing them. */
export interface PagePrinter {
  /**
   * Refused: printer_missing (nothing on this machine can, `looked` says for what), printer_failed
   * (`reason`: what went wrong, in the words of the program).
   */
  print(order: PrintOrder): Promise<Result<Uint8Array>>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** A page and its pictures take some seconds on a slow machine, a cold start of a browser as long again. */
export const PRINT_LIMIT_MS = 60_000;
/** Width of the picture's page in CSS pixels, and how many pixels each is. */
export const PICTURE_WIDTH = 1280;
export const PICTURE_SCALE = 2;
/** A picture longer than this is cut: chats refuse it anyway. */
export const PICTURE_MOST_HEIGHT = 4_000;

/** The foot of each printed page, in the printer's own small language of classes. */
export function footerTemplate(footer: string): string {
  const text = footer.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
  return `<div style="width:100%;padding:0 14mm;display:flex;justify-content:space-between;gap:8mm;color:#4b5563;font:8px 'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"><span>${text}</span><span style="white-space:nowrap"><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;
}

/** Printers want a template; an empty one would be their own, with the date and the address. */
export const NO_HEADER = '<span></span>';

/** Inches, for the page's own margins of 14 mm. */
export const MARGIN_INCHES = 14 / 25.4;
