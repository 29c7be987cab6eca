import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startTwitchChatServer } from '#tests/support/twitch-chat-server.ts';

import type { Studio } from '../studio.ts';

const DISK_MIB = 48;
/** More than are kept in memory while the store takes none. */
const LINES = 103_000;
const LINES_AT_A_TIME = 1_000;
const CHANNEL = 'linen_live';

/** A real disk of its own, nearly full and then full. */
export async function diskStates(studio: Studio): Promise<void> {
  const disk = mkdtempSync(join(tmpdir(), 'cuedesk-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', disk]);
  try {
    await onDisk(studio, disk);
  } finally {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function onDisk(studio: Studio, disk: string): Promise<void> {
  const server = await startTwitchChatServer({ channels: [CHANNEL] });
  const folder = join(disk, 'data');
  const open = await studio.openDesk(folder);
  try {
    await open.goLive();
    await studio.step('store-low-space', async () => {
      await open.shown(/磁盘只剩|left on the disk|The disk has/);
      await studio.take(open.page, 'store-low-space', 'trouble');
    });
    await open.operator.must('source.add', {
      connector: 'twitch-irc',
      channel: CHANNEL,
      address: server.url,
    });
    await server.nextJoin();
    await studio.step('store-failing', async () => {
      fillUp(disk);
      for (let line = 0; line < 3_000; line += 1) server.broadcast(chatLine(line));
      await open.shown(/存盘失败|Saving fails/);
      await studio.take(open.page, 'store-failing', 'trouble');
    });
    await studio.step('store-dropping', async () => {
      for (let line = 0; line < LINES; line += 1) {
        server.broadcast(chatLine(3_000 + line));
        if (line % LINES_AT_A_TIME === 0) await server.receipt();
      }
      await open.page
        .getByText(/存不下而丢失|could not be kept/)
        .first()
        .waitFor({ timeout: 120_000 });
      await studio.take(open.page, 'store-dropping', 'trouble');
      await open.press(/存盘失败|Saving fails/);
      await studio.take(open.page, 'store-failing-sheet', 'trouble');
    });
  } finally {
    rmSync(join(disk, 'another-program.bin'), { force: true });
    await open.close();
    await server.close();
  }
}

/** Another program takes every block that is left. */
function fillUp(disk: string): void {
  const { blocks, bsize } = statfsSync(disk);
  try {
    writeFileSync(join(disk, 'another-program.bin'), Buffer.alloc(blocks * bsize, 1));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

function chatLine(number: number): string {
  const tags = `@display-name=MeiMei;id=${number}-7d2e;room-id=100200300;tmi-sent-ts=${Date.now()};user-id=4400${number % 9}`;
  return `${tags} :meimei!meimei@meimei.tmi.twitch.tv PRIVMSG #${CHANNEL} :这件有 L 码吗 ${number}`;
}
