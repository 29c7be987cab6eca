import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { launchElectron, type LaunchedApp } from '#tests/support/launch-electron.ts';
import { readLiveLines, recordingsFolder } from '#tests/support/recordings-folder.ts';
import { startTwitchChatServer } from '#tests/support/twitch-chat-server.ts';

import { expectAllReceived } from '../received-lines.ts';
import { showInChinese } from '../show-in-chinese.ts';

let dataFolder: string;
let launched: LaunchedApp;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-app-'));
  launched = await launchElectron(dataFolder, ['--lang=zh-CN']);
});
test.afterEach(async () => {
  await launched.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('a busy channel is received whole in the app, over two lost connections', async () => {
  test.setTimeout(240_000);
  const lines = readLiveLines(recordingsFolder());
  const server = await startTwitchChatServer({ lines, speed: 1, dropAfter: [60, 150], replay: 20 });
  await showInChinese(launched.page);
  await expectAllReceived(launched.page, server, join(dataFolder, 'cuedesk.sqlite'), lines.length);
  expect(server.joins()).toBe(3);
  await server.close();
});
