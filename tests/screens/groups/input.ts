import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import type { Studio } from '../studio.ts';

const SHEET = {
  'zh-CN': 'A-01\t羊毛衫\t259.00\nA-02\t衬衫\t199.00\n',
  en: 'A-01\tWool jumper\t259.00\nA-02\tShirt\t199.00\n',
};
const NO_CHANNEL = {
  'zh-CN': 'https://example.com/live/室内',
  en: 'https://example.com/live/indoors',
};

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+v');
}

/** What was typed, pasted or kept cannot be used. */
export async function inputStates(studio: Studio): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-screens-'));
  writeFileSync(join(folder, 'settings.json'), '{"version":1,"theme":"li');
  const open = await studio.openDesk(folder);
  const { page } = open;
  const sheet = open.typed(SHEET[studio.language]);
  try {
    await studio.step('settings-damaged', async () => {
      await open.shown(/设置文件读不懂|settings file could not be read/);
      await studio.take(page, 'settings-damaged', 'trouble');
      await open.pressKey('band.acknowledge');
    });
    await open.playDemo();
    await studio.step('pasted-table-cue', async () => {
      await page.getByLabel(open.t('cues.freeText')).focus();
      await paste(page, sheet);
      await studio.take(page, 'pasted-table-cue', 'trouble');
      await page.locator('body').press('Escape');
    });
    await studio.step('pasted-table-desk', async () => {
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await paste(page, sheet);
      await studio.take(page, 'pasted-table-desk', 'trouble');
    });
    await studio.step('pasted-table-price', async () => {
      await open.pressKey('shelf.addProduct');
      await page.getByLabel(open.t('product.price'), { exact: true }).focus();
      await paste(page, sheet);
      await studio.take(page, 'pasted-table-price', 'trouble');
      await open.closeSheet();
    });
    await studio.step('refused-channel', async () => {
      await open.command('palette.sources');
      await page
        .getByLabel(open.t('sources.channel'), { exact: true })
        .fill(open.typed(NO_CHANNEL[studio.language]));
      await page
        .getByRole('button', { name: /^(添加|Add)$/ })
        .last()
        .click();
      await open.shown(/不是频道名|is no channel name/i);
      await studio.take(page, 'refused-channel', 'trouble');
    });
  } finally {
    await open.close();
  }
  await replayStates(studio);
}

/** The file of a replay is not there: said at its field, and no show is made. */
async function replayStates(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  const { page } = open;
  try {
    await studio.step('replay-file-unknown', async () => {
      const path = page.getByLabel(open.t('setUp.filePath'));
      await path.fill(open.typed('/home/studio/no-such-show.jsonl'));
      await open.pressKey('setUp.fileStart');
      await path.and(page.locator('[aria-invalid=true]')).waitFor();
      await studio.take(page, 'replay-file-unknown', 'trouble');
    });
  } finally {
    await open.close();
  }
}
