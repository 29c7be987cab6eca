import type { MessageKey } from '#renderer/i18n/messages.ts';
import { networkAddress } from '#tests/support/host-matrix.ts';

import type { OpenedDesk } from '../opened-desk.ts';
import { ShowWork } from '../show-work.ts';
import type { Studio } from '../studio.ts';
import { pairedAnchor, pairedPhone } from './second-screens.ts';

/** What a page of the user guide shows, where no other group takes it: one picture in each language. */
export async function guidePictures(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  const work = new ShowWork(open, studio.camera.isPatient);
  try {
    await open.playDemo();
    await open.operator.must('screens.listen', { address: networkAddress() });
    // The first of them stand there before anything was done.
    await studio.step('proposals', async () => {
      await open.page
        .getByText(/Alt ?1/)
        .first()
        .waitFor();
      await studio.take(open.page, 'proposals', 'trouble');
    });
    await stageAndPhone(studio, open, work);
    await onAir(studio, open, work);
    for (const [name, key] of SHEETS) {
      await studio.step(name, () => sheet(studio, open, name, key));
    }
    await studio.step('bridge', () => bridge(studio, open));
    await studio.step('review', () => review(studio, open));
  } finally {
    await open.close();
  }
}

const SHEETS: readonly (readonly [name: string, key: MessageKey])[] = [
  ['library', 'library.open'],
  ['risk-words', 'riskWords.title'],
  ['promises', 'promise.open'],
  ['host', 'stage.open'],
  ['plan', 'plan.open'],
  ['checks', 'checks.open'],
  ['rooms', 'rooms.open'],
  ['outlets', 'palette.outlets'],
];

const SAID = {
  'zh-CN': { promise: '第 3 轮抽三件免单', note: '这里开始刷屏问尺码', slip: '全网最低价' },
  en: {
    promise: 'Three orders for free in round 3',
    note: 'From here on everybody asked for sizes',
    slip: 'the lowest price anywhere',
  },
} as const;

const GROUP = { 'zh-CN': '开场福利', en: 'Opening offers' } as const;

async function stageAndPhone(studio: Studio, open: OpenedDesk, work: ShowWork): Promise<void> {
  const anchor = await pairedAnchor(studio, open);
  await work.block();
  await work.push(1);
  await work.cue(1, anchor);
  await work.answer(anchor, 'done');
  await work.until(9);
  await work.block();
  await work.push(2);
  await work.cue(4, anchor);
  await work.answer(anchor, 'done');
  await studio.step('prompter', async () => {
    await anchor.keyboard.press('3');
    await studio.take(anchor, 'prompter', 'trouble');
  });
  await studio.step('phone', async () => {
    const phone = await pairedPhone(studio, open);
    await studio.take(phone, 'phone', 'trouble');
    await phone.context().close();
  });
  await work.until(24);
  await anchor.context().close();
}

/** What stands on the desk itself: proposals, a group, a slip, a mark with words. */
async function onAir(studio: Studio, open: OpenedDesk, work: ShowWork): Promise<void> {
  const { page, operator } = open;
  const said = SAID[studio.language];
  const items = open.slice('shelf')?.items ?? [];
  await studio.step('groups', async () => {
    await operator.must('shelf.makeGroup', {
      groupName: GROUP[studio.language],
      productIds: items.slice(0, 3).map(({ productId }) => productId),
    });
    await page.locator('[data-group-id]').first().waitFor();
    const said = page.getByRole('status').filter({ hasText: GROUP[studio.language] });
    await said.getByRole('button', { name: open.t('common.close') }).click();
    await studio.take(page, 'groups', 'trouble');
  });
  await operator.must('promise.make', {
    promiseKind: 'other',
    productId: null,
    units: null,
    priceMinor: null,
    text: said.promise,
    dueInMs: 600_000,
  });
  await studio.step('slip', async () => {
    await page.keyboard.press('k');
    const bar = page.getByRole('region', { name: open.t('slips.title') });
    await bar.waitFor();
    await studio.take(page, 'slip', 'trouble');
    await page.keyboard.press('Escape');
  });
  const { seq, showId } = await operator.must('bookmark.add', { note: '' });
  await operator.must('bookmark.note', { showId, seq, note: said.note, image: null });
  await work.until(45);
}

