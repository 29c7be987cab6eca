import type { ReviewPageProps } from '#renderer/features/review/ReviewPage.tsx';

import { laterPart } from './later-part.tsx';
import type { SheetsProps } from './Sheets.tsx';

const review = laterPart<ReviewPageProps>(async () => {
  const { ReviewPage } = await import('#renderer/features/review/ReviewPage.tsx');
  return ReviewPage;
});
const sheets = laterPart<SheetsProps>(async () => {
  const { Sheets } = await import('./Sheets.tsx');
  return Sheets;
});

export const LaterReview = review.Part;
export const LaterSheets = sheets.Part;

/** Has everything read that was left out of the first file; to be called when there is time. */
export async function fetchLaterParts(): Promise<void> {
  await Promise.all([review.fetch(), sheets.fetch()]);
}
