import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, type Page } from '@playwright/test';
import BetterSqlite from 'better-sqlite3';

import { launchElectron, type LaunchedApp } from '#tests/support/launch-electron.ts';

let dataFolder: string;
let launched: LaunchedApp;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-rooms-'));
  const settings = { version: 1, language: 'en', hasGlobalKeys: true };
  writeFileSync(join(dataFolder, 'settings.json'), JSON.stringify(settings));
  launched = await launchElectron(dataFolder, []);
});
test.afterEach(async () => {
  await launched.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** From now on what the system would call for a key can be called by `pressGlobal`. */
function noteGlobalKeys({ app }: LaunchedApp): Promise<void> {
  return app.evaluate(({ globalShortcut }) => {
    const register = globalShortcut.register.bind(globalShortcut);
    const pressed: Record<string, () => void> = {};
    globalShortcut.register = (key, run) => {
      pressed[String(key)] = run;
      return register(key, run);
    };
    Object.assign(globalThis, { pressed });
  });
}

function pressGlobal({ app }: LaunchedApp, key: string): Promise<void> {
  return app.evaluate((_electron, name) => {
    const { pressed } = globalThis as unknown as { pressed: Record<string, () => void> };
    pressed[name]?.();
  }, key);
}

async function startDemo(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Start the demo' }).click();
  await desk.locator('[data-row-key]').first().waitFor();
}

/** A press until the desk has it: a page that has just come up may not listen yet. */
async function armByKey(desk: Page, key: string): Promise<void> {
  await expect(async () => {
    await desk.keyboard.press(key);
    await expect(armed(desk, key)).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

const armed = (desk: Page, number: string) =>
  desk.locator('output', { hasText: new RegExp(`^Armed\\D*${number}`) });
const chip = (desk: Page) => desk.getByRole('button', { name: /the room “|in this window/ });

/** Every push: the name of its room and the link number, in order of rooms. */
function pushed(): unknown[] {
  const db = new BetterSqlite(join(dataFolder, 'cuedesk.sqlite'), { readonly: true });
  try {
    return db
      .prepare(
        `SELECT r.name AS room, json_extract(e.body, '$.linkNumber') AS number
         FROM events e JOIN event_kinds k ON k.code = e.kind JOIN shows s ON s.id = e.show_id
           JOIN rooms r ON r.id = s.room_id
         WHERE k.name = 'shelf.pushed' ORDER BY r.name, e.seq`,
      )
      .all();
  } finally {
    db.close();
  }
}

test('one operator runs two rooms; a key goes to the room that is named', async () => {
  const first = launched.page;
  await noteGlobalKeys(launched);
  await startDemo(first);
  await expect(chip(first)).toHaveCount(0);

  await first.keyboard.press('Control+k');
  await first.keyboard.type('Rooms');
  await first.keyboard.press('Enter');
  await first.getByRole('textbox', { name: 'Name of the room' }).fill('Studio B');
  const opening = launched.app.waitForEvent('window');
  await first.keyboard.press('Enter');
  const second = await opening;
  await startDemo(second);

  await expect(chip(first)).toContainText('Main room');
  await expect(chip(second)).toContainText('Studio B');
  await expect(first.getByText('Running ·')).toHaveCount(2);
  await first.keyboard.press('Escape');

  await armByKey(first, '2');
  await armByKey(second, '3');
  await first.keyboard.press('Enter');
  await second.keyboard.press('Enter');
  await expect.poll(pushed).toEqual([
    { room: '', number: 2 },
    { room: 'Studio B', number: 3 },
  ]);

  // Keys of the whole system: the first room's, until another is chosen.
  await expect(chip(first)).toContainText('Global');
  await expect(chip(second)).not.toContainText('Global');
  await chip(second).click();
  await second
    .getByRole('listitem')
    .filter({ hasText: 'Studio B' })
    .getByRole('radio', { name: 'Global keys work this room' })
    .check();
  await expect(chip(second)).toContainText('Global');
  await expect(chip(first)).not.toContainText('Global');
  await second.keyboard.press('Escape');
  await pressGlobal(launched, 'Control+Alt+4');
  await expect(armed(second, '4')).toBeVisible();
  await expect(armed(first, '4')).toHaveCount(0);

  // A room's window that is closed lets the keys go, and comes back with them.
  await second.close();
  await pressGlobal(launched, 'Control+Alt+5');
  const again = launched.app.waitForEvent('window');
  await first.keyboard.press('Control+k');
  await first.keyboard.type('Studio B');
  await first.keyboard.press('Enter');
  const back = await again;
  await back.locator('[data-row-key]').first().waitFor();
  await expect(chip(back)).toContainText('Global');
  await expect(armed(first, '5')).toHaveCount(0);

  // Both windows are there after a restart.
  await launched.close();
  launched = await launchElectron(dataFolder, []);
  await expect.poll(() => launched.app.windows().length).toBe(2);
  const names = await Promise.all(
    launched.app.windows().map(async (window) => {
      await expect(chip(window)).toBeVisible();
      return chip(window).innerText();
    }),
  );
  expect(new Set(names.map((name) => name.split('\n')[0]))).toEqual(
    new Set(['Main room', 'Studio B']),
  );
});
