import { SECTION_IDS } from '#renderer/features/review/sections/section-ids.ts';

import type { OpenedDesk } from '../../opened-desk.ts';
import type { Studio } from '../../studio.ts';

const SMALL = { width: 1280, height: 720 };
/** A long part is shown whole, down to three screens. */
const TALLEST = 3 * SMALL.height;

/** Each of the twelve parts in a picture; looked through, all of them at once. */
export async function sectionScreens(studio: Studio, open: OpenedDesk): Promise<void> {
  if (!studio.camera.isPatient) {
    await wholePage(studio, open, 'parts');
    return;
  }
  const { page } = open;
  for (const [index, id] of SECTION_IDS.entries()) {
    await studio.step(id, async () => {
      const section = page.locator(`#review-${id}`);
      const box = await section.boundingBox();
      const height = Math.min(TALLEST, Math.max(SMALL.height, Math.ceil(box?.height ?? 0) + 40));
      await page.setViewportSize({ ...SMALL, height });
      await section.evaluate((part) => part.scrollIntoView({ block: 'start' }));
      await studio.take(page, `part-${String(index + 1).padStart(2, '0')}-${id}`, 'screen', 300);
      await page.setViewportSize(SMALL);
    });
  }
}

/** The page from its top to its end in a window as high as that, so that colours of all of it are seen. */
export async function wholePage(studio: Studio, { page }: OpenedDesk, name: string): Promise<void> {
  await studio.step(name, async () => {
    const height = await page.getByRole('main').evaluate((main) => main.scrollHeight);
    await page.setViewportSize({ ...SMALL, height });
    await studio.take(page, name, 'screen', 300);
    await page.setViewportSize(SMALL);
  });
}
