import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cleanup, screen } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createBrowserPrinter } from '#core/printing/browser-printer.ts';
import { systemClock } from '#core/system-ports.ts';
import { NO_PHOTOS } from '#renderer/features/review/report/report-photos.ts';
import { printedPage } from '#renderer/features/review/report/review-files.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';
import { printBrowser } from '#tests/support/print-browser.ts';
import {
  inkIn,
  pageLines,
  pagePixels,
  shapeOf,
  type PdfPage,
  type Picture,
} from '#tests/support/read-pdf.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

/** Millimetres of a page in which nothing but its number stands. */
const MARGIN_PT = (14 * 72) / 25.4;
const HAN_WORD = /^[\u4e00-\u9fff]{2,4}$/;

/** Tables over several pages, with rows of one line and of several. */
function longReview(): Review {
  const sample = sampleReview('zh-CN', {});
  const cues = Array.from({ length: 60 }, (_, place): Review['cues'][number] => ({
    ...(sample.cues[0] ?? raise('no cue')),
    text:
      place % 3 === 0
        ? `第${place}句：${'这件亚麻衬衫透气又不皱，'.repeat(20)}到此${place}止`
        : `第${place}句`,
    sentTs: REVIEW_START + place * 61_000,
  }));
  return { ...sample, cues };
}

function raise(why: string): never {
  throw new Error(why);
}

function Page({ review }: { readonly review: Review }) {
  return <output>{JSON.stringify(printedPage(useI18n(), review, NO_PHOTOS))}</output>;
}

let folder: string;
let html: Document;
let pages: readonly PdfPage[];
let pictures: readonly Picture[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-paper-'));
  renderWithRoom(<Page review={longReview()} />, { language: 'zh-CN', snapshot: null });
  const printed = JSON.parse(screen.getByRole('status').textContent ?? '') as {
    readonly html: string;
    readonly footer: string;
  };
  cleanup();
  html = new DOMParser().parseFromString(printed.html, 'text/html');
  const printer = createBrowserPrinter({
    clock: systemClock,
    logger: { log: () => undefined },
    platform: process.platform,
    environment: { ...process.env, CUEDESK_BROWSER: printBrowser(folder) },
  });
  const pdf = await printer.print({ kind: 'pdf', ...printed });
  await printer.close();
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
  pages = pageLines(pdf.value);
  pictures = pagePixels(pdf.value, 110);
  // A browser is started and prints: a busy machine takes its time.
}, 150_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bare = (text: string | null): string => (text ?? '').replaceAll(/\s/g, '');

/** Texts of elements of the page as lines of the paper have them: without the gaps between words. */
function textsOf(selector: string): ReadonlySet<string> {
  return new Set([...html.querySelectorAll(selector)].map(({ textContent }) => bare(textContent)));
}

/** Lines between the margins: what stands below them is the number of the page. */
function contentOf({ height, lines }: PdfPage): PdfPage['lines'] {
  return lines.filter(([first]) => (first?.top ?? 0) < height - MARGIN_PT);
}

const lineText = (line: PdfPage['lines'][number] | undefined): string =>
  bare((line ?? []).map(({ text }) => text).join(''));

describe('the review on paper', () => {
  test('a heading is never the last of a page', () => {
    const headings = textsOf('h1, h2, h3');
    const last = pages.slice(0, -1).map((page) => lineText(contentOf(page).at(-1)));
    expect(pages.length).toBeGreaterThan(4);
    expect(last.filter((text) => headings.has(text))).toEqual([]);
  });

  test('where a table goes on its head is said again, and a row begins', () => {
    const heads = textsOf('thead tr');
    const going = pages.filter((page) => heads.has(lineText(contentOf(page)[0])));
    expect(going.length).toBeGreaterThan(1);
    for (const page of going) {
      const [head, row] = contentOf(page);
      // What is left of a row that was cut would stand in another column than the first.
      expect(row?.[0]?.left).toBeLessThan((head?.[0]?.left ?? 0) + 3);
    }
  });

  test('each line of a row stands on one page with the others', () => {
    const cells = [...html.querySelectorAll('tbody td')]
      .map(({ textContent }) => bare(textContent))
      .filter((text) => text.startsWith('第') && text.length > 200);
    expect(cells.length).toBe(20);
    const onPages = pages.map((page) => contentOf(page).map(lineText).join(''));
    for (const cell of cells) {
      const [start, end] = [/^第\d+句：/.exec(cell)?.[0] ?? '', /到此\d+止$/.exec(cell)?.[0] ?? ''];
      const first = onPages.findIndex((text) => text.includes(start));
      const from = onPages[first]?.indexOf(start) ?? -1;
      expect(onPages[first]?.indexOf(end, from)).toBeGreaterThan(from);
    }
  });

  test('nothing is drawn across the edge of what is printed', () => {
    for (const [index, picture] of pictures.entries()) {
      const { height = 1 } = pages[index] ?? {};
      const [top, bottom] = [MARGIN_PT / height, 1 - MARGIN_PT / height];
      const at = (edge: number): number =>
        inkIn(picture, { from: [0, edge - 0.0015], to: [1, edge + 0.0015] });
      expect([index, at(bottom)]).toEqual([index, 0]);
      expect(inkIn(picture, { from: [0, 0], to: [1, top - 0.002] })).toBe(0);
    }
  });

  test('every Chinese character is drawn as itself: no two words look alike', () => {
    const shapes = new Map<string, string>();
    for (const [index, page] of pages.entries()) {
      const picture = pictures[index];
      for (const word of page.lines.flat()) {
        if (picture === undefined || !HAN_WORD.test(word.text)) continue;
        shapes.set(word.text, shapeOf(picture, page, word));
      }
    }
    expect(shapes.size).toBeGreaterThan(20);
    expect(new Set(shapes.values()).size).toBe(shapes.size);
    // A box for a missing character is the same for each: cut to one character, halves differ too.
    const halves = [...shapes.values()].map((shape) => {
      const rows = shape.split('\n');
      return rows.map((row) => row.slice(0, Math.floor(row.length / 2))).join('\n');
    });
    expect(new Set(halves).size).toBeGreaterThan(shapes.size / 2);
  });
});
