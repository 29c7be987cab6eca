import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fillStore } from '#tests/support/damaged-store.ts';

import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

/** Enough that writing them out takes longer than one look. */
const EVENTS = 40_000;

/** Taking data elsewhere, and erasing a person. */
export async function dataStates(studio: Studio): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-screens-'));
  fillStore(folder, EVENTS, 2_000, true);
  const open = await studio.openDesk(folder);
  try {
    await open.playDemo();
    await open.pressKey('data.open');
    await open.page.getByRole('dialog').waitFor();
    await exportStates(studio, open);
    await importStates(studio, open, folder);
    await eraseStates(studio, open);
  } finally {
    await open.close();
  }
}

async function exportStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  await studio.step('export-running', async () => {
    const running = open.frozenWhen(
      'data',
      ({ transfer }) => transfer?.state === 'writing' || transfer?.state === 'verifying',
      async () => {
        await open.shown(/正在写|正在核对|Writing|Checking/);
        await studio.take(page, 'export-running', 'trouble', 300);
      },
    );
    await open.pressKey('data.export');
    await running;
  });
  await studio.step('export-done', async () => {
    await open.shown(open.words('data.transfer.exported'));
    await studio.take(page, 'export-done', 'trouble');
  });
}

async function importStates(studio: Studio, open: OpenedDesk, folder: string): Promise<void> {
  const { page } = open;
  const path = join(folder, 'exports', 'show-list.jsonl.gz');
  const file = page.getByLabel(open.t('data.importPath'), { exact: true });
  const sure = page.getByRole('button', { name: open.words('data.importSure') });
  await studio.step('import-armed', async () => {
    writeFileSync(path, 'A-01,linen shirt,259.00\n');
    await file.fill(path);
    await open.pressKey('data.import');
    await sure.waitFor();
    await studio.take(page, 'import-armed', 'trouble');
  });
  await studio.step('import-refused', async () => {
    if (!(await sure.isVisible())) await open.pressKey('data.import');
    await sure.click();
    await open.shown(/处问题，没有导入|not imported/);
    await file.scrollIntoViewIfNeeded();
    await studio.take(page, 'import-refused', 'trouble');
  });
}

/** Somebody who wrote in the room, by the name that stands there. */
function aViewer(open: OpenedDesk): string {
  const events = open.operator.frames.flatMap((frame) =>
    frame.type === 'batch' ? frame.batch.events : [],
  );
  const chat = events.find(({ kind, actor }) => kind === 'chat' && actor !== null);
  if (chat?.actor === undefined || chat.actor === null) throw new Error('nobody wrote anything');
  return chat.actor.displayName ?? chat.actor.platformUserId;
}

async function eraseStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  const sheet = page.getByRole('dialog');
  const sure = sheet.getByRole('button', { name: open.words('data.eraseSure') });
  // By its whole name: in English the chat has an "Erase person" too.
  const erase = sheet.getByRole('button', { name: open.t('data.erase'), exact: true }).first();
  await studio.step('erase-armed', async () => {
    await page.getByLabel(open.t('data.eraseFind')).fill(aViewer(open));
    await open.pressKey('data.find');
    await erase.click();
    await sure.scrollIntoViewIfNeeded();
    await studio.take(page, 'erase-armed', 'trouble');
  });
  await studio.step('erase-done', async () => {
    if (!(await sure.isVisible())) await erase.click();
    await sure.click();
    await open.operator.until(() =>
      (open.slice('data')?.erasures ?? []).some(({ stage }) => stage === 'done'),
    );
    await page
      .getByText(/已抹除：|Erased/)
      .first()
      .scrollIntoViewIfNeeded();
    await studio.take(page, 'erase-done', 'trouble');
  });
}
