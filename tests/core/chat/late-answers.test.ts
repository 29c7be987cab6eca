import { afterEach, beforeEach, expect, test } from 'vitest';

import { ACT_LIMIT_MS, ChatActsService } from '#core/chat/chat-acts.service.ts';
import type { ActReply } from '#core/feeds/chat-door.ts';
import { demoActs } from '#core/feeds/simulator/platform-acts.ts';
import { ok } from '#shared/contract/app-error.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ChatAction } from '#shared/model/chat-act.ts';
import { settled } from '#tests/support/core-rig.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { startRoom, type RoomRig } from '#tests/support/room-rig.ts';

/** A platform that answers when the test says so. */
type Platform = {
  answer(reply: ActReply): void;
  fail(error: Error): void;
};

let rig: RoomRig;
let service: ChatActsService;
let platform: Platform;
let sourceId = 0;

beforeEach(async () => {
  rig = startRoom();
  const { room, ports, committer } = rig;
  const acts = demoActs('twitch');
  if (acts === null) throw new Error('the demo has Twitch');
  service = new ChatActsService({
    room,
    door: () =>
      ok({
        platform: 'twitch',
        acts,
        act: () =>
          new Promise((resolve, reject) => {
            platform = { answer: resolve, fail: reject };
          }),
      }),
    replied: () => undefined,
  });
  const at = { key: 'line-1', ts: ports.clock.wallNow() };
  committer.runNow(() => {
    room.sources.bridges.open({ connector: 'bridge', sender: 'bridge' }, new Set(['twitch']));
    room.sources.bridges.accept({ connector: 'bridge', sender: 'bridge' }, [
      chat(at, person('u-1', 'Mei'), 'is it warm?'),
    ]);
  });
  ports.clock.advance(1_000);
  await settled();
  sourceId = Number(room.sources.slice().sources.find((each) => each.platform === 'twitch')?.id);
});
afterEach(async () => {
  service.close();
  await rig.close();
});

function lineSeq(): number {
  return rig.room.chatBefore(null, 10)[0]?.seq ?? 0;
}

function begin(): void {
  const written = rig.committer.runNow(() => service.actOn('delete', lineSeq(), null, null));
  expect(written.ok).toBe(true);
  service.begin();
}

function newest(): ChatAction | undefined {
  service.reload();
  return service.slice().recent.at(-1);
}

/** The platform's own event of what was done. */
function told(): RoomEvent {
  const { roomId } = rig.room;
  const showId = rig.room.show()?.id;
  const {
    fragments: _text,
    replyTo: _to,
    pinned: _pinned,
    ...rest
  } = chat({ key: 'gone-1', ts: rig.ports.clock.wallNow() }, null, '');
  if (showId === undefined) throw new Error('no show');
  const gone = { kind: 'chat.deleted', targetId: 'line-1', userId: 'u-1', text: null } as const;
  return { ...rest, ...gone, seq: lineSeq() + 1, roomId, showId, eventTs: rest.receivedTs };
}

test('taken is not done: without the platform’s event nobody knows, and a late one is believed', async () => {
  begin();
  platform.answer({ isTaken: true, messageId: null });
  await settled();
  expect(newest()).toMatchObject({ state: 'waiting' });
  rig.ports.clock.advance(ACT_LIMIT_MS);
  expect(newest()).toMatchObject({ state: 'unknown', reason: 'no_answer' });
  service.committed(told(), sourceId + 1);
  rig.ports.clock.advance(0);
  expect(newest()).toMatchObject({ state: 'unknown' });
  service.committed(told(), sourceId);
  rig.ports.clock.advance(0);
  expect(newest()).toMatchObject({ state: 'done', reason: null });
});

test('a feed that fails is a refusal with a reason, and its words are in no log', async () => {
  begin();
  platform.fail(new TypeError('secret words of the chat'));
  await settled();
  expect(newest()).toMatchObject({ state: 'refused', reason: 'platform_failed' });
  expect(rig.ports.lines.filter(({ event }) => event === 'chat_act_failed')).toMatchObject([
    { fields: { error: 'TypeError' } },
  ]);
  expect(JSON.stringify(rig.ports.lines)).not.toContain('secret words');
});

test('what a store cannot take is written as soon as it can', async () => {
  begin();
  rig.fillDisk();
  platform.answer({ isTaken: false, reason: 'rate_limited', retryS: 3 });
  await settled();
  rig.ports.clock.advance(1_000);
  rig.freeDisk();
  rig.ports.clock.advance(1_000);
  expect(newest()).toMatchObject({ state: 'refused', reason: 'rate_limited', retryS: 3 });
});

test('what was not stored is not asked of the platform', () => {
  const { committer } = rig;
  let asked = 0;
  const write = () =>
    committer.runNow(() => {
      service.actOn('delete', lineSeq(), null, null);
      throw new Error('the disk is gone');
    });
  expect(write).toThrow('the disk is gone');
  service.reload();
  service.begin();
  asked += newest() === undefined ? 0 : 1;
  expect(asked).toBe(0);
});
