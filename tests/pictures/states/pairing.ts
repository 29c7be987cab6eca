import { once } from 'node:events';
import { createServer } from 'node:net';

import type { Page } from '@playwright/test';

import { networkAddress } from '#tests/support/host-matrix.ts';
import { coreOtherThan } from '#tests/support/running-desk.ts';

import type { OpenedDesk, Studio } from '../studio.ts';

type Tablets = { readonly zh: Page; readonly en: Page };

const TABLET = {
  zh: { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 1180, height: 820 } },
  en: { locale: 'en-US', colorScheme: 'light', viewport: { width: 820, height: 1180 } },
} as const;
const WAITING = /等中控台同意|Waiting for the desk/;
const IN = /已连中控|就这样|Use this|Linked/;

/** Devices that want in, seen from the desk and from the device. */
export async function pairingStates(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  try {
    await open.playDemo();
    await open.operator.must('screens.listen', { address: networkAddress() });
    await requestStates(studio, open);
    await digitStates(studio, open);
    await lateStates(studio, open);
    await takenPortState(studio, open);
  } finally {
    await open.close();
  }
}

const offer = (open: OpenedDesk) => open.operator.must('screens.offer', { role: 'anchor' });

/** A device that was asked for its place before, and chose the light picture in English. */
async function tablet(studio: Studio, language: 'zh' | 'en'): Promise<Page> {
  const page = await studio.page(TABLET[language]);
  const theme = language === 'zh' ? 'dark' : 'light';
  const place = JSON.stringify({ diagonalInches: 11, distanceMetres: 2, theme });
  await page.addInitScript(`localStorage.setItem('cuedesk.viewingPlace', '${place}')`);
  return page;
}

/** Two tablets, each with an offer of its own. */
async function tablets(studio: Studio, open: OpenedDesk, how: 'link' | 'typed'): Promise<Tablets> {
  const pages = { zh: await tablet(studio, 'zh'), en: await tablet(studio, 'en') };
  for (const language of ['zh', 'en'] as const) {
    const made = await offer(open);
    await pages[language].goto(how === 'link' ? made.url : made.typedUrl);
    if (how === 'link') await pages[language].getByText(WAITING).waitFor();
  }
  return pages;
}

async function shownOn({ zh, en }: Tablets, words: RegExp, timeout = 30_000): Promise<void> {
  await Promise.all([zh, en].map((page) => page.getByText(words).first().waitFor({ timeout })));
}

async function closeTablets({ zh, en }: Tablets): Promise<void> {
  await Promise.all([zh.context().close(), en.context().close()]);
}

async function answerAll(
  open: OpenedDesk,
  how: 'screens.approve' | 'screens.refuse',
): Promise<void> {
  for (const { id } of open.slice('screens')?.requests ?? []) {
    await open.operator.must(how, { requestId: id });
  }
}

async function requestStates(studio: Studio, open: OpenedDesk): Promise<void> {
  let pages = await tablets(studio, open, 'link');
  await studio.step('tablet-waiting', () => studio.takeBoth(pages, 'tablet-waiting'));
  await studio.step('pairing-request', async () => {
    await open.shown(/想连进来|asks to connect/);
    await studio.takeBoth(open, 'pairing-request');
    await open.press(/副屏未连|No screens|主播屏 ×|Host/);
    await studio.takeBoth(open, 'pairing-request-sheet');
    await open.closeSheet();
  });
  await studio.step('tablet-refused', async () => {
    await answerAll(open, 'screens.refuse');
    await shownOn(pages, /没有同意|did not let this device in/);
    await studio.takeBoth(pages, 'tablet-refused');
  });
  await closeTablets(pages);
  await studio.step('tablet-revoked', async () => {
    pages = await tablets(studio, open, 'link');
    await open.operator.until(() => open.slice('screens')?.requests.length === 2);
    await answerAll(open, 'screens.approve');
    await shownOn(pages, IN);
    for (const { id, role } of open.slice('screens')?.screens ?? []) {
      if (role === 'anchor') await open.operator.must('screens.revoke', { screenId: id });
    }
    await shownOn(pages, /已解除这块屏幕的配对|has unpaired this screen/);
    await studio.takeBoth(pages, 'tablet-revoked');
    await closeTablets(pages);
  });
}

