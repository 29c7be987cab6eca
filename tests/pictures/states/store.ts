import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { damage, fillStore } from '#tests/support/damaged-store.ts';

import type { Studio } from '../studio.ts';

const EVENTS = 3_000;
const LATER_EVENTS = 600;

/** A store that was damaged and recovered, its backups, and one of them put in its place. */
export async function storeStates(studio: Studio): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-pictures-'));
  fillStore(folder, EVENTS, LATER_EVENTS, true);
  damage(folder, 'fifty pages garbled');
  const open = await studio.openDesk(folder);
  try {
    await studio.step('store-recovered', async () => {
      await open.shown(/自动换成|was damaged|is damaged/);
      await studio.takeBoth(open, 'store-recovered');
      await open.press(/看说明|Read the report/);
      await studio.takeBoth(open, 'store-recovered-report');
    });
    await studio.step('store-restore-armed', async () => {
      await open.both((page) =>
        page
          .getByRole('button', { name: /^(恢复 .* 的备份|Restore the backup of)/ })
          .first()
          .click(),
      );
      await open.shown(/确定恢复|Really restore/);
      await open.both((page) =>
        page.getByRole('button', { name: /确定恢复|Really restore/ }).scrollIntoViewIfNeeded(),
      );
      await studio.takeBoth(open, 'store-restore-armed');
    });
    await studio.step('store-checking', async () => {
      const checking = open.frozenWhen(
        'store',
        ({ keeping }) => keeping.check.state === 'running',
        async () => {
          await open.shown(/正在检查|looking through/);
          await studio.takeBoth(open, 'store-checking', 300);
        },
      );
      await open.zh.getByRole('button', { name: '检查数据' }).last().click();
      await checking;
    });
    await studio.step('store-restored', async () => {
      const { zh } = open;
      await zh
        .getByRole('button', { name: /^恢复 .* 的备份/ })
        .first()
        .click();
      await zh.getByRole('button', { name: '确定恢复？' }).click();
      await open.shown(/已恢复 .* 的备份|backup of .* (was|is) (restored|in its place)/i);
      await studio.takeBoth(open, 'store-restored');
    });
  } finally {
    await open.close();
  }
}
