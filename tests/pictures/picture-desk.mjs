// The real desk and real browsers for pictures.mjs: a host on a folder of its own, pages that
// are paired as people pair them, and a show that is worked by keys.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { systemChromium } from '../support/system-chromium.ts';
import { fromRoot } from '../../scripts/lib/repo-paths.mjs';

const TIME_ZONE = 'UTC';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContextOptions} ContextOptions */

/**
 * `npm start` in the browser host, as scripts use it.
 * @param {(dataFolder: string) => void} [prepare] puts something into the empty folder first
 */
export async function startPictureHost(prepare) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-pictures-'));
  prepare?.(dataFolder);
  const options = ['--browser', '--json', '--no-open', '--port', '0', '--data', dataFolder];
  const child = spawn(process.execPath, [fromRoot('scripts/start.mjs'), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TZ: TIME_ZONE },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  /** @type {{url: string, pid: number}} */
  const address = await new Promise((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line)));
    child.once('close', () => reject(new Error('the desk did not start')));
  });
  return {
    url: address.url,
    /** Ends the core and keeps it from coming back until `revive`. */
    killCore() {
      child.kill('SIGSTOP');
      process.kill(address.pid, 'SIGKILL');
    },
    revive: () => child.kill('SIGCONT'),
    async close() {
      child.kill('SIGCONT');
      child.kill('SIGINT');
      await ended;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

export async function startBrowser() {
  const browser = await chromium.launch(systemChromium());
  return {
    /** @param {ContextOptions} options */
    async page(options) {
      const context = await browser.newContext({ timezoneId: TIME_ZONE, ...options });
      return context.newPage();
    },
    close: () => browser.close(),
  };
}

/**
 * Presses the desk's button for its appearance until it is the wanted one.
 * @param {Page} desk
 * @param {'dark' | 'light'} theme
 */
export async function chooseTheme(desk, theme) {
  const button = desk.getByRole('button', { name: /^(外观|Appearance)/ });
  const words = { dark: /深色|Dark/, light: /浅色|Light/ };
  const isChosen = async () => words[theme].test((await button.getAttribute('title')) ?? '');
  for (let presses = 0; presses < 3 && !(await isChosen()); presses += 1) await button.click();
  // The keys are the desk's again.
  await button.blur();
}

/**
 * Makes an offer on the desk (in Chinese) and gives its link; the sheet stays open.
 * @param {Page} desk
 * @param {'配对主播屏' | '配对画面卡片'} offer
 */
export async function offerScreen(desk, offer) {
  const sheet = desk.getByRole('dialog', { name: '副屏' });
  if (!(await sheet.isVisible())) {
    await desk
      .getByRole('button', { name: /副屏|主播屏|画面卡片/ })
      .first()
      .click();
  }
  const open = sheet.getByRole('button', { name: '开放副屏' });
  const pairing = sheet.getByRole('button', { name: offer });
  await open.or(pairing).first().waitFor();
  if (await open.isVisible()) {
    // An address of the network where there is one: that is what a tablet needs.
    await sheet.getByRole('radio').last().check();
    await open.click();
  }
  await pairing.click();
  const link = sheet.getByText(/http:\/\/\S+#code=\S+/).first();
  return ((await link.textContent()) ?? '').trim();
}

/**
 * Lets in the device that waits, on the desk in Chinese.
 * @param {Page} desk
 */
export async function letIn(desk) {
  await desk.getByRole('button', { name: '让它进来' }).first().click();
}

/**
 * Work of an operator at minutes of the show, done while it plays at 20 times its pace.
 * @param {Page} desk
 */
export function playShow(desk) {
  const startedAt = performance.now();
  let shownMs = 0;
  let speed = 20;
  let countedAt = startedAt;

  function minuteNow() {
    const now = performance.now();
    shownMs += (now - countedAt) * speed;
    countedAt = now;
    return shownMs / 60_000;
  }

  return {
    /** @param {number} next */
    async setSpeed(next) {
      await desk.getByLabel('播放速度').selectOption({ label: `${next} 倍` });
      minuteNow();
      speed = next;
    },
    /** @param {number} minute */
    async until(minute) {
      while (minuteNow() < minute) await wait(100);
    },
  };
}

/**
 * Keys an operator presses, with a moment between them.
 * @param {Page} desk
 * @param {readonly string[]} keys
 */
export async function press(desk, keys) {
  for (const key of keys) {
    await desk.locator('body').press(key);
    await wait(700);
  }
}
