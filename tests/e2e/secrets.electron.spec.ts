import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, type Page, test } from '@playwright/test';

import { launchElectron } from '#tests/support/launch-electron.ts';
import { startTwitchChatServer, type TwitchChatServer } from '#tests/support/twitch-chat-server.ts';

import { startLiveRoom } from './chat-rows.ts';

const NAME = 'cuedesk_operator';
const TOKEN = 'r1ght2oken3r1ght4oken5r1ght6ok';

let dataFolder: string;
let server: TwitchChatServer;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-secrets-'));
  server = await startTwitchChatServer({
    channels: ['linxia_live'],
    accounts: new Map([[NAME, TOKEN]]),
  });
});
test.afterEach(async () => {
  await server.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('a token typed on the desk logs in, also after a restart, and is nowhere to be read', async () => {
  test.setTimeout(180_000);
  const first = await launchElectron(dataFolder, ['--lang=zh-CN']);
  await inChinese(first.page);
  await startLiveRoom(first.page, 'linxia_live', server.url);
  await server.onReceived('PASS SCHMOOPIIE');
  await first.page.locator('button[title*="linxia_live"]').click();
  await first.page.getByText('匿名监听').click();
  const isHollow = await first.app.evaluate(
    ({ safeStorage }) =>
      !safeStorage.isEncryptionAvailable() ||
      (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'),
  );
  // Said where nothing protects it, and not where something does.
  const warning = first.page.getByText('没有可用的系统密钥库');
  await expect(warning).toHaveCount(isHollow ? 1 : 0);
  await first.page.getByLabel('登录名').fill(NAME);
  await first.page.getByLabel('访问令牌').fill(`oauth:${TOKEN}`);
  await first.page.getByRole('button', { name: '保存并登录' }).click();
  await server.onReceived(`PASS oauth:${TOKEN}`);
  await expect(first.page.getByText(`以 ${NAME} 登录`)).toBeVisible({ timeout: 60_000 });
  await expect(first.page.getByLabel('访问令牌')).toHaveValue('');
  expect(await first.page.content()).not.toContain(TOKEN);
  await first.close();

  const next = server.nextJoin();
  const second = await launchElectron(dataFolder, ['--lang=zh-CN']);
  await next;
  expect(server.received.findLast((line) => line.startsWith('PASS'))).toBe(`PASS oauth:${TOKEN}`);
  expect(first.stderr() + second.stderr()).not.toContain(TOKEN);
  await second.close();

  const files = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dataFolder, name))
    .filter((file) => statSync(file).isFile());
  expect(files.filter((file) => readFileSync(file).includes(TOKEN))).toEqual([]);
  expect(statSync(join(dataFolder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

/** The window follows the system's language, which a test machine may not have. */
async function inChinese(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /开始示例|Start the demo/ })).toBeVisible({
    timeout: 60_000,
  });
  const chinese = page.getByRole('button', { name: /中文/ });
  if (await chinese.isVisible()) await chinese.click();
}
