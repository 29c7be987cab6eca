import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';

import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { rawHttp } from '#tests/support/raw-http.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let rig: CoreRig;
let desk: RigScreen;
let token: string;
let lines: WebSocket[] = [];

beforeEach(async () => {
  folder = temporaryFolder();
  await start();
  lines = [];
});
afterEach(async () => {
  for (const line of lines) line.terminate();
  await rig.close();
  folder.clean();
});

async function start(): Promise<void> {
  rig = await startRig(folder.path);
  desk = rig.screen('desk');
}

const ALONE = { isOnNetwork: false, origins: [] };

async function switchOn(origins: string[] = []): Promise<void> {
  ({ token } = await desk.must('inbound.makeToken', { name: 'erp', isOnNetwork: false, origins }));
  await rig.advance(1_000);
}

async function onAir(): Promise<void> {
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  await rig.advance(1_000);
}

const inbound = () => desk.slice('inbound');
const source = () => desk.slice('sources').sources.find(({ channel }) => channel === 'erp');

function order(serial: number, patch: Readonly<Record<string, unknown>> = {}) {
  return {
    kind: 'order',
    dedupeKey: `o-${serial}:paid`,
    orderId: `o-${serial}`,
    status: 'paid',
    qty: 1,
    money: { amountMinor: 1_000 + serial, currency: 'CNY', exponent: 2 },
    ...patch,
  };
}

type Asked = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly line?: string;
};

async function post(events: unknown, { headers = {}, body, line }: Asked = {}) {
  const port = rig.core.pages()?.port ?? 0;
  const all = {
    Host: `127.0.0.1:${port}`,
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    ...headers,
  };
  const sent = Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  const answer = await rawHttp(
    port,
    line ?? 'POST /bridge/v1/events',
    sent,
    body ?? JSON.stringify({ events }),
  );
  return { ...answer, json: JSON.parse(answer.body === '' ? 'null' : answer.body) };
}

function rows(sql: string): readonly Record<string, unknown>[] {
  const db = new Database(rig.storePath, { readonly: true });
  try {
    return db.prepare<[], Record<string, unknown>>(sql).all();
  } finally {
    db.close();
  }
}

const ORDERS = `SELECT e.dedupe_key AS key FROM events e
  JOIN event_kinds k ON k.code = e.kind WHERE k.name = 'order' ORDER BY e.seq`;

