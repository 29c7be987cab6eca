import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

const NAMES = {
  'zh-CN': ['开场福利', '夏装主推'],
  en: ['Opening offers', 'Summer range'],
} as const;

/** Groups on the shelf: open with a selection, the form, gathered and folded; none is left. */
export async function shelfGroupStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page, operator, language } = open;
  const items = open.slice('shelf')?.items ?? [];
  const [first, second] = NAMES[language];
  const make = (groupName: string, numbers: readonly number[]) =>
    operator.must('shelf.makeGroup', {
      groupName,
      productIds: items.flatMap(({ linkNumber, productId }) =>
        numbers.includes(linkNumber) ? [productId] : [],
      ),
    });
  const whole = await make(first, [1, 2]);
  const scattered = await make(second, [4, 5, 7]);
  const headers = page.locator('[data-group-id]');
  await headers.nth(2).waitFor();
  const rows = page.locator('[data-product-id] > button');
  await rows.nth(1).click({ modifiers: ['Control'] });
  await rows.nth(3).click({ modifiers: ['Shift'] });
  await page.mouse.move(640, 420);
  await studio.take(page, 'shelf-groups', 'desk', 300);
  await page.keyboard.press('f');
  await page.keyboard.press('Enter');
  await studio.take(page, 'shelf-groups-form', 'trouble', 300);
  await page.keyboard.press('Escape');
  const strip = page.getByRole('status').filter({ hasText: open.t('groups.into') });
  await strip.getByRole('button', { name: open.t('common.close') }).click();
  await operator.must('shelf.gatherGroup', { groupId: scattered.groupId, renumbered: 2 });
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(open.t('palette.foldGroups'));
  await page.keyboard.press('Enter');
  await studio.take(page, 'shelf-groups-folded', 'trouble', 300);
  for (const { groupId } of [whole, scattered])
    await operator.must('shelf.dissolveGroup', { groupId });
}
