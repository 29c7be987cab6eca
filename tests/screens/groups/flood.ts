import { Flood } from '#tests/support/flood.ts';

import type { Studio } from '../studio.ts';

const PER_SECOND = 5_000;
const SECONDS = 4;

/** A channel that floods the desk: text from the right, piled-up marks and endless lines among it. */
export async function floodStates(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  const flood = await Flood.start();
  try {
    await studio.step('flood', async () => {
      await flood.join((name, input) => open.operator.must(name, input));
      const sending = flood.send(PER_SECOND, SECONDS);
      await open.page.locator('[data-row-key]').nth(8).waitFor();
      await sending;
      await studio.take(open.page, 'flood', 'desk');
    });
    await studio.step('flood-held', async () => {
      const list = open.page.getByRole('listbox', { name: open.t('chat.log') });
      await list.focus();
      await list.press('PageUp');
      await flood.send(PER_SECOND, SECONDS);
      await studio.take(open.page, 'flood-held', 'trouble');
    });
  } finally {
    flood.close();
    await open.close();
  }
}
