import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { HOLD_MS, MAX_WAITING, REQUEST_LIFETIME_MS } from '#core/screens/screen-requests.ts';
import { PairState } from '#shared/contract/pair-state.ts';
import { RoomId, ScreenRequestId } from '#shared/model/ids.ts';
import type { RawAnswer } from '#tests/support/raw-http.ts';
import {
  codeOf,
  cookieOf,
  disconnected,
  outcome,
  postPair,
  postWait,
  screenSocket,
} from '#tests/support/screen-client.ts';
import {
  expectOk,
  letIn,
  ROOM,
  type ScreensRig,
  startScreensRig,
} from '#tests/support/screens-rig.ts';

let rig: ScreensRig;
beforeEach(async () => {
  rig = await startScreensRig();
});
afterEach(() => rig.close());

const stateOf = (answer: RawAnswer): PairState => PairState.parse(JSON.parse(answer.body));
const tokens = (): number =>
  rig.db.all<{ id: number }>(sql`SELECT id FROM screens WHERE role <> 'desk'`).length;

/** A device hands in the code of a new offer; resolves with its claim and its check number. */
async function ask(name = 'iPad'): Promise<{ readonly claim: string; readonly check: string }> {
  const { url } = await rig.offer('anchor');
  const answer = await postPair(rig.port, { code: codeOf(url), name });
  expect(answer.status).toBe(202);
  const state = stateOf(answer);
  if (state.state !== 'waiting') throw new Error(`not waiting: ${state.state}`);
  return { claim: cookieOf(answer), check: state.check };
}

function onlyRequest() {
  const [request, ...more] = rig.slice().requests;
  if (request === undefined || more.length > 0) throw new Error('not one request');
  return request;
}

describe('a device with a right code', () => {
  test('waits with a number that the desk shows too, and has no token', async () => {
    const { claim, check } = await ask();
    expect(rig.slice()).toMatchObject({ offer: null, screens: [] });
    expect(onlyRequest()).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
      role: 'anchor',
      trade: null,
      name: 'iPad',
      address: '127.0.0.1',
      check,
      sinceTs: rig.clock.wallNow(),
      expiresTs: rig.clock.wallNow() + REQUEST_LIFETIME_MS,
    });
    expect(tokens()).toBe(0);
    const asToken = claim.replace('cuedesk_wait_anchor', 'cuedesk_anchor');
    expect(await outcome(screenSocket(rig.port, 'anchor', asToken))).toBe('not_allowed');
  });

  test('gets its token with the approval, however often it comes for it, until it is in', async () => {
    const { claim } = await ask();
    const held = postWait(rig.port, 'anchor', claim);
    await heldAnswers(1);
    expectOk(rig.screens.approve(ROOM, onlyRequest().id));
    const first = await held;
    expect(stateOf(first)).toEqual({ state: 'in' });
    // The answer may be lost on its way: the same claim gets the same token.
    const again = await postWait(rig.port, 'anchor', claim);
    expect(cookieOf(again)).toBe(cookieOf(first));
    expect(tokens()).toBe(1);
    const socket = screenSocket(rig.port, 'anchor', cookieOf(first));
    expect(await outcome(socket)).toBe('connected');
    const late = await postWait(rig.port, 'anchor', claim);
    expect(stateOf(late)).toEqual({ state: 'none' });
    expect(late.headers['set-cookie']).toBeUndefined();
    socket.disconnect();
  });

  test('is told when it is refused, and what it holds is worth nothing', async () => {
    const { claim } = await ask();
    const { id } = onlyRequest();
    expectOk(rig.screens.refuse(ROOM, id));
    expect(stateOf(await postWait(rig.port, 'anchor', claim))).toEqual({ state: 'refused' });
    expect(rig.screens.approve(ROOM, id)).toMatchObject({
      error: { code: 'unknown_screen_request' },
    });
    expect(tokens()).toBe(0);
  });

  test('that nobody answers is let go after two minutes', async () => {
    const { claim } = await ask();
    rig.clock.advance(REQUEST_LIFETIME_MS - 1);
    expect(rig.slice().requests).toHaveLength(1);
    rig.clock.advance(1);
    expect(rig.slice().requests).toEqual([]);
    expect(stateOf(await postWait(rig.port, 'anchor', claim))).toEqual({ state: 'expired' });
  });

  test('that never came for its approval leaves no token behind', async () => {
    const { claim } = await ask();
    rig.approveLast();
    rig.clock.advance(REQUEST_LIFETIME_MS);
    expect(stateOf(await postWait(rig.port, 'anchor', claim))).toEqual({ state: 'expired' });
    expect(tokens()).toBe(0);
  });

  test('hears after a while that it still waits', async () => {
    const { claim, check } = await ask();
    const held = postWait(rig.port, 'anchor', claim);
    await heldAnswers(1);
    rig.clock.advance(HOLD_MS);
    const leftMs = REQUEST_LIFETIME_MS - HOLD_MS;
    expect(stateOf(await held)).toEqual({ state: 'waiting', check, leftMs });
  });

  test('that was loaded anew hears at once that it still waits', async () => {
    const { claim, check } = await ask();
    const answer = await postWait(rig.port, 'anchor', claim, '127.0.0.1', false);
    expect(stateOf(answer)).toEqual({ state: 'waiting', check, leftMs: REQUEST_LIFETIME_MS });
  });

  test('is sent away when second screens are closed', async () => {
    const { claim } = await ask();
    await rig.screens.closeListening();
    expect(rig.slice().requests).toEqual([]);
    expect(stateOf(await postWait(rig.port, 'anchor', claim))).toEqual({ state: 'refused' });
  });

  test('that was revoked at once hears no more of its old approval', async () => {
    const cookie = await letIn(rig, 'anchor');
    const socket = screenSocket(rig.port, 'anchor', cookie);
    await outcome(socket);
    const gone = disconnected(socket);
    const [screen] = rig.slice().screens;
    if (screen === undefined) throw new Error('no screen');
    expectOk(rig.screens.revoke(ROOM, screen.id));
    await gone;
    expect(stateOf(await postWait(rig.port, 'anchor', cookie))).toEqual({ state: 'none' });
  });

  test('is unknown to a core that started again; one that was let in is known', async () => {
    const cookie = await letIn(rig, 'anchor');
    const { claim } = await ask('other');
    rig = await rig.restart();
    expect(rig.slice().requests).toEqual([]);
    expect(stateOf(await postWait(rig.port, 'anchor', claim))).toEqual({ state: 'none' });
    expect(await outcome(screenSocket(rig.port, 'anchor', cookie))).toBe('connected');
  });
});

