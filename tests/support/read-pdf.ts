import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What poppler reads on each page of a PDF. */
export function pageTexts(pdf: Uint8Array): readonly string[] {
  return withFile(pdf, (file) =>
    execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
      .split('\f')
      .slice(0, -1),
  );
}

/** The pages as poppler draws them, as grey pictures (PGM), so many pixels an inch. */
export function pagePixels(pdf: Uint8Array, dpi: number): readonly Picture[] {
  return withFile(pdf, (file, folder) => {
    execFileSync('pdftoppm', ['-gray', '-r', String(dpi), file, join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .toSorted()
      .map((name) => pictureOf(readFileSync(join(folder, name))));
  });
}

export type Picture = {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, 255 white, row by row. */
  readonly pixels: Uint8Array;
};

function pictureOf(file: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40));
  if (head === null) throw new Error('not a PGM of one byte a pixel');
  const [all, width, height] = head;
  return { width: Number(width), height: Number(height), pixels: file.subarray(all.length) };
}

/** Width and height of a PNG in pixels, by its header. */
export function pngSize(png: Uint8Array): { readonly width: number; readonly height: number } {
  const bytes = Buffer.from(png);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('no PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function withFile<T>(pdf: Uint8Array, read: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-pdf-'));
  try {
    const file = join(folder, 'read.pdf');
    writeFileSync(file, pdf);
    return read(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How much of the picture between these parts of its width and height is not white: 0 to 1. */
export function inkIn(
  { width, height, pixels }: Picture,
  box: { readonly from: readonly [number, number]; readonly to: readonly [number, number] },
): number {
  const [left, top] = [Math.round(box.from[0] * width), Math.round(box.from[1] * height)];
  const [right, bottom] = [Math.round(box.to[0] * width), Math.round(box.to[1] * height)];
  let dark = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) if ((pixels[y * width + x] ?? 255) < 250) dark += 1;
  }
  return dark / Math.max(1, (right - left) * (bottom - top));
}
