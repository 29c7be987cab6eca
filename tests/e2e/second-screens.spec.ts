import { createServer } from 'node:http';

import { type Browser, expect as plainExpect, type Page, test } from '@playwright/test';

import { coreOtherThan } from '#tests/support/running-desk.ts';
import { newestScreens, type OpenDesk, startOpenDesk } from '#tests/support/desk-with-screens.ts';

// A desk and a tablet in each test: a busy machine takes its time.
test.describe.configure({ timeout: 180_000 });
const expect = plainExpect.configure({ timeout: 30_000 });

/** Words of both languages: a screen speaks its own, whatever the desk speaks. */
const WORDS = {
  'zh-CN': {
    digits: '六位配对数字',
    triesLeft: '还能试',
    locked: '试错太多次',
    used: '已经用过或过期',
    waiting: '等中控台同意',
    refused: '中控台没有同意',
    revoked: '已解除这块屏幕的配对',
    gone: '中控台重启过',
    in: /已连中控|就这样/,
  },
  'en-US': {
    digits: 'Six pairing digits',
    triesLeft: 'Tries left',
    locked: 'this code is void',
    used: 'was used or has expired',
    waiting: 'Waiting for the desk',
    refused: 'did not let this device in',
    revoked: 'has unpaired this screen',
    gone: 'The desk was restarted',
    in: /Use this|Linked/,
  },
} as const;
type Language = keyof typeof WORDS;

let open: OpenDesk;
test.beforeEach(async () => {
  open = await startOpenDesk();
});
test.afterEach(() => open.close());

/** A tablet of its own on the open address; what goes wrong in its page fails the test. */
async function tablet(browser: Browser, language: Language): Promise<Page> {
  const viewport =
    language === 'zh-CN' ? { width: 1180, height: 820 } : { width: 820, height: 1180 };
  const context = await browser.newContext({ locale: language, viewport });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

const offer = (role: 'anchor' | 'overlay' = 'anchor') =>
  open.operator.must('screens.offer', { role });

async function answer(how: 'screens.approve' | 'screens.refuse', check: string): Promise<void> {
  const find = () => newestScreens(open.operator)?.requests.find((one) => one.check === check);
  await open.operator.until(() => find() !== undefined);
  const request = find();
  if (request === undefined) throw new Error('the request is gone');
  await open.operator.must(how, { requestId: request.id });
}

/** The number that the waiting device shows. */
async function checkOn(page: Page, language: Language): Promise<string> {
  await expect(page.getByText(WORDS[language].waiting)).toBeVisible();
  const number = page.getByText(/^\d{4}$/);
  return ((await number.textContent()) ?? '').trim();
}

// Each way in one language: the words of both are looked at with the states of trouble.
test.describe('in Chinese', () => {
  const language = 'zh-CN';
  const words = WORDS[language];

  test(`${language}: refused, let in by its link, unpaired while it is in`, async ({ browser }) => {
    const page = await tablet(browser, language);
    await page.goto((await offer()).url);
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.randomUUID])).toEqual([
      false,
      'undefined',
    ]);
    await answer('screens.refuse', await checkOn(page, language));
    await expect(page.getByText(words.refused)).toBeVisible();
    await page.goto('about:blank');
    await page.goto((await offer()).url);
    const check = await checkOn(page, language);
    // Loaded anew while it waits, it still waits, and shows the same number.
    await page.reload();
    expect(await checkOn(page, language)).toBe(check);
    await answer('screens.approve', check);
    await expect(page.getByText(words.in).first()).toBeVisible();
    expect(page.url()).not.toContain('code=');
    const [screen] = newestScreens(open.operator)?.screens ?? [];
    if (screen === undefined) throw new Error('no screen is paired');
    await open.operator.must('screens.revoke', { screenId: screen.id });
    await expect(page.getByText(words.revoked)).toBeVisible();
    await page.context().close();
  });
});

