import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { FeedEvent } from '#shared/contract/room-event.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

let folder: string;
let core: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-removed-'));
  core = await startRig(folder, TEST_NOW);
  desk = core.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  await core.advance(500);
});
afterEach(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

async function send(...events: readonly FeedEvent[]): Promise<void> {
  await core.screen('cli').must('ingest.append', { sender: 'bridge', events: [...events] });
  await core.advance(1_000);
}

function ask(key: string, who: string): FeedEvent {
  const ts = core.ports.clock.wallNow();
  return chat({ key, ts, platform: 'douyin' }, person(`id-${who}`, who), '会缩水吗');
}

function removal(fields: object): FeedEvent {
  const ts = core.ports.clock.wallNow();
  const {
    kind: _kind,
    fragments: _text,
    replyTo: _to,
    pinned: _pinned,
    ...rest
  } = chat({ key: `removal-${JSON.stringify(fields)}`, ts, platform: 'douyin' }, null, '');
  return { ...rest, ...fields } as FeedEvent;
}

async function restarted(): Promise<void> {
  await core.close();
  core = await startRig(folder, core.ports.clock.wallNow() + 60_000);
  desk = core.screen('desk');
  await core.advance(1_000);
}

test('a question whose lines were removed is owed no more, also after a restart', async () => {
  await send(ask('a', 'an'), ask('b', 'bo'), ask('c', 'chen'));
  expect(desk.slice('questions')).toMatchObject({ debt: 1, open: [{ count: 3, people: 3 }] });

  const byMessage = { kind: 'chat.deleted', targetId: 'a', userId: 'id-an', text: null };
  await send(removal(byMessage));
  const left = { debt: 0, open: [{ count: 2, people: 2, isDebt: false, text: '会缩水吗' }] };
  expect(desk.slice('questions')).toMatchObject(left);
  await restarted();
  expect(desk.slice('questions')).toMatchObject(left);

  const target = { platformUserId: 'id-bo', name: 'bo', displayName: 'bo' };
  await send(removal({ kind: 'moderation', action: 'ban', target, durationS: null }));
  expect(desk.slice('questions')).toMatchObject({ open: [{ count: 1, people: 1 }] });
  // Nobody is punished by it, and a message that never came changes nothing.
  await send(
    removal({ kind: 'moderation', action: 'unban', target, durationS: null }),
    removal({ kind: 'chat.deleted', targetId: 'never', userId: null, text: null }),
  );
  expect(desk.slice('questions')).toMatchObject({ open: [{ count: 1, people: 1 }] });

  await send(removal({ kind: 'moderation', action: 'clear', target: null, durationS: null }));
  const nothing = { open: [], answered: [], openCount: 0, debt: 0, forgotten: 0 };
  expect(desk.slice('questions')).toMatchObject(nothing);
  await restarted();
  expect(desk.slice('questions')).toMatchObject(nothing);
});
