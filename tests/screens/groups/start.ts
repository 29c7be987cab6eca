import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

const TITLE = { 'zh-CN': '秋季亚麻专场', en: 'Autumn linen' };

/** From the first page to a show that waits to go on air. */
export async function startScreens(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  const { page } = open;
  try {
    await studio.step('start', async () => {
      await open.button('setUp.begin').waitFor();
      await studio.take(page, 'start', 'desk');
    });
    await studio.step('set-up', () => setUpSteps(studio, open));
    await studio.step('planned', async () => {
      await open.pressKey('setUp.skipFinish');
      await open.button('topBar.start').waitFor();
      await studio.take(page, 'planned', 'desk');
    });
  } finally {
    await open.close();
  }
}

async function setUpSteps(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  await open.pressKey('setUp.begin');
  await page.getByLabel(open.t('setUp.channel')).fill('linen live');
  await open.pressKey('setUp.next');
  await open.shown(open.words('setUp.titleMissing'));
  await studio.take(page, 'set-up-room-faults', 'desk');
  await page.getByLabel(open.t('setUp.showTitle')).fill(TITLE[studio.language]);
  await page.getByLabel(open.t('setUp.channel')).fill('');
  await studio.take(page, 'set-up-room', 'desk');
  await open.pressKey('setUp.next');
  await page.getByRole('heading', { name: open.t('setUp.step.products') }).waitFor();
  await studio.take(page, 'set-up-products', 'desk');
  await open.pressKey('setUp.skip');
  await page.getByRole('heading', { name: open.t('setUp.step.screens'), level: 1 }).waitFor();
  await studio.take(page, 'set-up-screens', 'desk');
}
