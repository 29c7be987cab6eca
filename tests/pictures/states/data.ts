import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fillStore } from '#tests/support/damaged-store.ts';

import type { OpenedDesk, Studio } from '../studio.ts';

/** Enough that writing them out takes longer than one look. */
const EVENTS = 40_000;
/** Writes in the first seconds of the demo. */
const VIEWER = '白色松果';

/** Taking data elsewhere, and erasing a person. */
export async function dataStates(studio: Studio): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-pictures-'));
  fillStore(folder, EVENTS, 2_000, true);
  const open = await studio.openDesk(folder);
  try {
    await open.playDemo();
    await open.press(/^(数据：导出|Data: export)/);
    await open.both((page) => page.getByRole('dialog').waitFor());
    await exportStates(studio, open);
    await importStates(studio, open, folder);
    await eraseStates(studio, open);
  } finally {
    await open.close();
  }
}

async function exportStates(studio: Studio, open: OpenedDesk): Promise<void> {
  await studio.step('export-running', async () => {
    const running = open.frozenWhen(
      'data',
      ({ transfer }) => transfer?.state === 'writing' || transfer?.state === 'verifying',
      async () => {
        await open.shown(/正在写|正在核对|Writing|Checking/);
        await studio.takeBoth(open, 'export-running', 300);
      },
    );
    await open.zh.getByRole('button', { name: '导出', exact: true }).click();
    await running;
  });
  await studio.step('export-done', async () => {
    await open.shown(/已导出|rows exported/);
    await studio.takeBoth(open, 'export-done');
  });
}

async function importStates(studio: Studio, open: OpenedDesk, folder: string): Promise<void> {
  const path = join(folder, 'exports', 'show-list.jsonl.gz');
  await studio.step('import-armed', async () => {
    writeFileSync(path, 'A-01,linen shirt,259.00\n');
    await open.both(async (page) => {
      await page.getByLabel(/^(文件路径|File path)$/).fill(path);
      await page.getByRole('button', { name: /^(核对并导入|Check and import)$/ }).click();
      await page.getByRole('button', { name: /再按一次：替换|Press again: replace/ }).waitFor();
    });
    await studio.takeBoth(open, 'import-armed');
  });
  await studio.step('import-refused', async () => {
    const { zh } = open;
    const sure = zh.getByRole('button', { name: /再按一次：替换/ });
    if (!(await sure.isVisible())) await zh.getByRole('button', { name: '核对并导入' }).click();
    await sure.click();
    await open.shown(/处问题，没有导入|not imported/);
    await open.both((page) => page.getByLabel(/^(文件路径|File path)$/).scrollIntoViewIfNeeded());
    await studio.takeBoth(open, 'import-refused');
  });
}

async function eraseStates(studio: Studio, open: OpenedDesk): Promise<void> {
  await studio.step('erase-armed', async () => {
    await open.both(async (page) => {
      await page.getByText(VIEWER).first().waitFor();
      await page.getByLabel(/平台 ID|Platform id/).fill(VIEWER);
      await page.getByRole('button', { name: /^(查找|Find)$/ }).click();
    });
    await open.both((page) =>
      page
        .getByRole('button', { name: /^(抹除|Erase)$/ })
        .first()
        .click(),
    );
    await open.both((page) =>
      page
        .getByRole('button', { name: /再按一次，不能恢复|Press again: cannot/ })
        .scrollIntoViewIfNeeded(),
    );
    await studio.takeBoth(open, 'erase-armed');
  });
  await studio.step('erase-done', async () => {
    await open.zh.getByRole('button', { name: /再按一次，不能恢复/ }).click();
    await open.operator.until(() =>
      (open.slice('data')?.erasures ?? []).some(({ stage }) => stage === 'done'),
    );
    await open.both((page) =>
      page
        .getByText(/已抹除：|Erased/)
        .first()
        .scrollIntoViewIfNeeded(),
    );
    await studio.takeBoth(open, 'erase-done');
  });
}