describe('the endpoint of bridges', () => {
  test('is off: nothing listens in the app, and a page server that is open for others says 404', async () => {
    token = 'anything';
    expect(rig.core.pages()).toBeNull();
    await desk.must('screens.listen', { address: '127.0.0.1' });
    expect(await post([])).toMatchObject({ status: 404, json: { error: { code: 'off' } } });
    expect(inbound().endpoint).toBeNull();
  });

  test('answers after the commit, and what it takes is in the figures as of any source', async () => {
    await onAir();
    await switchOn();
    const answer = await post([order(1), order(2), order(2), order(3, { qty: 'many' })]);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      accepted: 2,
      duplicates: 1,
      refused: [{ index: 3, path: 'qty', code: 'wrong_type' }],
    });
    // No time has gone by: what was answered is on disk.
    expect(rows(ORDERS)).toEqual([{ key: 'o-1:paid' }, { key: 'o-2:paid' }]);
    await rig.advance(1_000);
    const [sum] = rows(`SELECT sum(json_extract(e.body, '$.money.amountMinor')) AS gmv
      FROM events e JOIN event_kinds k ON k.code = e.kind WHERE k.name = 'order'`);
    const paid = desk.slice('metrics')?.paid;
    expect(paid).toMatchObject([{ currency: 'CNY', amountMinor: sum?.['gmv'] }]);
    expect(sum?.['gmv']).toBe(2_003);
    expect(inbound()).toMatchObject({
      stored: 2,
      duplicates: 1,
      refused: 1,
      lastRefusal: { code: 'events_refused', index: 3, path: 'qty' },
    });
    expect(source()).toMatchObject({ connector: 'inbound', link: 'ready', platform: 'bridge' });
  });

  test('tells the shelf what is sold out', async () => {
    await onAir();
    await switchOn();
    await desk.must('shelf.putProduct', { fields: DRESS, linkNumber: 1 });
    const told = { kind: 'product', dedupeKey: 'p-1', productId: 'A1', state: 'soldout' };
    expect((await post([{ ...told, stock: 0 }])).json).toMatchObject({ accepted: 1 });
    await rig.advance(1_000);
    expect(desk.slice('shelf').items[0]).toMatchObject({ code: 'A1', isSoldOut: true, stock: 0 });
  });

  test('a coupon that its platform does not give stops GO with both values, over a restart too', async () => {
    await onAir();
    await switchOn();
    const money = (amountMinor: number) => ({ amountMinor, currency: 'CNY', exponent: 2 });
    const fields = { ...DRESS, priceMinor: 10_000, couponPriceMinor: 9_000 };
    const { productId } = await desk.must('shelf.putProduct', { fields, linkNumber: 1 });
    const told = { kind: 'product', productId: 'A1', state: 'listed', platform: 'douyin' };
    await post([{ ...told, dedupeKey: 'p-1', price: money(10_000), couponPrice: money(9_500) }]);
    const mismatch = { platform: 'douyin', field: 'coupon', card: 9_000, platformSays: 9_500 };
    const armed = async () => {
      await desk.must('shelf.arm', { linkNumber: 1 });
      await rig.advance(10);
      const { guards, mismatches } = desk.slice('shelf').armed ?? {};
      return { guards, mismatches };
    };
    expect(await armed()).toEqual({ guards: ['platform_coupon'], mismatches: [mismatch] });
    expect(await desk.run('shelf.go', { productId })).toMatchObject({
      error: { code: 'push_stopped', params: { reason: 'platform_coupon' } },
    });
    await rig.close();
    await start();
    expect(await armed()).toEqual({ guards: ['platform_coupon'], mismatches: [mismatch] });
    await post([{ ...told, dedupeKey: 'p-2', couponPrice: money(9_000) }]);
    expect(await armed()).toEqual({ guards: [], mismatches: [] });
    await desk.must('shelf.go', { productId });
  });

  test('clicks that it tells stand in the review of each pin', async () => {
    await onAir();
    await switchOn();
    const { productId } = await desk.must('shelf.putProduct', { fields: DRESS, linkNumber: 1 });
    const tell = (clicks: number) =>
      post([
        { kind: 'product', productId: 'A1', state: 'listed', dedupeKey: `c-${clicks}`, clicks },
      ]);
    expect((await tell(-1)).json).toMatchObject({
      accepted: 0,
      refused: [{ path: 'clicks', code: 'too_small' }],
    });
    await tell(4);
    await rig.advance(1_000);
    await desk.must('shelf.arm', { linkNumber: 1 });
    await desk.must('shelf.go', { productId });
    await rig.advance(30_000);
    await tell(25);
    await rig.advance(1_000);
    await desk.must('shelf.takeDown', {});
    await rig.advance(1_000);
    const { showId } = await desk.must('show.end', {});
    const [push] = (await desk.must('review.get', { showId })).pushes;
    expect(push?.airing?.before.clicks).toBe(4);
    expect(push?.airing?.during.clicks).toBe(21);
  });

  test('refuses whole what is not for it, says so on the desk and keeps nothing', async () => {
    await onAir();
    await switchOn(['https://erp.example.com']);
    const said = async (asked: Asked, events: unknown = [order(1)]) => {
      const { status, json } = await post(events, asked);
      return `${status} ${json?.error?.code ?? ''}`;
    };
    expect(await said({ headers: { Authorization: '' } })).toBe('401 token_missing');
    expect(await said({ headers: { Authorization: 'Bearer wrong' } })).toBe('401 token_wrong');
    await rig.advance(1_000);
    expect(inbound().lastRefusal?.code).toBe('token_wrong');
    const query = `POST /bridge/v1/events?token=${token}`;
    expect(await said({ line: query, headers: { Authorization: '' } })).toBe('401 token_missing');
    expect(await said({ headers: { Origin: 'https://evil.example' } })).toBe('403 ');
    expect(await said({ headers: { Host: 'evil.example' } })).toBe('403 ');
    expect(await said({ headers: { 'Content-Type': 'text/plain' } })).toBe('415 wrong_content');
    expect(await said({ headers: { 'Content-Encoding': 'gzip' } })).toBe('415 wrong_content');
    expect(await said({ body: '{' })).toBe('400 not_json');
    expect(await said({ body: ' '.repeat(1024 * 1024 + 1) })).toBe('413 too_large');
    expect(
      await said(
        {},
        Array.from({ length: 501 }, (_, at) => order(at)),
      ),
    ).toBe('413 too_many_events');
    expect(await said({ body: '{"events":1}' })).toBe('422 not_events');
    expect(await said({}, [{ kind: 'order' }])).toBe('422 events_refused');
    expect(await said({ line: 'GET /bridge/v1/events', body: ' ' })).toBe('405 wrong_method');
    expect(await said({ line: 'POST /bridge/v1/else' })).toBe('404 unknown_path');
    expect(rows(ORDERS)).toEqual([]);
    const allowed = { headers: { Origin: 'https://erp.example.com' } };
    expect(await said(allowed)).toBe('200 ');
  });

  test('says when to come again to one that comes too often, and to one that guesses', async () => {
    await onAir();
    await switchOn();
    let flooded = await post([]);
    for (let count = 0; count < 60; count += 1) flooded = await post([]);
    expect(flooded).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    const wrong = { headers: { Authorization: 'Bearer wrong' } };
    let guessed = await post([], wrong);
    for (let count = 0; count < 10; count += 1) guessed = await post([], wrong);
    expect(guessed.status).toBe(429);
    await rig.advance(1_000);
    expect((await post([])).status).toBe(200);
  });

  test('takes nothing without a show, in a demo, or while its source is switched off', async () => {
    await switchOn();
    expect((await post([order(1)])).json).toMatchObject({ error: { code: 'no_show' } });
    await onAir();
    const { id: sourceId } = source() ?? {};
    if (sourceId === undefined) throw new Error('its source is there from the start');
    await desk.must('source.setEnabled', { sourceId, isEnabled: false });
    await rig.advance(1_000);
    expect(await post([order(1)])).toMatchObject({
      status: 409,
      json: { error: { code: 'source_off' } },
    });
    await desk.must('show.end', {});
    await desk.must('show.leave', {});
    await desk.must('demo.start', { seed: 1, language: 'en', speed: 1, eventsPerSecond: null });
    expect((await post([order(1)])).json).toMatchObject({ error: { code: 'playback_on' } });
    expect(rows(`${ORDERS}`).some(({ key }) => key === 'o-1:paid')).toBe(false);
  });

  test('goes on after a restart; a new token voids the old one, and off is off', async () => {
    await onAir();
    await switchOn();
    const before = rig.core.pages()?.port;
    await rig.close();
    await start();
    await rig.advance(10);
    expect(rig.core.pages()?.port).toBe(before);
    expect(await post([order(1)])).toMatchObject({ status: 200, json: { accepted: 1 } });
    const [kept] = rows('SELECT hex(token_hash) AS hash, name FROM inbound_endpoints');
    expect(kept).toMatchObject({ name: 'erp' });
    expect(JSON.stringify(rows('SELECT * FROM commands'))).not.toContain(token);
    const old = token;
    await switchOn();
    expect((await post([], { headers: { Authorization: `Bearer ${old}` } })).status).toBe(401);
    expect((await post([])).status).toBe(200);
    await desk.must('inbound.close', {});
    expect(rig.core.pages()).toBeNull();
    expect(rows('SELECT * FROM inbound_endpoints')).toEqual([]);
    await rig.advance(1_000);
    expect(source()).toMatchObject({ isEnabled: false, link: 'off' });
    const setUp = await desk.run('inbound.setUp', ALONE);
    expect(setUp).toMatchObject({ ok: false, error: { code: 'inbound_off' } });
  });

  test('is called silent after three minutes without a word, and a gap says since when', async () => {
    await onAir();
    await switchOn();
    expect(source()).toMatchObject({ link: 'connecting', reason: 'bridge_waiting' });
    await post([]);
    await rig.advance(1_000);
    expect(source()?.link).toBe('ready');
    for (let second = 0; second < 190; second += 5) await rig.advance(5_000);
    expect(source()).toMatchObject({ link: 'reconnecting', reason: 'bridge_silent' });
    await post([]);
    await rig.advance(1_000);
    expect(source()?.link).toBe('ready');
    const gaps = rows('SELECT cause, to_ts - from_ts AS ms FROM gaps');
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ cause: 'source_lost' });
    expect(Number(gaps[0]?.['ms'])).toBeGreaterThanOrEqual(180_000);
  });
});

