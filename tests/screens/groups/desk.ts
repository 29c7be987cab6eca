import { expect } from '@playwright/test';

import { networkAddress } from '#tests/support/host-matrix.ts';

import { FIRST_ALERT_SETTINGS } from '#shared/model/alert-rule.ts';
import { PRESET_RULES } from '#shared/rules/alerts/preset-rules.ts';
import type { OpenedDesk } from '../opened-desk.ts';
import { ShowWork, workTheShow } from '../show-work.ts';
import type { Studio } from '../studio.ts';
import { reviewScreens } from './review.ts';
import { anchorScreens, anchorViews, overlayScreens, pairedAnchor } from './second-screens.ts';
import { sheetScreens } from './sheets.ts';
import { shelfGroupStates } from './shelf-groups.ts';
import { windowScreens } from './windows.ts';

/** The desk and its second screens during the demo show, and what comes after it. */
export async function deskScreens(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  const { page } = open;
  const work = new ShowWork(open, studio.camera.isPatient);
  try {
    await open.playDemo();
    await open.operator.must('screens.listen', { address: networkAddress() });
    const anchor = await pairedAnchor(studio, open);
    await studio.step('anchor-idle', () => studio.take(anchor, 'anchor-idle', 'screen'));
    await workTheShow(work, anchor);
    await studio.step('desk', () => studio.take(page, 'desk', 'desk'));
    await studio.step('anchor', () => anchorScreens(studio, anchor));
    await studio.step('anchor-views', () => anchorViews(studio, open, anchor));
    await anchor.context().close();
    await studio.step('overlay', () => overlayScreens(studio, open));
    await studio.step('live', () => liveStates(studio, open, work));
    if (studio.camera.isPatient) await windowScreens(studio, open);
    await sheetScreens(studio, open);
    if (studio.camera.isPatient) {
      await studio.step('source-lost', async () => {
        await work.until(98.6);
        await studio.take(page, 'source-lost', 'desk');
      });
      await work.until(104);
    }
    await reviewScreens(studio, open);
  } finally {
    await open.close();
  }
}

/** What the desk itself can look like while a show runs. */
async function liveStates(studio: Studio, open: OpenedDesk, work: ShowWork): Promise<void> {
  const { page, operator } = open;
  await studio.step('armed', async () => {
    await operator.must('shelf.arm', { linkNumber: 5 });
    await open.button('push.go').waitFor();
    await studio.take(page, 'desk-armed', 'desk', 300);
  });
  await studio.step('pushed', async () => {
    await new ShowWork(open, false).push(5);
    await open.shown(open.words('push.sent'));
    await studio.take(page, 'desk-pushed', 'trouble', 300);
  });
  await studio.step('selected', async () => {
    // Where the pointer rested a figure may have opened what stands behind it.
    await page.mouse.move(640, 420);
    await pickRow(open, '[data-row-key]', 3);
    await studio.take(page, 'chat-selected', 'trouble', 300);
    await open.pressKey('chat.deselect');
  });
  await studio.step('person', () => personState(studio, open));
  await studio.step('figure', async () => {
    const strip = page.getByRole('list', { name: open.t('metrics.label') });
    await strip.getByRole('button', { name: open.t('metric.ordersPaid') }).hover();
    await strip.getByRole('table').waitFor();
    await studio.take(page, 'desk-figure', 'desk', 300);
    await page.mouse.move(640, 420);
  });
  await studio.step('questions', async () => {
    await page.keyboard.press('q');
    await page.getByRole('listbox', { name: open.t('questions.list') }).waitFor();
    await studio.take(page, 'desk-questions', 'desk', 300);
    await page.keyboard.press('Escape');
    await page
      .getByRole('tab', { name: open.t('chat.tab.all') })
      .first()
      .click();
  });
  await studio.step('alerts', () => alertState(studio, open, work));
  await studio.step('palette', async () => {
    await page.keyboard.press('Control+k');
    await studio.take(page, 'palette', 'desk', 300);
    await page.keyboard.insertText('§§§');
    await studio.take(page, 'palette-nothing', 'trouble', 300);
    await page.keyboard.press('Escape');
  });
  await studio.step('keys', async () => {
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: open.t('keys.title') }).waitFor();
    await studio.take(page, 'keys', 'desk', 300);
    await page.keyboard.press('Escape');
  });
  await studio.step('shelf-groups', () => shelfGroupStates(studio, open));
  await studio.step('paused', async () => {
    await operator.must('show.pause', {});
    await open.button('topBar.resume').waitFor();
    await studio.take(page, 'desk-paused', 'desk');
    await operator.must('show.resume', {});
  });
}

/**
 * Picks a row in the language of the screen: what is said of it stands outside the list too. Rows that
 * come in while the pointer is on its way may take the place of the one that is pressed.
 */
async function pickRow(open: OpenedDesk, selector: string, place: number): Promise<void> {
  const rows = open.page.locator(selector);
  const readable = open.language === 'en' ? rows.filter({ hasNotText: /\p{Script=Han}/u }) : rows;
  await expect(async () => {
    // The list stands still under a pointer.
    await readable.nth(place).hover({ timeout: 5_000 });
    await readable.nth(place).click({ timeout: 5_000 });
    await open.button('chat.deselect').waitFor({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

/** Somebody's card with a note and marks, beside the chat where they stand too. */
async function personState(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  await pickRow(open, '[data-row-key][data-kind="chat"]', -4);
  await page.keyboard.press('i');
  const card = page.getByRole('dialog', { name: open.t('person.title') });
  await card.getByRole('table').waitFor();
  await card.getByRole('button', { name: open.t('person.mark.vip') }).click();
  await card.getByRole('list').getByText(open.t('person.until.ever')).first().waitFor();
  await card.getByLabel(open.t('person.span')).selectOption('week');
  await card.getByRole('button', { name: open.t('person.mark.careful') }).click();
  const note = {
    'zh-CN': '爱问发货时间，回得快就下单。',
    en: 'Asks when it ships; buys when answered.',
  };
  await card
    .getByRole('textbox', { name: open.t('person.note') })
    .fill(open.typed(note[open.language]));
  await card.getByRole('button', { name: open.t('person.noteSave') }).click();
  await card.getByText(open.t('person.noteSaved')).waitFor();
  await studio.take(page, 'person-card', 'desk', 300);
  await page.keyboard.press('Escape');
  await open.pressKey('chat.deselect');
}

/** A rule that any minute of the demo breaks, its alert, and the deck again. */
async function alertState(studio: Studio, open: OpenedDesk, work: ShowWork): Promise<void> {
  const { page, operator } = open;
  const before = open.slice('settings')?.alerts ?? FIRST_ALERT_SETTINGS;
  const rule = PRESET_RULES.find(({ id }) => id === 'chat-thin');
  if (rule?.test.kind !== 'threshold') throw new Error('no rule with a limit');
  const strict = { ...rule, holdMin: 1, test: { ...rule.test, value: 100_000, windowMin: 1 } };
  await operator.must('settings.change', { alerts: { ...before, rules: [strict] } });
  const ruleId = strict.id;
  const isSaid = () => open.slice('alerts')?.alerts.some((alert) => alert.ruleId === ruleId);
  await work.hurry(operator.until(() => isSaid() === true));
  await page.keyboard.press('a');
  await page.getByRole('list', { name: open.t('alerts.open') }).waitFor();
  await studio.take(page, 'desk-alerts', 'desk', 300);
  await page
    .getByRole('tab', { name: open.t('cues.title') })
    .first()
    .click();
  await operator.must('settings.change', { alerts: before });
}
