import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

import { fixedMix, MIX_MS, MIX_START } from '#tests/support/show-mix.ts';
import { printBrowser } from '#tests/support/print-browser.ts';
import { pageTexts, pngSize } from '#tests/support/read-pdf.ts';
import { addShow, addSource, openTestStore, startIngest } from '#tests/support/test-store.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/cuedesk.mjs', import.meta.url));

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-cli-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a review is exported from the command line as the desk does it, and nothing is written over', () => {
  const store = openTestStore();
  try {
    const { db } = store.store;
    const show = addShow(db, {
      room: 'main',
      origin: 'live',
      currency: 'CNY',
      startedTs: MIX_START,
      endedTs: MIX_START + MIX_MS,
    });
    const source = addSource(db, { room: 'main', connector: 'bridge', platform: 'twitch' });
    startIngest(store, show.roomId).take(show.showId, source, fixedMix(300));
    const stored = store.reader().prepare('SELECT count(*) FROM events').pluck().get();
    store.store.close();
    const run = (format: string, name: string) =>
      spawnSync(
        process.execPath,
        [
          SCRIPT,
          'export',
          String(show.showId),
          `--format=${format}`,
          `--out=${join(folder, name)}`,
          `--data=${store.folder}`,
          '--language=zh-CN',
        ],
        { encoding: 'utf8', env: { ...process.env, CUEDESK_BROWSER: printBrowser(folder) } },
      );
    const bytes = (name: string): Buffer => readFileSync(join(folder, name));
    for (const format of ['html', 'pdf', 'png', 'xlsx', 'json']) {
      const { status, stderr } = run(format, `show.${format}`);
      expect(status, stderr).toBe(0);
    }
    expect(bytes('show.html').toString('utf8')).toContain('复盘');
    expect(pageTexts(bytes('show.pdf'))[0]).toContain('复盘');
    expect(pngSize(bytes('show.png')).width).toBe(2560);
    expect(bytes('show.xlsx').toString('latin1', 0, 2)).toBe('PK');
    expect(JSON.parse(bytes('show.json').toString('utf8')).eventCount).toBe(stored);
    expect(run('csv', 'tables').status).toBe(0);
    expect(readdirSync(join(folder, 'tables'))).toContain('minutes.csv');
    const again = run('html', 'show.html');
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('已存在');
  } finally {
    store.close();
  }
});