async function sheet(
  studio: Studio,
  open: OpenedDesk,
  name: string,
  key: MessageKey,
): Promise<void> {
  await open.command(key);
  await open.page.getByRole('dialog').waitFor();
  // Where the pointer rested a figure may have opened what stands behind it.
  await open.page.mouse.move(640, 420);
  await studio.take(open.page, name, 'trouble');
  await open.closeSheet();
}

async function bridge(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  await open.command('palette.sources');
  const heading = page.getByRole('heading', { name: open.t('inbound.title') });
  await heading.waitFor();
  await heading.evaluate((element) => element.scrollIntoView());
  await studio.take(page, 'bridge', 'trouble');
  await open.closeSheet();
}

async function review(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  await open.pressKey('topBar.end');
  await open.pressKey('topBar.endSure');
  await page.getByRole('region', { name: open.t('review.totals'), exact: true }).waitFor();
  const part = async (name: string, digit: string): Promise<void> => {
    await studio.step(name, async () => {
      await page.keyboard.press(digit);
      await studio.take(page, name, 'trouble', 2_000);
    });
  };
  await part('findings', '=');
  await page.getByText(open.t('lift.counting')).first().waitFor({ state: 'detached' });
  await part('lift', '7');
  await page.keyboard.press('=');
  await studio.step('improvements', async () => {
    await page
      .getByRole('button', { name: open.words('improve.acceptNamed') })
      .first()
      .click();
    await page
      .getByRole('textbox', { name: open.t('improve.owner') })
      .first()
      .waitFor();
    await page.getByRole('main').evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await studio.take(page, 'improvements', 'trouble');
  });
  await studio.step('notes', async () => {
    const notes = page.getByText(SAID[studio.language].note).last();
    await notes.waitFor();
    await notes.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await studio.take(page, 'notes', 'trouble');
  });
  await studio.step('export', async () => {
    await page.keyboard.press('1');
    await page.getByRole('main').evaluate((element) => element.scrollTo(0, 0));
    await open.pressKey('export.open');
    await page.getByRole('menuitem').first().waitFor();
    await studio.take(page, 'export', 'trouble');
    await page.keyboard.press('Escape');
  });
  for (const [name, key] of AFTERWARDS) {
    await studio.step(name, async () => {
      await open.pressKey(key);
      await page.getByRole('dialog').waitFor();
      if (name === 'platform-import') await pasteFigures(studio, open);
      await studio.take(page, name, 'trouble');
      await open.closeSheet();
    });
  }
  await studio.step('benefits', () => sheet(studio, open, 'benefits', 'benefits.title'));
  await studio.step('shows', () => sheet(studio, open, 'shows', 'shows.openSheet'));
}

/** A platform's table of products: two that the show had, one that it never had. */
const FIGURES = {
  'zh-CN': [
    '商品名称\t商品曝光人数\t商品点击人数\t成交订单数\t成交金额',
    '重磅纯棉T恤\t5210\t820\t141\t8319',
    '立领亚麻衬衫\t6120\t1104\t193\t32617',
    '羊绒围巾\t310\t25\t2\t598',
  ].join('\n'),
  en: [
    'Product name\tProduct impressions\tProduct clicks\tOrders\tGMV',
    'Heavyweight cotton tee\t5210\t820\t141\t2679',
    'Band-collar linen shirt\t6120\t1104\t193\t11194',
    'Cashmere scarf\t310\t25\t2\t118',
  ].join('\n'),
} as const;

async function pasteFigures(studio: Studio, open: OpenedDesk): Promise<void> {
  const field = open.page.getByRole('dialog').getByRole('textbox').first();
  await field.fill(open.typed(FIGURES[studio.language]));
  await open.page.getByRole('dialog').getByRole('table').first().waitFor();
}

/** Buttons in the head of the review. */
const AFTERWARDS: readonly (readonly [name: string, key: MessageKey])[] = [
  ['send', 'group.open'],
  ['platform-import', 'imported.open'],
];
