import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FeedEvent } from '#shared/contract/room-event.ts';

export const FIRST_TS = 1_700_000_000_000;

/** A message `atMs` after the recording's start. */
export function chatAt(atMs: number, key: string): FeedEvent {
  return {
    kind: 'chat',
    platform: 'douyin',
    source: 'bridge',
    platformRoomId: 'r1',
    dedupeKey: key,
    platformTs: FIRST_TS + atMs,
    receivedTs: FIRST_TS + atMs + 40,
    test: false,
    historical: false,
    actor: null,
    schema: 1,
    fragments: [{ type: 'text', text: `message ${key}` }],
    replyTo: null,
    pinned: false,
  };
}

/** The same as the store exports it. */
export function stored(event: FeedEvent, seq: number): Record<string, unknown> {
  return { ...event, seq, roomId: 'main', showId: 3, eventTs: event.platformTs };
}

export async function writeRecording(name: string, lines: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-replay-'));
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}
