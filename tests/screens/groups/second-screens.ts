import type { Page } from '@playwright/test';

import { ANCHOR_VIEWS } from '#shared/model/stage.ts';
import { OVERLAY_LOOKS } from '#shared/model/overlay-look.ts';

import { OWN_THEME } from '../camera.ts';
import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

const LYING = { width: 1180, height: 820 };
const UPRIGHT = { width: 820, height: 1180 };
const PICTURES = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
] as const;

/** Opens the link of an offer on this page, and lets it in. */
async function letIn(
  open: OpenedDesk,
  page: Page,
  role: 'anchor' | 'overlay',
  linkOf: (url: string) => string,
): Promise<void> {
  const { operator } = open;
  const offer = await operator.must('screens.offer', { role });
  const asked = page.goto(linkOf(offer.url));
  await operator.until(() => (open.slice('screens')?.requests ?? []).length > 0);
  await asked;
  for (const { id } of open.slice('screens')?.requests ?? []) {
    await operator.must('screens.approve', { requestId: id });
  }
  await operator.until(() =>
    (open.slice('screens')?.screens ?? []).some((one) => one.role === role && one.isConnected),
  );
}

export async function pairedAnchor(studio: Studio, open: OpenedDesk): Promise<Page> {
  const page = await studio.tablet(LYING);
  await letIn(open, page, 'anchor', (url) => url);
  await page.getByText(open.t('anchor.linked')).first().waitFor();
  return page;
}

const PHONE = { width: 390, height: 780 };

/** The phone of whoever looks after stock. */
export async function pairedPhone(studio: Studio, open: OpenedDesk): Promise<Page> {
  const page = await studio.tablet(PHONE);
  const { url } = await open.operator.must('screens.offer', { role: 'assistant', trade: 'stock' });
  await page.goto(url);
  await open.operator.until(() => (open.slice('screens')?.requests ?? []).length > 0);
  for (const { id } of open.slice('screens')?.requests ?? []) {
    await open.operator.must('screens.approve', { requestId: id });
  }
  await page.getByRole('radio').first().waitFor();
  return page;
}

/** The anchor's screen with a cue and a product, both ways round, and its one question. */
export async function anchorScreens(studio: Studio, page: Page): Promise<void> {
  await studio.take(page, 'anchor-landscape', 'screen');
  await page.setViewportSize(UPRIGHT);
  await studio.take(page, 'anchor-portrait', 'screen');
  await page.setViewportSize(LYING);
}

/** Each view without a cue, and the prompter beside one; the device's own menu. */
export async function anchorViews(studio: Studio, open: OpenedDesk, page: Page): Promise<void> {
  const { operator } = open;
  const current = open.slice('cues')?.current ?? null;
  if (current !== null) await operator.must('cue.withdraw', { cueId: current.id });
  for (const [at, view] of ANCHOR_VIEWS.entries()) {
    await page.keyboard.press(String(at + 1));
    await page.setViewportSize(LYING);
    await studio.take(page, `anchor-${view}`, 'screen');
    await page.setViewportSize(UPRIGHT);
    await studio.take(page, `anchor-${view}-upright`, 'screen');
  }
  await page.setViewportSize(LYING);
  await page.keyboard.press('3');
  const card = open.slice('cues')?.deck.find(({ pinnedSlot }) => pinnedSlot === 1);
  if (card === undefined) throw new Error('nothing is pinned to F1');
  await operator.must('cue.send', { kind: card.kind, text: card.text });
  await studio.take(page, 'anchor-prompter-cue', 'screen');
  await page.getByRole('button', { name: open.t('anchor.menu') }).click();
  await studio.take(page, 'anchor-menu', 'screen');
  await page.getByRole('button', { name: open.t('anchor.menuClose') }).click();
  await page.keyboard.press('1');
}

/** The card over the broadcast, in both looks and both shapes. */
export async function overlayScreens(studio: Studio, open: OpenedDesk): Promise<void> {
  const page = await studio.page({
    viewport: PICTURES[0],
    colorScheme: OWN_THEME[studio.language],
  });
  await letIn(open, page, 'overlay', (url) => url);
  for (const look of OVERLAY_LOOKS) {
    await open.operator.must('settings.change', { overlayLook: look });
    await page.locator(`html[data-look=${look}]`).waitFor();
    await page.locator('article').waitFor();
    for (const size of PICTURES) {
      await page.setViewportSize(size);
      await studio.take(page, `overlay-${look}-${size.width}x${size.height}`, 'plain');
    }
  }
  await open.operator.must('settings.change', { overlayLook: 'night' });
  await page.context().close();
}