describe('requests are bounded', () => {
  test('a fifth device must wait its turn, and its code is not used up', async () => {
    const checks = new Set<string>();
    for (let at = 0; at < MAX_WAITING; at += 1) {
      checks.add((await ask(`device ${at}`)).check);
      rig.clock.advance(2_000);
    }
    expect(checks.size).toBe(MAX_WAITING);
    const { url } = await rig.offer('anchor');
    const fifth = await postPair(rig.port, { code: codeOf(url), name: '' });
    expect(fifth.status).toBe(429);
    expect(JSON.parse(fifth.body)).toMatchObject({ code: 'screen_requests_full' });
    const [oldest] = rig.slice().requests;
    expectOk(rig.screens.refuse(ROOM, ScreenRequestId.parse(oldest?.id)));
    expect((await postPair(rig.port, { code: codeOf(url), name: '' })).status).toBe(202);
  });

  test('a code makes one request, and a device has one at a time', async () => {
    const { url } = await rig.offer('anchor');
    const first = await postPair(rig.port, { code: codeOf(url), name: 'A' });
    expect((await postPair(rig.port, { code: codeOf(url), name: 'B' })).status).toBe(410);
    const next = await rig.offer('anchor');
    const cookie = cookieOf(first);
    await postPair(rig.port, { code: codeOf(next.url), name: 'C' }, { cookie });
    expect(onlyRequest().name).toBe('C');
    expect(stateOf(await postWait(rig.port, 'anchor', cookie))).toEqual({ state: 'none' });
  });
});

test('a request belongs to its room and its role', async () => {
  const { claim } = await ask();
  const elsewhere = RoomId.parse('second');
  expect(rig.screens.slice(elsewhere).requests).toEqual([]);
  expect(rig.screens.approve(elsewhere, onlyRequest().id)).toMatchObject({
    error: { code: 'unknown_screen_request' },
  });
  expect(stateOf(await postWait(rig.port, 'overlay', claim))).toEqual({ state: 'none' });
  expect(rig.slice().requests).toHaveLength(1);
});

/** Waits until so many requests have come to be answered. */
async function heldAnswers(count: number): Promise<void> {
  const waits = (): number => rig.lines.filter(({ event }) => event === 'screen_waits').length;
  while (waits() < count) await new Promise((resolve) => setImmediate(resolve));
}
