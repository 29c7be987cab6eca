import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { OFFER_LIFETIME_MS } from '#core/screens/pairing.ts';
import { rawHttp } from '#tests/support/raw-http.ts';
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

const offer = () => rig.offer('anchor');
const refusal = (body: string): unknown => JSON.parse(body);

/** Digits that are surely not the offered ones. */
function wrongDigits(right: string, at: number): string {
  return String((Number(right) + 1 + at) % 1_000_000).padStart(6, '0');
}

describe('a link', () => {
  test('lets one device in once, and the store keeps only a hash', async () => {
    const { url, expiresTs } = await offer();
    expect(url).toBe(`http://127.0.0.1:${rig.port}/anchor/#code=${codeOf(url)}`);
    expect(Buffer.from(codeOf(url), 'base64url')).toHaveLength(16);
    expect(expiresTs).toBe(rig.clock.wallNow() + 120_000);

    const asked = await postPair(rig.port, { code: codeOf(url), name: ' 平板 ' });
    expect(asked.status).toBe(202);
    rig.approveLast();
    const first = await postWait(rig.port, 'anchor', cookieOf(asked));
    expect(first.headers['set-cookie']).toMatch(
      /^cuedesk_anchor_[0-9a-f]{8}=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=\d+$/,
    );
    const { screens, offer: running } = rig.slice();
    expect(running).toBeNull();
    expect(screens).toMatchObject([{ role: 'anchor', name: '平板', isConnected: false }]);
    const token = cookieOf(first).split('=')[1] ?? '';
    const stored = rig.db.all<{ token_hash: Buffer }>(sql`SELECT token_hash FROM screens`);
    expect(stored[0]?.token_hash).toHaveLength(32);
    expect(stored[0]?.token_hash.toString()).not.toContain(token);

    const second = await postPair(rig.port, { code: codeOf(url), name: '' });
    expect(second.status).toBe(410);
    expect(refusal(second.body)).toEqual({ code: 'pairing_code_expired', params: {} });
  });

  test('ends after two minutes, whatever the wall clock says', async () => {
    const { url } = await offer();
    rig.clock.setWall(rig.clock.wallNow() - 3_600_000);
    rig.clock.advance(OFFER_LIFETIME_MS - 1);
    expect(rig.slice().offer).not.toBeNull();
    expect(rig.slice().offerEnded).toBeNull();
    rig.clock.advance(1);
    expect(rig.slice().offer).toBeNull();
    expect(rig.slice().offerEnded).toEqual({ role: 'anchor', trade: null, why: 'expired' });
    const late = await postPair(rig.port, { code: codeOf(url), name: '' });
    expect(late.status).toBe(410);
    expect(refusal(late.body)).toEqual({ code: 'pairing_code_expired', params: {} });
  });

  test('is void once there is a newer one, or it was cancelled', async () => {
    const old = await offer();
    const current = await offer();
    const answer = await postPair(rig.port, { code: codeOf(old.url), name: '' });
    expect(refusal(answer.body)).toMatchObject({ code: 'pairing_code_wrong' });
    rig.screens.cancelOffer();
    expect(rig.slice().offerEnded).toBeNull();
    expect((await postPair(rig.port, { code: codeOf(current.url), name: '' })).status).toBe(403);
  });
});

describe('typed digits', () => {
  test('let in only the role that was offered', async () => {
    const { digits } = await offer();
    const overlay = await postPair(rig.port, { digits, role: 'overlay', name: '' });
    expect(refusal(overlay.body)).toEqual({ code: 'pairing_code_wrong', params: { triesLeft: 4 } });
    expect((await postPair(rig.port, { digits, role: 'anchor', name: '' })).status).toBe(202);
  });

  test('void the whole offer at the fifth wrong try', async () => {
    const { digits, url } = await offer();
    const codes: unknown[] = [];
    for (let at = 0; at < 5; at += 1) {
      const wrong = { digits: wrongDigits(digits, at), role: 'anchor', name: '' };
      codes.push(refusal((await postPair(rig.port, wrong)).body));
    }
    expect(codes.at(-1)).toEqual({ code: 'pairing_locked', params: {} });
    expect((await postPair(rig.port, { digits, role: 'anchor', name: '' })).status).toBe(429);
    expect((await postPair(rig.port, { code: codeOf(url), name: '' })).status).toBe(429);
    expect(rig.slice().offer).toBeNull();
    expect(rig.slice().offerEnded).toEqual({ role: 'anchor', trade: null, why: 'locked' });
    await offer();
    expect(rig.slice().offerEnded).toBeNull();
  });

  test('ten thousand guesses never reach the right one', async () => {
    const { digits } = await offer();
    const answers = new Set<number>();
    for (let at = 0; at < 10_000; at += 100) {
      const batch = Array.from({ length: 100 }, (_, step) =>
        postPair(rig.port, { digits: wrongDigits(digits, at + step), role: 'anchor', name: '' }),
      );
      for (const answer of await Promise.all(batch)) answers.add(answer.status);
    }
    answers.add((await postPair(rig.port, { digits, role: 'anchor', name: '' })).status);
    expect([...answers].toSorted((a, b) => a - b)).toEqual([403, 429]);
    expect(rig.slice().screens).toEqual([]);
  }, 60_000);
});

