import type { MessageKey } from '#renderer/i18n/messages.ts';

import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

/** A table with new products, a changed one, and what cannot be taken. */
const TABLE = {
  'zh-CN': [
    '链接号\t名称\t编码\t原价\t现价\t券后价\t库存\t卖点',
    '9\t山羊绒围巾\tW-301\t399\t299\t269\t120\t内蒙古山羊绒，送礼盒',
    '10\t羊毛短袜三双\tW-302\t79\t59\t\t400\t三双装',
    '11\t灯芯绒半裙\tW-303\t259\t199-229\t\t80\t三个颜色',
    '12\t皮质托特包\tW-304\t599\t499\t529\t很多\t头层牛皮',
    '\t围裙\tW-305\t\t\t\t60\t',
  ].join('\n'),
  en: [
    'Link\tName\tCode\tList price\tPrice\tPrice with coupon\tStock\tBenefit',
    '9\tCashmere scarf\tW-301\t399\t299\t269\t120\tInner Mongolian cashmere, gift box',
    '10\tWool socks, three pairs\tW-302\t79\t59\t\t400\tThree pairs',
    '11\tCorduroy skirt\tW-303\t259\t199-229\t\t80\tThree colours',
    '12\tLeather tote\tW-304\t599\t499\t529\tmany\tFull-grain leather',
    '\tApron\tW-305\t\t\t\t60\t',
  ].join('\n'),
};

/** Sheets that a word of the palette opens. */
const BY_WORD: readonly (readonly [name: string, key: MessageKey])[] = [
  ['sources', 'palette.sources'],
  ['store', 'store.open'],
  ['data', 'palette.data'],
  ['figures', 'palette.figures'],
  ['imported', 'imported.open'],
  ['benefits', 'benefits.title'],
  ['screening', 'screening.title'],
  ['targets', 'palette.targets'],
  ['outlets', 'palette.outlets'],
  ['rotation', 'rotation.open'],
  ['promises', 'promise.open'],
  ['rooms', 'rooms.open'],
  ['handover', 'handover.open'],
  ['catalogue', 'catalogue.open'],
  ['library', 'library.open'],
  ['shows', 'shows.openSheet'],
  ['import', 'import.title'],
  ['settings', 'palette.settings'],
  ['about', 'about.open'],
];

/** Everything that opens beside the running show. */
export async function sheetScreens(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  for (const [name, key] of BY_WORD) {
    await studio.step(name, async () => {
      await open.command(key);
      await page.getByRole('dialog').waitFor();
      // Where the sheet before was closed a figure would open what stands behind it.
      await page.mouse.move(640, 420);
      await studio.take(page, name, 'desk');
      await open.closeSheet();
    });
  }
  await studio.step('second-screens', async () => {
    await open.operator.must('screens.offer', { role: 'anchor' });
    await open.command('palette.screens');
    await page.getByRole('dialog').waitFor();
    await studio.take(page, 'second-screens', 'desk');
    await open.closeSheet();
  });
  await studio.step('search', () => searchStates(studio, open));
  await studio.step('paste', async () => {
    await open.press(open.words('pasteProducts.openLong'));
    await page.getByLabel(open.t('pasteProducts.field')).focus();
    await studio.take(page, 'products-paste', 'trouble', 300);
    const table = open.typed(TABLE[studio.language]);
    await page.evaluate((words) => navigator.clipboard.writeText(words), table);
    await page.keyboard.press('Control+v');
    await page.getByRole('table').first().waitFor();
    await studio.take(page, 'products-preview', 'desk');
    await open.closeSheet();
  });
  await studio.step('product', async () => {
    await open.press(open.words('shelf.addProduct'));
    await page.getByRole('dialog').waitFor();
    await studio.take(page, 'product', 'desk', 300);
    await open.closeSheet();
  });
  await studio.step('cue-card', async () => {
    await page
      .getByRole('tab', { name: open.t('cues.title') })
      .first()
      .click();
    await studio.take(page, 'desk-deck', 'desk', 300);
    await open.pressKey('cues.addCard');
    await page.getByRole('dialog').waitFor();
    await studio.take(page, 'cue-card', 'desk', 300);
    await open.closeSheet();
  });
}

/** What is in every demo show's chat, in its language. */
const ASKED = { 'zh-CN': '码', en: 'size' } as const;

/** The search of all shows: before anything is asked, with a hit picked, and with nothing found. */
export async function searchStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  await page.keyboard.press('Control+Shift+F');
  const field = page.getByRole('combobox', { name: open.t('search.field') });
  await field.waitFor();
  await studio.take(page, 'search-start', 'trouble', 300);
  await field.fill(open.typed(ASKED[studio.language]));
  await page
    .getByRole('listbox', { name: open.t('search.results') })
    .getByRole('option')
    .first()
    .waitFor();
  await field.press('ArrowDown');
  await studio.take(page, 'search', 'desk', 300);
  await field.fill(open.typed('§§§'));
  await open.shown(open.words('search.none'));
  await studio.take(page, 'search-nothing', 'trouble', 300);
  await open.closeSheet();
}