test.describe('in English', () => {
  const language = 'en-US';
  const words = WORDS[language];

  test(`${language}: digits, five wrong ones, a used link`, async ({ browser }) => {
    const page = await tablet(browser, language);
    const { digits, typedUrl, url } = await offer();
    await page.goto(typedUrl);
    const field = page.getByLabel(words.digits);
    const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
    for (let at = 0; at < 4; at += 1) {
      await field.fill(wrong);
      await expect(page.getByText(words.triesLeft)).toContainText(String(4 - at));
    }
    await field.fill(wrong);
    await expect(page.getByText(words.locked)).toBeVisible();
    const other = await tablet(browser, language);
    await other.goto(url);
    await expect(other.getByText(words.locked)).toBeVisible();
    const next = await offer();
    await field.fill(next.digits);
    await answer('screens.approve', await checkOn(page, language));
    await expect(page.getByText(words.in).first()).toBeVisible();
    await other.goto('about:blank');
    await other.goto(next.url);
    await expect(other.getByText(words.used)).toBeVisible();
    await page.context().close();
    await other.context().close();
  });
});

test('a restarted desk knows who is in, and no request of before', async ({ browser }) => {
  const page = await tablet(browser, 'zh-CN');
  await page.goto((await offer()).url);
  await answer('screens.approve', await checkOn(page, 'zh-CN'));
  await expect(page.getByText(WORDS['zh-CN'].in).first()).toBeVisible();
  const waiting = await tablet(browser, 'en-US');
  await waiting.goto((await offer()).url);
  await checkOn(waiting, 'en-US');
  const { pid } = open.desk.announced;
  process.kill(pid, 'SIGKILL');
  await coreOtherThan(open.desk.dataFolder, pid);
  await expect(waiting.getByText(WORDS['en-US'].gone)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByText(WORDS['zh-CN'].in).first()).toBeVisible();
  await page.context().close();
  await waiting.context().close();
});

test('a browser source is let in without typing', async ({ browser }) => {
  const page = await tablet(browser, 'zh-CN');
  await page.goto((await offer('overlay')).url);
  const hint = page.getByText('等中控台同意');
  await expect(hint).toBeVisible();
  const check = /\d{4}/.exec((await hint.textContent()) ?? '')?.[0] ?? '';
  await answer('screens.approve', check);
  await expect(hint).toBeHidden();
  await open.operator.until(() => newestScreens(open.operator)?.screens[0]?.isConnected === true);
  await page.context().close();
});

test('a page of another origin reaches neither socket nor pairing, whoever is paired', async ({
  browser,
}) => {
  const { address, port } = open;
  const page = await tablet(browser, 'zh-CN');
  await page.goto((await offer()).url);
  await answer('screens.approve', await checkOn(page, 'zh-CN'));
  await expect(page.getByText(WORDS['zh-CN'].in).first()).toBeVisible();
  const evil = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>evil</title>');
  });
  await new Promise<void>((resolve) => evil.listen(0, address, resolve));
  const bound = evil.address();
  const evilPort = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const victim = await page.context().newPage();
  await victim.goto(`http://${address}:${evilPort}/`);
  const seen = await victim.evaluate(async (target) => {
    const socket = (path: string) =>
      new Promise<string>((resolve) => {
        const line = new WebSocket(`ws://${target}${path}?EIO=4&transport=websocket`);
        line.addEventListener('open', () => resolve('open'));
        line.addEventListener('error', () => resolve('refused'));
      });
    const ask = (init: RequestInit) =>
      fetch(`http://${target}/pair`, init).then(
        (answer) => `read ${answer.type}`,
        () => 'unreadable',
      );
    const json = { 'content-type': 'application/json' };
    return [
      await socket('/socket.io/'),
      await socket('/socket.io-cli/'),
      await ask({ method: 'POST', headers: json, body: '{}', credentials: 'include' }),
      await ask({ method: 'POST', mode: 'no-cors', body: '{}', credentials: 'include' }),
    ];
  }, `${address}:${port}`);
  expect(seen).toEqual([
    'refused',
    'refused',
    'unreadable',
    expect.stringMatching(/opaque|unread/),
  ]);
  expect(newestScreens(open.operator)?.requests).toEqual([]);
  await page.context().close();
  await new Promise((resolve) => evil.close(resolve));
});
