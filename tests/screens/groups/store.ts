import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { damage, fillStore } from '#tests/support/damaged-store.ts';

import type { Studio } from '../studio.ts';

const EVENTS = 3_000;
const LATER_EVENTS = 600;

/** A store that was damaged and recovered, its backups, and one of them put in its place. */
export async function storeStates(studio: Studio): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-screens-'));
  fillStore(folder, EVENTS, LATER_EVENTS, true);
  damage(folder, 'fifty pages garbled');
  const open = await studio.openDesk(folder);
  const { page } = open;
  const restore = page.getByRole('button', { name: open.words('store.restoreNamed') }).first();
  const sure = page.getByRole('button', { name: open.words('store.restoreSure') });
  try {
    await studio.step('store-recovered', async () => {
      await open.shown(/自动换成|was damaged|is damaged/);
      await studio.take(page, 'store-recovered', 'trouble');
      await open.press(/看说明|Read the report/);
      await studio.take(page, 'store-recovered-report', 'trouble');
    });
    await studio.step('store-restore-armed', async () => {
      await restore.click();
      await sure.scrollIntoViewIfNeeded();
      await studio.take(page, 'store-restore-armed', 'trouble');
    });
    await studio.step('store-checking', async () => {
      const checking = open.frozenWhen(
        'store',
        ({ keeping }) => keeping.check.state === 'running',
        async () => {
          await open.shown(/正在检查|looking through/);
          await studio.take(page, 'store-checking', 'trouble', 300);
        },
      );
      await open.button('store.checkNow').click();
      await checking;
    });
    await studio.step('store-restored', async () => {
      if (!(await sure.isVisible())) await restore.click();
      await sure.click();
      await open.shown(/已恢复 .* 的备份|backup of .* (was|is) (restored|in its place)/i);
      await studio.take(page, 'store-restored', 'trouble');
    });
  } finally {
    await open.close();
  }
}