const DRESS = {
  code: 'A1',
  name: 'Dress',
  role: 'hero',
  currency: 'CNY',
  priceMinor: 9_900,
  listPriceMinor: null,
  couponPriceMinor: null,
  stock: 5,
  benefit: '',
  hook: '',
  look: '',
  story: '',
  value: '',
  callToAction: '',
  say: '',
  swatch: '',
} as const;

/** A bridge's WebSocket with what it heard. */
function stream(headers: Readonly<Record<string, string>> = {}) {
  const port = rig.core.pages()?.port ?? 0;
  const line = new WebSocket(`ws://127.0.0.1:${port}/bridge/v1/stream`, { headers });
  lines.push(line);
  const heard: Record<string, unknown>[] = [];
  line.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString('utf8'))));
  line.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => line.on('close', resolve));
  const opened = new Promise((resolve) => line.on('open', resolve));
  const until = async (count: number): Promise<Record<string, unknown>> => {
    while (heard.length < count) {
      await new Promise((resolve) => {
        line.once('message', resolve);
        line.once('close', resolve);
      });
      if (line.readyState === WebSocket.CLOSED && heard.length < count) throw new Error('closed');
    }
    return heard[count - 1] ?? {};
  };
  return { line, closed, opened, until };
}

describe('the WebSocket of a bridge', () => {
  test('takes the same messages, each answered after its commit under its id', async () => {
    await onAir();
    await switchOn();
    const { line, until } = stream();
    line.once('open', () => line.send(JSON.stringify({ type: 'hello', token })));
    expect(await until(1)).toEqual({ status: 200, type: 'welcome', name: 'erp' });
    line.send(JSON.stringify({ id: 'a', events: [order(1), { kind: 'order' }] }));
    expect(await until(2)).toMatchObject({
      status: 200,
      id: 'a',
      accepted: 1,
      refused: [{ index: 1 }],
    });
    expect(rows(ORDERS)).toEqual([{ key: 'o-1:paid' }]);
    line.send('{');
    expect(await until(3)).toMatchObject({ status: 400, error: { code: 'not_json' } });
    await rig.advance(1_000);
    expect(inbound().streams).toBe(1);
    expect(source()?.link).toBe('ready');
  });

  test('is cut when its token is withdrawn, and the source says that it is gone when it ends', async () => {
    await onAir();
    await switchOn();
    const first = stream({ Authorization: `Bearer ${token}` });
    await first.until(1);
    first.line.close();
    await first.closed;
    while (inbound().streams > 0 || source()?.link === 'ready') await rig.advance(1_000);
    expect(source()).toMatchObject({ link: 'reconnecting', reason: 'bridge_gone' });
    const second = stream({ Authorization: `Bearer ${token}` });
    await second.until(1);
    await desk.must('inbound.close', {});
    expect([1006, 4401]).toContain(await second.closed);
  });

  test('of a stranger is closed: a wrong token, no hello in time, a foreign page', async () => {
    await switchOn(['https://erp.example.com']);
    const wrong = stream({ Authorization: 'Bearer wrong', Origin: 'https://erp.example.com' });
    expect(await wrong.until(1)).toMatchObject({ status: 401, error: { code: 'token_wrong' } });
    expect(await wrong.closed).toBe(4401);
    const silent = stream();
    await silent.opened;
    // The server has the line when it answers another one.
    await post([]);
    await rig.advance(5_000);
    expect(await silent.until(1)).toMatchObject({ error: { code: 'hello_missing' } });
    expect(await silent.closed).toBe(4401);
    const foreign = stream({ Authorization: `Bearer ${token}`, Origin: 'https://evil.example' });
    expect(await foreign.closed).toBe(1006);
    const binary = stream({ Authorization: `Bearer ${token}` });
    await binary.until(1);
    binary.line.send(Buffer.from('{}'));
    expect(await binary.closed).toBe(1003);
  });
});
