import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ShowId } from '#shared/model/ids.ts';

import type { OpenedDesk } from '../opened-desk.ts';
import { fillReviewShows, type ReviewShowName } from '../review-shows.ts';
import type { Studio } from '../studio.ts';
import { importStates } from './review-parts/imports.ts';
import { openReview } from './review-parts/open-review.ts';
import { sectionScreens, wholePage } from './review-parts/sections.ts';
import { showsSheetScreens } from './review-parts/shows-sheet.ts';
import { writtenStates } from './review-parts/written.ts';

/** The review of shows that are over: full, broken, short and empty; and what looks over many. */
export async function pastShowScreens(studio: Studio): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-screens-'));
  const ids = fillReviewShows(folder, studio.language);
  const open = await studio.openDesk(folder);
  try {
    await learnWords(open, ids);
    await studio.step('evening', async () => {
      await openReview(open, 'evening');
      await studio.take(open.page, 'review', 'desk');
    });
    await writtenStates(studio, open, ids.evening);
    await importStates(studio, open);
    await sectionScreens(studio, open);
    for (const name of ['dead', 'seconds', 'empty'] as const) {
      await studio.step(name, async () => {
        await openReview(open, name);
        await studio.take(open.page, `show-${name}`, 'screen', 300);
      });
      if (name === 'empty') await wholePage(studio, open, 'show-empty-whole');
    }
    await showsSheetScreens(studio, open);
  } finally {
    await open.close();
  }
}

/** The desk is told of past shows by their reviews alone: what stands in them was written by people. */
async function learnWords(
  open: OpenedDesk,
  ids: Readonly<Record<ReviewShowName, ShowId>>,
): Promise<void> {
  for (const showId of Object.values(ids)) {
    await open.operator.must('review.get', { showId });
    await open.operator.must('review.voice', { showId });
  }
  await open.operator.must('shows.list', {});
}
