import { DeskPart, PART_PARAM } from '#shared/model/desk-part.ts';

import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

const SMALL = { width: 1280, height: 720 };
const LARGE = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
] as const;
/** A window of one part, as the desk opens it. */
const PART_WINDOW = { width: 480, height: 860 };
const LARGE_TEXT_PERCENT = 150;

/** The desk in windows that are not the usual ones: large, with large type, of one part. */
export async function windowScreens(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page, operator } = open;
  for (const size of LARGE) {
    const name = `desk-${size.width}x${size.height}`;
    await studio.step(name, async () => {
      await page.setViewportSize(size);
      await studio.take(page, name, 'trouble');
    });
  }
  await page.setViewportSize(SMALL);
  await studio.step('text-150', async () => {
    await operator.must('settings.change', { textSize: LARGE_TEXT_PERCENT });
    await studio.take(page, 'desk-text-150', 'trouble');
    await operator.must('settings.change', { textSize: 100 });
  });
  for (const part of DeskPart.options) {
    await studio.step(`part-${part}`, async () => {
      const window = await page.context().newPage();
      await studio.camera.prepare(window);
      await window.setViewportSize(PART_WINDOW);
      const address = new URL(page.url());
      await window.goto(`${address.origin}${address.pathname}?${PART_PARAM}=${part}`);
      await window.getByRole('contentinfo').waitFor();
      await studio.take(window, `part-${part}`, 'screen');
      await window.close();
    });
  }
}
