import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createBrowserPrinter } from '#core/printing/browser-printer.ts';
import { browserPlaces } from '#core/printing/browser-places.rules.ts';
import type { PagePrinter } from '#core/printing/page-printer.ts';
import { systemClock } from '#core/system-ports.ts';
import { printBrowser } from '#tests/support/print-browser.ts';
import { pageTexts, pngSize } from '#tests/support/read-pdf.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-printer-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Folders of its own that the printer left. */
const left = (): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith('cuedesk-print-'));

function printer(browser: string): PagePrinter {
  return createBrowserPrinter({
    clock: systemClock,
    logger: { log: () => undefined },
    platform: process.platform,
    environment: { CUEDESK_BROWSER: browser },
  });
}

function program(script: string): string {
  const path = join(folder, 'browser');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('a browser of this machine', () => {
  it('makes a PDF with Chinese text and numbered pages, and one picture at twice its size', async () => {
    const own = printer(printBrowser(folder));
    const html =
      '<!doctype html><meta charset="utf-8"><style>@page{size:A4;margin:14mm}h1+p{break-before:page}</style><h1>秋季亚麻专场</h1><p>第二页</p>';
    const pdf = await own.print({ kind: 'pdf', html, footer: '复盘 <b>&' });
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
    const pages = pageTexts(pdf.value);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('秋季亚麻专场');
    expect(pages[1]).toMatch(/第二页[^]*复盘 <b>&[^]*2 ?\/ ?2/);
    const tall = '<!doctype html><style>body{margin:0}</style><div style="height:900px">复盘</div>';
    const png = await own.print({ kind: 'png', html: tall });
    expect(png.ok && pngSize(png.value)).toEqual({ width: 2560, height: 1800 });
    await own.close();
    expect(left()).toEqual([]);
  });

  it('that is not there is said, and what was looked for', async () => {
    const missing = join(folder, 'no-browser');
    const result = await printer(missing).print({ kind: 'png', html: 'x' });
    expect(result).toEqual({
      ok: false,
      error: { code: 'printer_missing', params: { looked: missing } },
    });
  });

  it('that ends at once is refused in its own words, and nothing of it stays', async () => {
    const own = printer(program('echo "cannot open display" >&2; exit 3'));
    const result = await own.print({ kind: 'pdf', html: 'x', footer: '' });
    expect(result).toMatchObject({ ok: false, error: { code: 'printer_failed' } });
    expect(JSON.stringify(result)).toContain('cannot open display');
    expect(left()).toEqual([]);
  });

  it('that says nothing is ended with the core', async () => {
    const own = printer(program('exec sleep 600'));
    const printing = own.print({ kind: 'pdf', html: 'x', footer: '' });
    // The turn in which it is started.
    await new Promise<void>((resolve) => setImmediate(resolve));
    await own.close();
    expect(await printing).toMatchObject({ ok: false, error: { code: 'printer_failed' } });
    expect(await own.print({ kind: 'png', html: 'x' })).toMatchObject({ ok: false });
  });
});

describe('where it is looked for', () => {
  it('is where each system has it; a named one alone', () => {
    expect(browserPlaces('linux', { PATH: '/opt/bin:relative' })).toContain('/opt/bin/chromium');
    expect(browserPlaces('linux', {})).toContain('/usr/bin/google-chrome');
    expect(browserPlaces('linux', { PATH: 'relative' }).every((path) => path.startsWith('/'))).toBe(
      true,
    );
    const windows = browserPlaces('win32', { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' });
    expect(windows).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(browserPlaces('darwin', { HOME: '/Users/lin' })).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(browserPlaces('win32', { CUEDESK_BROWSER: 'D:\\b.exe' })).toEqual(['D:\\b.exe']);
  });
});
