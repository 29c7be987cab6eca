import type { Page } from '@playwright/test';

import { networkAddress } from '#tests/support/host-matrix.ts';

import type { SettingsGroup } from '#renderer/store/desk-store.ts';
import { RoomId } from '#shared/model/ids.ts';
import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

const PHONE = { width: 390, height: 844 };
/** Parts of the settings that lie below the first screen of them. */
const SETTINGS: readonly SettingsGroup[] = ['keys', 'desk', 'alerts', 'words', 'screens', 'more'];
const TRADES = ['stock', 'service', 'ads'] as const;

const WORDS = {
  'zh-CN': {
    room: '服饰二号间',
    obs: '主机 OBS',
    hook: '自家后台',
    said: '十点整抽三个',
    problem: '3 号链接的券领不到',
  },
  en: {
    room: 'Apparel, room two',
    obs: 'Main OBS',
    hook: 'Back office',
    said: 'Three bags at ten sharp',
    problem: 'The coupon of link 3 does not load',
  },
} as const;

/** What stands beside a running show: promises, places of a pin, rooms, assistants, settings. */
export async function asideScreens(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  try {
    await open.playDemo();
    await open.operator.must('shelf.arm', { linkNumber: 2 });
    await open.pressKey('push.go');
    await studio.step('promises', () => promiseStates(studio, open));
    await studio.step('bars', () => barStates(studio, open));
    await studio.step('outlets', () => outletStates(studio, open));
    await studio.step('assistants', () => assistantStates(studio, open));
    await studio.step('handover', () => sheetState(studio, open, 'handover', 'handover.open'));
    await studio.step('stage', () => sheetState(studio, open, 'stage', 'stage.open'));
    await studio.step('rooms', async () => {
      const name = WORDS[studio.language].room;
      const currency = studio.language === 'en' ? 'USD' : 'CNY';
      await open.operator.must('room.create', {
        roomId: RoomId.parse('two'),
        name,
        timeZone: 'UTC',
        currency,
      });
      await sheetState(studio, open, 'rooms', 'rooms.open');
    });
    await studio.step('settings', () => settingStates(studio, open));
  } finally {
    await open.close();
  }
}

async function sheetState(
  studio: Studio,
  open: OpenedDesk,
  name: string,
  key: Parameters<OpenedDesk['command']>[0],
): Promise<void> {
  await open.command(key);
  await open.page.getByRole('dialog').waitFor();
  await studio.take(open.page, name, 'desk', 300);
  await open.closeSheet();
}

/** One that runs, one that is late, one without a time, one that was kept. */
async function promiseStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { operator, language } = open;
  const ids = (open.slice('shelf')?.items ?? []).map(({ productId }) => productId);
  const none = { units: null, priceMinor: null, text: '', productId: null } as const;
  const of = (at: number) => ids[at] ?? null;
  const kept = await operator.must('promise.make', {
    ...none,
    promiseKind: 'restock',
    productId: of(3),
    units: 50,
    dueInMs: 600_000,
  });
  await operator.must('promise.settle', { promiseId: kept.promiseId, outcome: 'kept' });
  await operator.must('promise.make', {
    ...none,
    promiseKind: 'limited',
    productId: of(1),
    units: 200,
    dueInMs: 1_062_000,
  });
  await operator.must('promise.make', {
    ...none,
    promiseKind: 'other',
    text: WORDS[language].said,
    dueInMs: 1_000,
  });
  await operator.must('promise.make', {
    ...none,
    promiseKind: 'priceOpen',
    productId: of(2),
    priceMinor: 23_900,
    dueInMs: 300_000,
  });
  await sheetState(studio, open, 'promises', 'promise.open');
  // Where the pointer rested a figure would open what stands behind it.
  await open.page.mouse.move(640, 420);
  await studio.take(open.page, 'desk-promises', 'desk', 300);
}

/** What a key opens at the foot of a part: a slip, a note to a mark, a line for the chat, a warning. */
async function barStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  for (const [name, key] of [
    ['slip', 'k'],
    ['bookmark', 'b'],
    ['bookmark-note', '`'],
    ['chat-write', 'c'],
    ['warning-form', 'g'],
  ] as const) {
    await page.locator('body').press(key);
    await studio.take(page, name, 'trouble', 300);
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
  }
  await page
    .getByRole('tab', { name: open.words('thanks.tab') })
    .first()
    .click();
  await studio.take(page, 'thanks', 'trouble', 300);
  await page
    .getByRole('tab', { name: open.words('triggers.tab') })
    .first()
    .click();
}

/** An OBS that cannot be reached with its microphone, and somebody's own back office. */
async function outletStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { operator, page } = open;
  const { obs, hook } = WORDS[studio.language];
  await operator.must('outlet.put', {
    outletId: null,
    name: obs,
    config: {
      kind: 'obs',
      address: 'ws://127.0.0.1:9',
      showScene: '',
      showSource: '',
      switchScene: '',
      textSource: '',
      textTemplate: '',
      microphone: open.typed('Mic'),
      voiceAboveDb: -40,
    },
  });
  await operator.must('outlet.put', {
    outletId: null,
    name: hook,
    config: { kind: 'webhook', url: open.typed('http://127.0.0.1:9/cuedesk') },
  });
  await sheetState(studio, open, 'outlets', 'palette.outlets');
  await page.mouse.move(640, 420);
}

/** An assistant's phone of each trade, and what one of them said, on the desk. */
async function assistantStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { operator, language } = open;
  await operator.must('screens.listen', { address: networkAddress() });
  for (const trade of TRADES) {
    const phone = await studio.page({ viewport: PHONE });
    const offer = await operator.must('screens.offer', { role: 'assistant', trade });
    await phone.goto(offer.url);
    await operator.until(() => (open.slice('screens')?.requests ?? []).length > 0);
    for (const { id } of open.slice('screens')?.requests ?? []) {
      await operator.must('screens.approve', { requestId: id });
    }
    await phone.getByRole('radio').first().waitFor();
    if (trade === 'service') await tellProblem(open, phone, WORDS[language].problem);
    await studio.take(phone, `assistant-${trade}`, 'screen', 300);
    await phone.context().close();
  }
  await operator.until(() => (open.slice('team')?.answers ?? []).length > 0);
  await studio.take(open.page, 'team-answer', 'desk', 300);
}

async function tellProblem(open: OpenedDesk, phone: Page, text: string): Promise<void> {
  await phone.getByRole('button', { name: open.t('assistant.answer.coupon_on') }).click();
  await phone.getByRole('button', { name: open.t('assistant.answer.problem') }).click();
  await phone
    .getByRole('textbox', { name: open.t('assistant.problemHint') })
    .fill(open.typed(text));
  await phone.getByRole('button', { name: open.t('assistant.problemSend') }).click();
  await phone.getByRole('listitem').nth(1).waitFor();
}

/** Each group of the settings at the top of the sheet. */
async function settingStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  await open.command('palette.settings');
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  for (const group of SETTINGS) {
    await sheet.locator(`[data-group="${group}"]`).evaluate((part) => part.scrollIntoView());
    await studio.take(page, `settings-${group}`, 'trouble', 300);
  }
  await open.closeSheet();
}
