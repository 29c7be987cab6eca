/** What exports are made of, for the command line: the desk's own words and tables without a desk. */
import { NO_PHOTOS } from '#renderer/features/review/report/report-photos.ts';
import { firstPage, pageFile, printedPage } from '#renderer/features/review/report/review-files.ts';
import { reportTables } from '#renderer/features/review/report/report-tables.ts';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import type { MadeReport } from '#shared/model/made-report.ts';
import type { Review } from '#shared/model/review.ts';
import type { Language } from '#shared/model/settings.ts';

/** Loaded by its file's place, so that its caller checks what comes back (`MadeReport`). */
export function makeReport(review: Review, language: Language): MadeReport {
  const i18n = createI18n(language);
  return {
    html: pageFile(i18n, review, NO_PHOTOS).text,
    printed: printedPage(i18n, review, NO_PHOTOS),
    firstPage: firstPage(i18n, review),
    sheets: reportTables(i18n, review).map(({ sheet }) => sheet),
  };
}
