/**
 * A channel of Twitch's chat in a process of its own, flooded as its parent says over IPC; ends with
 * its parent. Lines go out every ten milliseconds, in frames as small as Twitch's.
 */
import { setTimeout as wait } from 'node:timers/promises';

import { FloodOrder, type FloodReport } from './flood-messages.ts';
import { FLOOD_CHANNEL, floodLine } from './flood-lines.ts';
import { startTwitchChatServer } from './twitch-chat-server.ts';

const EVERY_MS = 10;
const LINES_A_FRAME = 30;

const server = await startTwitchChatServer({ channels: [FLOOD_CHANNEL] });
let serial = 0;

function tell(report: FloodReport): void {
  process.send?.(report);
}

function sendLines(count: number): void {
  for (let from = 0; from < count; from += LINES_A_FRAME) {
    const sentTs = Date.now();
    const lines = Array.from({ length: Math.min(LINES_A_FRAME, count - from) }, () => {
      serial += 1;
      return `${floodLine(serial, sentTs)}\r\n`;
    });
    server.broadcastText(lines.join(''));
  }
}

async function flood({ perSecond, seconds }: FloodOrder): Promise<void> {
  const startMs = performance.now();
  const total = Math.round(perSecond * seconds);
  let sent = 0;
  while (sent < total) {
    await wait(EVERY_MS);
    const due = Math.min(total, Math.floor(((performance.now() - startMs) * perSecond) / 1000));
    sendLines(due - sent);
    sent = due;
  }
  await server.receipt();
  tell({ type: 'sent', lines: sent });
}

process.on('message', (raw) => void flood(FloodOrder.parse(raw)));
process.on('disconnect', () => process.exit(0));
tell({ type: 'listening', url: server.url });
for (;;) {
  await server.nextJoin();
  tell({ type: 'joined' });
}
