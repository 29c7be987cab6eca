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

export type PdfWord = {
  readonly text: string;
  /** Points from the page's upper left corner. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
export type PdfPage = {
  readonly width: number;
  readonly height: number;
  /** Words that stand on one height, from left to right; the upper ones first. */
  readonly lines: readonly (readonly PdfWord[])[];
};

/** Where each word stands on each page. */
export function pageLines(pdf: Uint8Array): readonly PdfPage[] {
  const text = withFile(pdf, (file) =>
    execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 }),
  );
  return [...text.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(
    ([, width, height, body = '']) => ({
      width: Number(width),
      height: Number(height),
      lines: linesOf([...body.matchAll(WORD)].map(wordOf)),
    }),
  );
}

const WORD =
  /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function wordOf([, left, top, right, bottom, text = '']: readonly string[]): PdfWord {
  const [x0, y0, x1, y1] = [left, top, right, bottom].map(Number);
  return {
    text: text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? ''),
    left: x0 ?? 0,
    top: y0 ?? 0,
    right: x1 ?? 0,
    bottom: y1 ?? 0,
  };
}

/** Words overlap a line where their middle lies in it. */
function linesOf(words: readonly PdfWord[]): readonly (readonly PdfWord[])[] {
  const lines: PdfWord[][] = [];
  for (const word of words.toSorted((a, b) => a.top - b.top)) {
    const middle = (word.top + word.bottom) / 2;
    const line = lines.find(
      ([first]) => first !== undefined && middle < first.bottom && middle > first.top,
    );
    if (line === undefined) lines.push([word]);
    else line.push(word);
  }
  return lines.map((line) => line.toSorted((a, b) => a.left - b.left));
}

/** The dots of one word in a picture of its page, as text that two alike words share. */
export function shapeOf(picture: Picture, page: PdfPage, word: PdfWord): string {
  const scale = picture.width / page.width;
  const [left, top] = [Math.round(word.left * scale), Math.round(word.top * scale)];
  const [width, height] = [word.right - word.left, word.bottom - word.top].map((size) =>
    Math.round(size * scale),
  );
  const rows = Array.from({ length: height ?? 0 }, (_, y) =>
    Array.from({ length: width ?? 0 }, (__, x) =>
      (picture.pixels[(top + y) * picture.width + left + x] ?? 255) < 128 ? '#' : '.',
    ).join(''),
  );
  return rows.join('\n');
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
