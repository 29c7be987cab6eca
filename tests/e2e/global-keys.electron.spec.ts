import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { GLOBAL_KEYS } from '#electron/global-keys.rules.ts';
import { launchElectron, type LaunchedApp } from '#tests/support/launch-electron.ts';

const ACCELERATORS = GLOBAL_KEYS.map(({ accelerator }) => accelerator);

/** Which of the keys this program has from the system. */
function held({ app }: LaunchedApp): Promise<readonly string[]> {
  return app.evaluate(
    ({ globalShortcut }, keys) => keys.filter((key) => globalShortcut.isRegistered(key)),
    ACCELERATORS,
  );
}

/** What the main process does when the system gives it the key. */
function press({ app }: LaunchedApp, key: string): Promise<void> {
  return app.evaluate(({ BrowserWindow }, detail) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.webContents.send('cuedesk-global-key', detail);
    }
  }, key);
}

async function openSettings({ page }: LaunchedApp): Promise<void> {
  await page.getByRole('button', { name: /^(设置|Settings)$/ }).click();
}

test('global keys: off at first, on when chosen, refused where another program has them', async () => {
  test.setTimeout(120_000);
  const first = mkdtempSync(join(tmpdir(), 'cuedesk-global-'));
  const second = mkdtempSync(join(tmpdir(), 'cuedesk-global-'));
  writeFileSync(join(second, 'settings.json'), '{"version":1,"hasGlobalKeys":true}');
  const app = await launchElectron(first, ['--demo']);
  try {
    await app.page.locator('[data-row-key]').first().waitFor();
    expect(await held(app)).toEqual([]);
    await openSettings(app);
    const box = app.page.getByRole('checkbox', { name: /^(全局快捷键|Global keys)$/ });
    await box.check();
    await expect.poll(() => held(app)).toEqual(ACCELERATORS);

    await press(app, '2');
    const note = app.page.locator('output', { hasText: 'Ctrl+Alt+2' });
    await expect(note).toContainText(/主直播间|Main room/);
    await expect(app.page.locator('output', { hasText: /^(就绪|Armed)\D*2/ })).toBeVisible();

    const other = await launchElectron(second, ['--demo']);
    try {
      await other.page.locator('[data-row-key]').first().waitFor();
      await openSettings(other);
      await expect(other.page.getByText(/(没给这些键|did not give these keys)/)).toContainText(
        'Ctrl+Alt+0 · Ctrl+Alt+1',
      );
      expect(await held(other)).toEqual([]);
    } finally {
      await other.close();
    }

    // A page that is loaded anew has its keys again; one that does not want them any more has none.
    await app.page.reload();
    await app.page.locator('[data-row-key]').first().waitFor();
    await expect.poll(() => held(app)).toEqual(ACCELERATORS);
    await openSettings(app);
    await box.uncheck();
    await expect.poll(() => held(app)).toEqual([]);
  } finally {
    await app.close();
    rmSync(first, { recursive: true, force: true });
    rmSync(second, { recursive: true, force: true });
  }
});
