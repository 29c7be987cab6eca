import { once } from 'node:events';
import { createServer } from 'node:net';

import type { Page } from '@playwright/test';

import { networkAddress } from '#tests/support/host-matrix.ts';
import { coreOtherThan } from '#tests/support/running-desk.ts';

import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

const WAITING = /等中控台同意|Waiting for the desk/;
const IN = /已连中控|就这样|Use this|Linked/;
const SCREENS_CHIP = /副屏未连|No screens|主播屏 ×|Host ×/;

/** Devices that want in, seen from the desk and from the device. */
export async function pairingStates(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  try {
    await open.playDemo();
    await open.operator.must('screens.listen', { address: networkAddress() });
    await requestStates(studio, open);
    await digitStates(studio, open);
    if (studio.camera.isPatient) await lateStates(studio, open);
    await goneState(studio, open);
    await takenPortState(studio, open);
  } finally {
    await open.close();
  }
}

const offer = (open: OpenedDesk) => open.operator.must('screens.offer', { role: 'anchor' });

async function askingTablet(studio: Studio, open: OpenedDesk): Promise<Page> {
  const page = await studio.tablet();
  await page.goto((await offer(open)).url);
  await page.getByText(WAITING).waitFor();
  return page;
}

async function shownOn(page: Page, words: RegExp, timeout = 30_000): Promise<void> {
  await page.getByText(words).first().waitFor({ timeout });
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
  let page = await askingTablet(studio, open);
  await studio.step('tablet-waiting', () => studio.take(page, 'tablet-waiting', 'screen'));
  await studio.step('pairing-request', async () => {
    await open.shown(/想连进来|asks to connect/);
    await studio.take(open.page, 'pairing-request', 'trouble');
    await open.press(SCREENS_CHIP);
    await studio.take(open.page, 'pairing-request-sheet', 'trouble');
    await open.closeSheet();
  });
  await studio.step('tablet-refused', async () => {
    await answerAll(open, 'screens.refuse');
    await shownOn(page, /没有同意|did not let this device in/);
    await studio.take(page, 'tablet-refused', 'screen');
  });
  await page.context().close();
  await studio.step('tablet-revoked', async () => {
    page = await askingTablet(studio, open);
    await open.operator.until(() => open.slice('screens')?.requests.length === 1);
    await answerAll(open, 'screens.approve');
    await shownOn(page, IN);
    for (const { id, role } of open.slice('screens')?.screens ?? []) {
      if (role === 'anchor') await open.operator.must('screens.revoke', { screenId: id });
    }
    await shownOn(page, /已解除这块屏幕的配对|has unpaired this screen/);
    await studio.take(page, 'tablet-revoked', 'screen');
    await page.context().close();
  });
}

async function digitStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { digits, typedUrl } = await offer(open);
  const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
  const page = await studio.tablet();
  await page.goto(typedUrl);
  const type = async (text: string): Promise<void> => {
    await page.getByLabel(open.t('pairing.digits')).fill(text);
    await page.locator('button[type=submit]:enabled').waitFor();
  };
  await studio.step('tablet-wrong-digits', async () => {
    await type(wrong);
    await shownOn(page, open.words('pairing.triesLeft'));
    await studio.take(page, 'tablet-wrong-digits', 'screen');
  });
  await studio.step('tablet-locked', async () => {
    for (let tries = 0; tries < 4; tries += 1) await type(wrong);
    await shownOn(page, open.words('pairing.locked'));
    await studio.take(page, 'tablet-locked', 'screen');
  });
  await studio.step('tablet-expired', async () => {
    const next = await offer(open);
    const first = await studio.tablet();
    await first.goto(next.url);
    await first.getByText(WAITING).waitFor();
    await page.goto('about:blank');
    await page.goto(next.url);
    await shownOn(page, open.words('pairing.expired'));
    await studio.take(page, 'tablet-expired', 'screen');
    await answerAll(open, 'screens.refuse');
    await first.context().close();
  });
  await page.context().close();
}

/** What comes of waiting: nobody answers, a code grows old. */
async function lateStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const page = await askingTablet(studio, open);
  await studio.step('pairing-offer-expired', async () => {
    await offer(open);
    await open.press(SCREENS_CHIP);
    await open.page.getByText(open.words('screens.offerExpired')).waitFor({ timeout: 180_000 });
    await studio.take(open.page, 'pairing-offer-expired', 'trouble');
    await open.closeSheet();
  });
  await studio.step('tablet-no-answer', async () => {
    await shownOn(page, /没有及时回应|did not answer in time|in time/, 180_000);
    await studio.take(page, 'tablet-no-answer', 'screen');
  });
  await page.context().close();
}

/** The desk goes while a tablet waits, and is restarted. */
async function goneState(studio: Studio, open: OpenedDesk): Promise<void> {
  await studio.step('tablet-desk-gone', async () => {
    const page = await askingTablet(studio, open);
    const { announced, process: supervisor, dataFolder } = open.desk;
    supervisor.kill('SIGSTOP');
    process.kill(announced.pid, 'SIGKILL');
    await shownOn(page, open.words('pairing.stillTrying'));
    await studio.take(page, 'tablet-desk-away', 'screen');
    supervisor.kill('SIGCONT');
    await coreOtherThan(dataFolder, announced.pid);
    await shownOn(page, /中控台重启过|The desk was restarted/, 60_000);
    await studio.take(page, 'tablet-desk-gone', 'screen');
    await page.context().close();
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
      await open.press(SCREENS_CHIP);
      await open.shown(/被别的程序占用|has taken port/);
      await studio.take(open.page, 'screens-port-taken', 'trouble');
      await open.closeSheet();
    } finally {
      other.close();
    }
  });
}
