import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';

import { createBrowserPrinter } from '#core/printing/browser-printer.ts';
import { nobodyIn } from '#core/printing/browser-user.ts';
import { browserPlaces } from '#core/printing/browser-places.rules.ts';
import type { PagePrinter } from '#core/printing/page-printer.ts';
import { systemClock } from '#core/system-ports.ts';
import { printBrowser } from '#tests/support/print-browser.ts';
import { pageTexts, pngSize } from '#tests/support/read-pdf.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-printer-'));
  // As root it is another user who runs the browser.
  chmodSync(folder, 0o755);
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

  it('is quoted without the place in its own source', async () => {
    const said = '[24:24:1127/183019.009:ERROR:content/zygote.cc(103)] Running as root is refused.';
    const own = printer(program(`echo '${said}' >&2; exit 1`));
    const result = await own.print({ kind: 'pdf', html: 'x', footer: '' });
    expect(result).toMatchObject({
      error: { params: { reason: 'exit 1: Running as root is refused.' } },
    });
  });

  it.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
    'runs as a user who owns nothing where this program is root',
    async () => {
      const own = printer(program('echo "I am $(id -un), at home in $HOME" >&2; exit 1'));
      const result = await own.print({ kind: 'pdf', html: 'x', footer: '' });
      expect(JSON.stringify(result)).toMatch(/I am nobody, at home in \S*cuedesk-print-/);
    },
  );

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

test('nobody is found by name, whatever number the system gave', () => {
  const fedora = 'root:x:0:0:root:/root:/bin/bash\nnobody:x:99:98:Nobody:/:/sbin/nologin\n';
  expect(nobodyIn(fedora)).toEqual({ uid: 99, gid: 98 });
  expect(nobodyIn('root:x:0:0::/root:/bin/sh\n')).toBeNull();
  expect(nobodyIn('nobody:x:0:0::/:/bin/sh\nnobody:x')).toBeNull();
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