test.each([
  ['no body', ''],
  ['not JSON', '{'],
  ['a field too many', JSON.stringify({ code: 'x', name: '', role: 'desk' })],
  ['both ways', JSON.stringify({ code: 'x', digits: '000000', role: 'anchor' })],
  ['a long body', JSON.stringify({ code: 'x', name: 'n'.repeat(5_000) })],
])('a pairing with %s is refused', async (_what, body) => {
  const headers = [
    `Host: 127.0.0.1:${rig.port}`,
    `Origin: http://127.0.0.1:${rig.port}`,
    'Content-Type: application/json',
  ];
  const answer = await rawHttp(rig.port, 'POST /pair', headers, body);
  expect(answer.status).toBe(400);
  expect(refusal(answer.body)).toMatchObject({ code: 'bad_request' });
});

describe('a paired screen', () => {
  test('comes in with its cookie, as its role only', async () => {
    const cookie = await letIn(rig, 'anchor');
    const anchor = screenSocket(rig.port, 'anchor', cookie);
    expect(await outcome(anchor)).toBe('connected');
    expect(rig.served[0]?.identity).toEqual({ role: 'anchor', screenId: 1, roomId: ROOM });
    expect(rig.screens.connectedCount(ROOM, 'anchor')).toBe(1);
    expect(rig.slice().screens).toMatchObject([{ isConnected: true }]);
    anchor.disconnect();
    const renamed = cookie.replace('cuedesk_anchor', 'cuedesk_desk');
    for (const [role, sent] of [
      ['desk', cookie],
      ['desk', renamed],
      ['overlay', cookie],
      ['anchor', ''],
      ['anchor', `${cookie}x`],
      ['cli', cookie],
    ] as const) {
      expect(await outcome(screenSocket(rig.port, role, sent))).toBe('not_allowed');
    }
  });

  test('is put out at once when it is revoked, and stays out', async () => {
    const cookie = await letIn(rig, 'anchor');
    const socket = screenSocket(rig.port, 'anchor', cookie);
    await outcome(socket);
    const gone = disconnected(socket);
    const [screen] = rig.slice().screens;
    if (screen === undefined) throw new Error('no screen');
    expectOk(rig.screens.revoke(ROOM, screen.id));
    expect(await gone).toBe('io server disconnect');
    expect(rig.slice().screens).toEqual([]);
    expect(await outcome(screenSocket(rig.port, 'anchor', cookie))).toBe('not_allowed');
    expect(rig.screens.revoke(ROOM, screen.id)).toMatchObject({
      error: { code: 'unknown_screen' },
    });
  });

  test('that is paired again replaces itself', async () => {
    const cookie = await letIn(rig, 'anchor');
    await letIn(rig, 'anchor', { name: 'B', cookie });
    expect(rig.slice().screens).toMatchObject([{ name: 'B' }]);
    expect(await outcome(screenSocket(rig.port, 'anchor', cookie))).toBe('not_allowed');
  });
});

describe('the desk in a browser', () => {
  test('is let in once by each link, for as long as the link waits', async () => {
    const code = codeOf(rig.screens.deskUrl());
    const another = codeOf(rig.screens.deskUrl());
    rig.clock.advance(OFFER_LIFETIME_MS * 10);
    expect((await postPair(rig.port, { code, name: '' })).status).toBe(204);
    expect((await postPair(rig.port, { code, name: '' })).status).toBe(403);
    expect((await postPair(rig.port, { code: another, name: '' })).status).toBe(204);
  });

  test('stays let in when the core starts again, on the same port', async () => {
    const code = codeOf(rig.screens.deskUrl());
    const cookie = cookieOf(await postPair(rig.port, { code, name: '' }));
    const portBefore = rig.port;
    rig = await rig.restart();
    expect(rig.port).toBe(portBefore);
    expect(await outcome(screenSocket(rig.port, 'desk', cookie))).toBe('connected');
    expect(rig.served[0]?.identity.role).toBe('desk');
  });
});
