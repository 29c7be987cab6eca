// npm run pictures: takes docs/pictures/*.png from the real app playing its demo show, in about six
// minutes. Needs Chromium (CUEDESK_CHROMIUM or /usr/bin/chromium) and fonts for Chinese.
import { requireNode } from '../../scripts/lib/require-node.mjs';

requireNode();
const { mkdirSync, statSync } = await import('node:fs');
const { setTimeout: wait } = await import('node:timers/promises');
const { log } = await import('../../scripts/lib/log.mjs');
const { chooseTheme, letIn, offerScreen, playShow, press, startBrowser, startPictureHost } =
  await import('./picture-desk.mjs');
const { fromRoot } = await import('../../scripts/lib/repo-paths.mjs');

const FOLDER = fromRoot('docs/pictures');
const SMALL = { width: 1280, height: 720 };
const LARGE = { width: 1440, height: 900 };
// What is drawn at most every quarter of a second, and transitions, have come to rest after this.
const SETTLE_MS = 1_200;

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 * @param {{viewport?: {width: number, height: number}, scheme?: 'dark' | 'light', isTransparent?: boolean}} options
 */
async function take(page, name, { viewport, scheme, isTransparent = false }) {
  if (viewport) await page.setViewportSize(viewport);
  if (scheme) await chooseTheme(page, scheme);
  await wait(SETTLE_MS);
  const path = `${FOLDER}/${name}.png`;
  await page.screenshot({ path, omitBackground: isTransparent });
  log(`${name}.png ${Math.round(statSync(path).size / 1024)} KB`);
}

/** @param {'dark' | 'light'} theme */
function viewingPlace(theme) {
  const answers = JSON.stringify({ diagonalInches: 11, distanceMetres: 2, theme });
  return `localStorage.setItem('cuedesk.viewingPlace', '${answers}')`;
}

mkdirSync(FOLDER, { recursive: true });
const host = await startPictureHost();
const browser = await startBrowser();
try {
  const zh = await browser.page({ locale: 'zh-CN', viewport: LARGE });
  await zh.goto(host.url);
  await zh.getByRole('button', { name: '开始示例' }).waitFor();
  const storageState = await zh.context().storageState();
  const deskUrl = zh.url();
  const en = await browser.page({ locale: 'en-US', viewport: SMALL, storageState });
  await en.goto(deskUrl);
  await en.getByRole('button', { name: 'Start the demo' }).waitFor();
  await take(en, 'start-1280x720-dark-en', { scheme: 'dark' });
  await take(zh, 'start-1440x900-light-zh-CN', { scheme: 'light' });

  await zh.getByRole('button', { name: '开始示例' }).click();
  await zh.getByLabel('播放速度').waitFor();
  const show = playShow(zh);
  await show.setSpeed(20);

  const anchorLink = await offerScreen(zh, '配对主播屏');
  await en
    .getByRole('button', { name: /screens/i })
    .first()
    .click();
  await take(en, 'second-screens-1280x720-dark-en', {});
  await take(zh, 'second-screens-1440x900-light-zh-CN', {});
  await en.keyboard.press('Escape');
  const anchor = await browser.page({ locale: 'zh-CN', viewport: { width: 1180, height: 820 } });
  await anchor.addInitScript(viewingPlace('dark'));
  await anchor.goto(anchorLink);
  await letIn(zh);
  await anchor.getByText('已连中控').waitFor();
  const overlayLink = await offerScreen(zh, '配对画面卡片');
  const overlay = await browser.page({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
  await overlay.goto(overlayLink);
  await letIn(zh);
  await zh.keyboard.press('Escape');
  const tall = await browser.page({
    locale: 'en-US',
    viewport: { width: 820, height: 1180 },
    storageState: await anchor.context().storageState(),
  });
  await tall.addInitScript(viewingPlace('light'));
  await tall.goto(anchor.url());

  const done = anchor.getByRole('button', { name: '讲完了' });
  await press(zh, ['n', 'F1']);
  await done.click();
  await show.until(9);
  await press(zh, ['n', '1', 'Enter', 'F4']);
  await done.click();
  await show.until(20);
  await press(zh, ['n', '4', 'Enter', 'F2']);
  await show.until(31);
  await press(zh, ['n', '2', 'Enter', 'b']);
  await done.click();
  await show.until(44);
  await press(zh, ['F5']);
  await done.click();
  await show.until(51);
  await press(zh, ['n', 'F6']);
  await show.until(56);
  await press(zh, ['n', '3', 'Enter']);
  await done.click();
  await show.until(72);
  await press(zh, ['n', 'F3']);
  await anchor.getByRole('button', { name: '求助' }).click();
  await show.until(76);
  await press(zh, ['2', 'Enter']);
  await show.until(80.5);
  await press(zh, ['n', 'F7']);
  await show.setSpeed(1);

  await take(en, 'desk-1440x900-dark-en', { viewport: LARGE, scheme: 'dark' });
  await take(zh, 'desk-1440x900-light-zh-CN', { scheme: 'light' });
  await take(zh, 'desk-1280x720-dark-zh-CN', { viewport: SMALL, scheme: 'dark' });
  await take(en, 'desk-1280x720-light-en', { viewport: SMALL, scheme: 'light' });
  await take(anchor, 'anchor-1180x820-dark-zh-CN', {});
  await take(tall, 'anchor-820x1180-light-en', {});
  await take(overlay, 'overlay-1920x1080', { isTransparent: true });
  await take(overlay, 'overlay-1080x1920', {
    viewport: { width: 1080, height: 1920 },
    isTransparent: true,
  });
  await press(zh, ['5']);
  await take(zh, 'desk-armed-1440x900-dark-zh-CN', { viewport: LARGE });
  await take(en, 'desk-armed-1280x720-light-en', {});
  await press(zh, ['Enter']);
  await press(zh, ['Control+k']);
  await zh.keyboard.type('衬衫');
  await take(zh, 'palette-1440x900-dark-zh-CN', {});
  await zh.keyboard.press('Escape');
  await press(en, ['Control+k']);
  await en.keyboard.type('review');
  await take(en, 'palette-1280x720-light-en', {});
  await en.keyboard.press('Escape');

  await show.setSpeed(20);
  await show.until(98.6);
  await show.setSpeed(1);
  await take(en, 'source-lost-1280x720-dark-en', { scheme: 'dark' });
  await take(zh, 'source-lost-1440x900-dark-zh-CN', {});

  host.killCore();
  await zh.getByText(/与后台断开/).waitFor();
  await take(zh, 'core-lost-1440x900-light-zh-CN', { scheme: 'light' });
  await take(en, 'core-lost-1280x720-dark-en', {});
  host.revive();
  await zh.getByText('后台进程已重启，数据完好').waitFor();
  // The review has no menu of its own.
  await chooseTheme(zh, 'dark');
  await chooseTheme(en, 'light');

  await show.setSpeed(20);
  await show.until(104);
  await zh.getByRole('button', { name: '结束', exact: true }).click();
  await zh.getByRole('button', { name: '再按一次' }).click();
  await zh.getByRole('heading', { name: /复盘/ }).waitFor();
  await take(zh, 'review-1440x900-dark-zh-CN', {});
  await en.getByRole('button', { name: 'Review', exact: true }).click();
  await en
    .getByRole('heading', { name: /review/i })
    .first()
    .waitFor();
  await take(en, 'review-1440x900-light-en', { viewport: LARGE });
} finally {
  await browser.close();
  await host.close();
}
