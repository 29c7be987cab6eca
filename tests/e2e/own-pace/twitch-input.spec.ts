import { expect, test } from '@playwright/test';

import { readLiveLines, recordingsFolder } from '#tests/support/recordings-folder.ts';
import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';
import { startTwitchChatServer, type TwitchChatServer } from '#tests/support/twitch-chat-server.ts';

import { countOf, expectAllReceived } from '../received-lines.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
// The lines play at the pace at which they were written: about a minute and a half.
test.setTimeout(240_000);

const lines = readLiveLines(recordingsFolder());

let running: RunningDesk;
let server: TwitchChatServer;

test.beforeEach(async () => {
  running = await startDesk();
});
test.afterEach(async () => {
  await server.close();
  await running.remove();
});

test('200 lines of a busy channel at their own pace are stored once, in order, and on screen', async ({
  page,
}) => {
  server = await startTwitchChatServer({ lines, speed: 1 });
  await page.goto(running.announced.url);
  await expectAllReceived(page, server, running.storePath, lines.length);
});

test('also when the server drops the connection twice and repeats its last 20 lines', async ({
  page,
}) => {
  server = await startTwitchChatServer({ lines, speed: 1, dropAfter: [70, 140], replay: 20 });
  await page.goto(running.announced.url);
  await expectAllReceived(page, server, running.storePath, lines.length);
  expect(server.joins()).toBe(3);
  const gaps = "SELECT count(*) FROM gaps WHERE cause = 'source_lost'";
  expect(countOf(running.storePath, gaps)).toBe(2);
});
