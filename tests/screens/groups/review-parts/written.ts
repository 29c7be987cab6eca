import { demoShows } from '#core/feeds/simulator/demo-show.ts';
import type { ShowId } from '#shared/model/ids.ts';
import { pngOf } from '#tests/support/sample-images.ts';

import type { OpenedDesk } from '../../opened-desk.ts';
import { EVENING_TS } from '../../review-shows.ts';
import type { Studio } from '../../studio.ts';
import { openReview } from './open-review.ts';

const MINUTE_MS = 60_000;
const WORDS = {
  'zh-CN': {
    note: '灯光偏黄，衬衫颜色看着不准',
    later: '有人问尺码，答得慢了',
    owner: '小林',
    coupon: '满 199 减 20',
    bag: '整点福袋',
  },
  en: {
    note: 'Light too warm: the shirt looks yellow',
    later: 'Sizes were asked for, the answer came late',
    owner: 'Marta',
    coupon: '20 off from 199',
    bag: 'Lucky bag on the hour',
  },
} as const;

/** What people add to a review: notes with a photo, items to do better, benefits; a chosen stretch. */
export async function writtenStates(
  studio: Studio,
  open: OpenedDesk,
  showId: ShowId,
): Promise<void> {
  const { page, operator, language } = open;
  const words = WORDS[language];
  for (const text of Object.values(words)) open.typed(text);
  await studio.step('timeline', () => timelineStates(studio, open));
  await studio.step('notes', async () => {
    await operator.must('bookmark.addAt', {
      showId,
      ts: EVENING_TS + 9 * MINUTE_MS,
      note: words.note,
    });
    await operator.must('bookmark.addAt', {
      showId,
      ts: EVENING_TS + 21 * MINUTE_MS,
      note: words.later,
    });
    await openReview(open, 'evening');
    const list = page.getByRole('region', { name: open.t('note.list') });
    await list
      .getByRole('listitem')
      .filter({ hasText: words.note })
      .getByRole('button', { name: open.words('note.editNamed') })
      .click();
    await list.locator('input[type=file]').setInputFiles({
      name: 'shirt.png',
      mimeType: 'image/png',
      buffer: pngOf(640, 400),
    });
    await list.getByRole('button', { name: open.t('note.removePhoto') }).waitFor();
    await list.evaluate((part) => part.scrollIntoView({ block: 'center' }));
    await studio.take(page, 'note-edited', 'trouble', 300);
    await list.getByRole('button', { name: open.t('note.keep') }).click();
    await list.getByRole('button', { name: open.t('note.addAt') }).click();
    await list.getByText(open.t('note.textFault')).waitFor();
    await studio.take(page, 'notes', 'screen', 300);
  });
  await studio.step('improvements', async () => {
    const section = page.locator('#review-improvements');
    await section
      .getByRole('button', { name: open.t('improve.accept') })
      .first()
      .click();
    const owner = section.getByRole('textbox', { name: open.words('improve.ownerOf') });
    await owner.first().fill(words.owner);
    await owner.first().press('Enter');
    await learnItems(open, showId);
    await section.getByRole('button', { name: open.t('improve.write') }).click();
    const form = section.getByRole('form');
    await form.evaluate((part) => part.scrollIntoView({ block: 'center' }));
    await studio.take(page, 'improvement-written', 'trouble', 300);
    await form.press('Escape');
    await section.getByRole('button', { name: open.t('improve.open') }).click();
    await page.getByRole('dialog').getByText(words.owner).first().waitFor();
    await studio.take(page, 'improvements-list', 'screen', 300);
    await open.closeSheet();
  });
  await studio.step('benefits', async () => {
    const product = demoShows[language].products[0];
    if (product !== undefined) open.typed(product.name);
    const base = { productId: null, givenTs: null, quantity: null, claimed: null, redeemed: null };
    await operator.must('benefit.put', {
      showId,
      benefitId: null,
      origin: null,
      fields: {
        ...base,
        kind: 'coupon',
        name: words.coupon,
        givenTs: EVENING_TS + 12 * MINUTE_MS,
        costMinor: 64_000,
        quantity: 200,
        claimed: 143,
        redeemed: 32,
      },
    });
    await operator.must('benefit.put', {
      showId,
      benefitId: null,
      origin: null,
      fields: { ...base, kind: 'lucky_bag', name: words.bag, costMinor: null },
    });
    await page
      .locator('#review-benefits')
      .getByRole('button', { name: open.t('benefits.open'), exact: true })
      .click();
    await page.getByRole('dialog').getByText(words.coupon).waitFor();
    await studio.take(page, 'benefits', 'screen', 300);
    await open.closeSheet();
  });
  await studio.step('export', async () => {
    await page.getByRole('button', { name: open.t('export.open'), exact: true }).click();
    await page.getByRole('menu').waitFor();
    await studio.take(page, 'export-menu', 'screen', 300);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: open.t('group.open'), exact: true }).click();
    const message = page.getByRole('dialog').getByRole('textbox');
    // Words to be changed by whoever sends them: from here on they are that person's.
    open.typed(await message.inputValue());
    await studio.take(page, 'group-message', 'trouble', 300);
    await page.keyboard.press('Escape');
  });
}

/** What was accepted of a finding is kept in the words it had then, for people to change. */
async function learnItems(open: OpenedDesk, showId: ShowId): Promise<void> {
  const { improvements } = await open.operator.must('review.get', { showId });
  for (const { problem, evidence, scheme } of improvements.own) {
    for (const text of [problem, evidence, scheme]) open.typed(text);
  }
}

/** The timeline close up to seconds, a stretch of it held against what is around, its marks listed. */
async function timelineStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  const section = page.locator('#review-timeline');
  const chart = section.getByRole('slider');
  await section.evaluate((part) => part.scrollIntoView({ block: 'start' }));
  await studio.take(page, 'timeline', 'desk');
  await chart.focus();
  for (const key of [
    ...Array<string>(9).fill('ArrowRight'),
    'Enter',
    ...Array<string>(5).fill('ArrowRight'),
    'Enter',
  ]) {
    await page.keyboard.press(key);
  }
  await section.getByRole('table').first().waitFor();
  await section.getByRole('button', { name: open.words('review.zoom.showList') }).click();
  await page.setViewportSize({ width: 1280, height: 1200 });
  await studio.take(page, 'timeline-span', 'screen');
  await page.setViewportSize({ width: 1280, height: 720 });
  await chart.focus();
  for (const key of ['Escape', '+', '+', '+', '+']) await page.keyboard.press(key);
  await section.evaluate((part) => part.scrollIntoView({ block: 'start' }));
  await studio.take(page, 'timeline-seconds', 'screen');
  await chart.focus();
  await page.keyboard.press('0');
}
