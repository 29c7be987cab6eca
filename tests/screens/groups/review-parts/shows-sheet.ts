import type { OpenedDesk } from '../../opened-desk.ts';
import { REVIEW_SHOWS } from '../../review-shows.ts';
import type { Studio } from '../../studio.ts';

/** The list of shows with what is done from it, two held against each other, and the look over many. */
export async function showsSheetScreens(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page, language } = open;
  const sheet = page.getByRole('dialog');
  const list = sheet.getByRole('listbox', { name: open.t('shows.title') });
  const row = (name: 'evening' | 'before' | 'empty') =>
    list.getByRole('option').filter({ hasText: REVIEW_SHOWS[name].title[language] });
  await studio.step('screening', async () => {
    await open.pressKey('screening.open');
    await sheet.getByRole('table').first().waitFor();
    await studio.take(page, 'screening-products', 'screen', 300);
    for (const part of ['cues', 'benefits', 'anchors'] as const) {
      await sheet.getByRole('tab', { name: open.t(`screening.part.${part}`) }).click();
      await studio.take(page, `screening-${part}`, 'trouble', 300);
    }
    await open.closeSheet();
  });
  await studio.step('shows', async () => {
    await page.getByRole('button', { name: open.t('review.back'), exact: true }).click();
    await open.pressKey('shows.openSheet');
    await list.waitFor();
    await studio.take(page, 'shows', 'desk', 300);
    for (const part of ['anchors', 'products'] as const) {
      await sheet.getByRole('tab', { name: open.t(`shows.part.${part}`) }).click();
      await studio.take(page, `shows-${part}`, 'trouble', 300);
    }
    await sheet.getByRole('tab', { name: open.words('shows.part.list') }).click();
  });
  await studio.step('merge', async () => {
    await row('evening').locator('[data-mark]').click();
    await row('before').locator('[data-mark]').click();
    await sheet.getByRole('button', { name: open.t('shows.merge') }).click();
    await studio.take(page, 'shows-merge', 'screen', 300);
  });
  await studio.step('compare', async () => {
    await sheet.getByRole('button', { name: open.t('shows.comparePair') }).click();
    await page.getByRole('table').first().waitFor();
    await studio.take(page, 'compare-pair', 'screen');
    await open.closeSheet();
    await list.waitFor();
  });
  await studio.step('compare-earlier', async () => {
    await row('evening').click();
    await sheet.getByRole('button', { name: open.t('shows.compareEarlier') }).click();
    await page.getByRole('table').first().waitFor();
    await studio.take(page, 'compare-earlier', 'screen');
    await open.closeSheet();
    await list.waitFor();
  });
  await studio.step('bin', async () => {
    await row('empty').click();
    await sheet.getByRole('button', { name: open.t('shows.remove') }).click();
    await sheet.getByRole('button', { name: open.words('shows.removeSure.one') }).click();
    await sheet.getByRole('tab', { name: open.words('shows.part.bin') }).click();
    await studio.take(page, 'bin', 'screen', 300);
    await open.closeSheet();
  });
}
