import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import type { Studio } from '../studio.ts';

const SHEET = 'A-01\t羊毛衫\t259.00\nA-02\t衬衫\t199.00\n';

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+v');
}

/** What was typed, pasted or kept cannot be used. */
export async function inputStates(studio: Studio): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-pictures-'));
  writeFileSync(join(folder, 'settings.json'), '{"version":1,"theme":"li');
  const open = await studio.openDesk(folder);
  try {
    await studio.step('settings-damaged', async () => {
      await open.shown(/设置文件读不懂|settings file could not be read/);
      await studio.takeBoth(open, 'settings-damaged');
      await open.en.getByRole('button', { name: 'Seen' }).click();
    });
    await open.playDemo();
    await studio.step('pasted-table-cue', async () => {
      await open.both((page) => page.getByLabel(/给主播写一句话|line to the host/i).focus());
      await paste(open.zh, SHEET);
      await paste(open.en, SHEET);
      await studio.takeBoth(open, 'pasted-table-cue');
      await open.both((page) => page.locator('body').press('Escape'));
    });
    await studio.step('pasted-table-desk', async () => {
      await open.both((page) =>
        page.evaluate(() => (document.activeElement as HTMLElement).blur()),
      );
      await paste(open.zh, SHEET);
      await paste(open.en, SHEET);
      await studio.takeBoth(open, 'pasted-table-desk');
    });
    await studio.step('pasted-table-price', async () => {
      for (const page of [open.zh, open.en]) {
        await page.getByRole('button', { name: /添加商品|Add product/ }).click();
        await page.getByLabel(/^(现价|Price)$/).focus();
        await paste(page, SHEET);
      }
      await studio.takeBoth(open, 'pasted-table-price');
      await open.closeSheet();
    });
    await studio.step('refused-channel', async () => {
      await openSources(open);
      await open.both(async (page) => {
        await page.getByLabel(/^(频道|Channel)$/).fill('https://example.com/live/室内');
        await page
          .getByRole('button', { name: /^(添加|Add)$/ })
          .last()
          .click();
      });
      await open.shown(/不是频道名|is no channel name/i);
      await studio.takeBoth(open, 'refused-channel');
    });
  } finally {
    await open.close();
  }
  await replayStates(studio);
}

/** The file of a replay is not there: said at its field, and no show is made. */
async function replayStates(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  try {
    await studio.step('replay-file-unknown', async () => {
      await open.both(async (page) => {
        const path = page.getByLabel(/文件路径|Path of the file/);
        await path.fill('/home/studio/no-such-show.jsonl');
        await page.getByRole('button', { name: /重放文件|Replay the file/ }).click();
        await path.and(page.locator('[aria-invalid=true]')).waitFor();
      });
      await studio.takeBoth(open, 'replay-file-unknown');
    });
  } finally {
    await open.close();
  }
}

async function openSources(open: Awaited<ReturnType<Studio['openDesk']>>): Promise<void> {
  await open.both((page) =>
    page
      .getByRole('banner')
      .getByRole('button', { name: /抖音|场控台|Douyin|Cuedesk|来源|source/i })
      .first()
      .click(),
  );
}