async function digitStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { digits, typedUrl, url } = await offer(open);
  const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
  const pages = { zh: await tablet(studio, 'zh'), en: await tablet(studio, 'en') };
  await Promise.all([pages.zh.goto(typedUrl), pages.en.goto(typedUrl)]);
  const type = async (page: Page, text: string): Promise<void> => {
    const field = page.getByLabel(/六位配对数字|Six pairing digits/);
    await field.fill(text);
    await page.locator('button[type=submit]:enabled').waitFor();
  };
  await studio.step('tablet-wrong-digits', async () => {
    await type(pages.zh, wrong);
    await type(pages.en, wrong);
    await shownOn(pages, /还能试|Tries left/);
    await studio.takeBoth(pages, 'tablet-wrong-digits');
  });
  await studio.step('tablet-locked', async () => {
    for (let tries = 0; tries < 3; tries += 1) await type(pages.zh, wrong);
    await type(pages.en, wrong);
    await shownOn(pages, /试错太多次|this code is void/);
    await studio.takeBoth(pages, 'tablet-locked');
  });
  await studio.step('tablet-expired', async () => {
    const next = await offer(open);
    const first = await tablet(studio, 'zh');
    await first.goto(next.url);
    await first.getByText(WAITING).waitFor();
    for (const page of [pages.zh, pages.en]) {
      await page.goto('about:blank');
      await page.goto(next.url === url ? url : next.url);
    }
    await shownOn(pages, /已经用过或过期|was used or has expired/);
    await studio.takeBoth(pages, 'tablet-expired');
    await answerAll(open, 'screens.refuse');
    await first.context().close();
  });
  await closeTablets(pages);
}

/** What comes of waiting: nobody answers, the network goes, the desk is restarted. */
async function lateStates(studio: Studio, open: OpenedDesk): Promise<void> {
  let pages = await tablets(studio, open, 'link');
  await studio.step('pairing-offer-expired', async () => {
    await offer(open);
    await open.press(/副屏未连|No screens|主播屏 ×|Host/);
    await open.both((page) =>
      page.getByText(/配对码已过期|The code has expired/).waitFor({ timeout: 180_000 }),
    );
    await studio.takeBoth(open, 'pairing-offer-expired');
    await open.closeSheet();
  });
  await studio.step('tablet-no-answer', async () => {
    await shownOn(pages, /没有及时回应|did not answer in time|in time/, 180_000);
    await studio.takeBoth(pages, 'tablet-no-answer');
  });
  await closeTablets(pages);
  await studio.step('tablet-desk-gone', async () => {
    pages = await tablets(studio, open, 'link');
    const { announced, process: supervisor, dataFolder } = open.desk;
    supervisor.kill('SIGSTOP');
    process.kill(announced.pid, 'SIGKILL');
    await shownOn(pages, /暂时连不上中控台|does not answer just now/);
    await studio.takeBoth(pages, 'tablet-desk-away');
    supervisor.kill('SIGCONT');
    await coreOtherThan(dataFolder, announced.pid);
    await shownOn(pages, /中控台重启过|The desk was restarted/, 60_000);
    await studio.takeBoth(pages, 'tablet-desk-gone');
    await closeTablets(pages);
  });
}

/** Another program took the port at which paired screens look for the desk. */
async function takenPortState(studio: Studio, open: OpenedDesk): Promise<void> {
  await studio.step('screens-port-taken', async () => {
    const address = networkAddress();
    const port = open.slice('screens')?.listen?.port ?? 0;
    await open.operator.must('screens.close', {});
    const other = createServer();
    other.listen({ host: address, port, exclusive: true });
    await once(other, 'listening');
    try {
      await open.operator.must('screens.listen', { address });
      await open.press(/副屏未连|No screens|主播屏 ×|Host/);
      await open.shown(/被别的程序占用|has taken port/);
      await studio.takeBoth(open, 'screens-port-taken');
      await open.closeSheet();
    } finally {
      other.close();
    }
  });
}
