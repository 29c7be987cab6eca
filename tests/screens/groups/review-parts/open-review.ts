import type { OpenedDesk } from '../../opened-desk.ts';
import { REVIEW_SHOWS, type ReviewShowName } from '../../review-shows.ts';

/** From wherever the desk is, back to the list of shows, and the one of that name. */
export async function openReview(open: OpenedDesk, name: ReviewShowName): Promise<void> {
  const { page, language } = open;
  const back = page.getByRole('button', { name: open.t('review.back'), exact: true });
  if (await back.isVisible()) await back.click();
  const title = REVIEW_SHOWS[name].title[language];
  await page
    .getByRole('button', { name: open.t('setUp.reviewNamed').replace('{title}', title) })
    .click();
  await page.getByRole('region', { name: open.t('review.totals'), exact: true }).waitFor();
}
