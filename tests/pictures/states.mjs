// npm run pictures:states: docs/pictures/states/*.png, the desk in trouble, by putting the real
// system into that trouble.
import { requireNode } from '../../scripts/lib/require-node.mjs';

requireNode();
const { mkdirSync, statSync, writeFileSync } = await import('node:fs');
const { join } = await import('node:path');
const { setTimeout: wait } = await import('node:timers/promises');
const { log } = await import('../../scripts/lib/log.mjs');
const { chooseTheme, startBrowser, startPictureHost } = await import('./picture-desk.mjs');
const { fromRoot } = await import('../../scripts/lib/repo-paths.mjs');

const FOLDER = fromRoot('docs/pictures/states');
const SETTLE_MS = 1_200;
const SHEET = 'A-01\t羊毛衫\t259.00\nA-02\t衬衫\t199.00\n';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {string} name */
async function take(page, name) {
  await wait(SETTLE_MS);
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path });
  log(`states/${name}.png ${Math.round(statSync(path).size / 1024)} KB`);
}

/** @param {Page} page @param {string} text */
async function paste(page, text) {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+v');
}

mkdirSync(FOLDER, { recursive: true });
const host = await startPictureHost((dataFolder) => {
  writeFileSync(join(dataFolder, 'settings.json'), '{"version":1,"theme":"li');
});
const browser = await startBrowser();
try {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const small = { viewport: { width: 1280, height: 720 }, permissions };
  const zh = await browser.page({ locale: 'zh-CN', ...small });
  await zh.goto(host.url);
  await zh.getByText(/设置文件读不懂/).waitFor();
  await take(zh, 'settings-damaged-dark-zh-CN');
  const storageState = await zh.context().storageState();
  const en = await browser.page({ locale: 'en-US', ...small, storageState });
  await en.goto(zh.url());
  await en.getByText(/settings file could not be read/).waitFor();
  await chooseTheme(en, 'light');
  await take(en, 'settings-damaged-light-en');
  await en.getByRole('button', { name: 'Seen' }).click();

  await zh.getByRole('button', { name: '开始示例' }).click();
  await zh.locator('[data-row-key]').first().waitFor();
  await zh.getByLabel('给主播写一句话').focus();
  await paste(zh, SHEET);
  await take(zh, 'pasted-table-cue-light-zh-CN');
  await zh.locator('body').press('Escape');
  await en.getByRole('button', { name: 'Add product' }).click();
  await en.getByLabel('Price', { exact: true }).focus();
  await paste(en, SHEET);
  await chooseTheme(en, 'dark');
  await en.getByLabel('Price', { exact: true }).focus();
  await paste(en, SHEET);
  await take(en, 'pasted-table-price-dark-en');
  await en.keyboard.press('Escape');
  await en.locator('body').press('Escape');
  await paste(en, SHEET);
  await take(en, 'pasted-table-desk-dark-en');

  host.killCore();
  await zh.getByText(/与后台断开/).waitFor();
  await take(zh, 'core-lost-dark-zh-CN');
  await chooseTheme(en, 'light');
  await take(en, 'core-lost-light-en');
  host.revive();
} finally {
  await browser.close();
  await host.close();
}
