import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

/** The end of the show, its review from top to bottom, the list of past shows, and a replay. */
export async function reviewScreens(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  await studio.step('review', async () => {
    await open.pressKey('topBar.end');
    await open.pressKey('topBar.endSure');
    await page.getByRole('region', { name: open.t('review.totals'), exact: true }).waitFor();
    await studio.take(page, 'review', 'desk');
  });
  await studio.step('review-table', async () => {
    const section = page.getByRole('region', { name: open.t('review.timeline') });
    await section.getByRole('tab', { name: open.t('review.table') }).click();
    await section.scrollIntoViewIfNeeded();
    await studio.take(page, 'review-minutes', 'desk');
    await page.locator('#review-incidents').scrollIntoViewIfNeeded();
    await studio.take(page, 'review-end', 'desk');
  });
  await studio.step('past-shows', async () => {
    await open.pressKey('review.newShow');
    await open.button('setUp.demoStart').waitFor();
    await page
      .getByRole('button', { name: open.words('setUp.replayNamed') })
      .first()
      .waitFor();
    await studio.take(page, 'past-shows', 'desk');
  });
  await studio.step('replay', async () => {
    await page
      .getByRole('button', { name: open.words('setUp.replayNamed') })
      .first()
      .click();
    await page.locator('[data-row-key]').first().waitFor();
    await studio.take(page, 'replay', 'trouble');
  });
}
