import { createHmac } from 'node:crypto';
import { hostname } from 'node:os';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { OutletConfig } from '#shared/model/outlet.ts';
import type { OutletId, PushId } from '#shared/model/ids.ts';
import type { Armed, TargetAnswer } from '#shared/model/product.ts';
import { settled, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { startObsServer, type ObsServer } from '#tests/support/obs-server.ts';
import { startWebhookServer, type WebhookServer } from '#tests/support/webhook-server.ts';

const OBS: Extract<OutletConfig, { kind: 'obs' }> = {
  kind: 'obs',
  address: '',
  showScene: 'Stage',
  showSource: 'Card',
  switchScene: 'Close-up',
  textSource: 'Price',
  textTemplate: '{name} {price}',
  microphone: '',
  voiceAboveDb: -40,
};

let rig: CoreRig;
let desk: RigScreen;
let hook: WebhookServer;
let obs: ObsServer;

beforeEach(async () => {
  [hook, obs] = await Promise.all([startWebhookServer(), startObsServer('open sesame', 0)]);
  rig = await startRig(null);
  desk = rig.screen('desk');
});
afterEach(async () => {
  await rig.close();
  await Promise.all([hook.close(), obs.close()]);
});

/** A rehearsal with the demo's products, which may speak to the outside. */
async function rehearse(): Promise<void> {
  await desk.must('show.create', { title: 'A', origin: 'rehearsal', currency: 'CNY' });
  for (const [code, priceMinor, stock] of [
    ['A-1', 25_900, 40],
    ['A-2', 9_950, null],
  ] as const) {
    const text = {
      benefit: '',
      hook: '',
      look: '',
      story: '',
      value: '',
      callToAction: '',
      say: '',
    };
    const money = { currency: 'CNY', priceMinor, listPriceMinor: null, couponPriceMinor: null };
    const fields = {
      code,
      name: `Coat ${code}`,
      role: 'hero',
      swatch: '',
      stock,
      ...money,
      ...text,
    } as const;
    await desk.must('shelf.putProduct', { fields, linkNumber: null });
  }
  await desk.must('show.start', {});
  await rig.advance(10);
}

async function demo(): Promise<void> {
  const asked = { seed: 7, language: 'en', speed: 1, eventsPerSecond: 50 } as const;
  await desk.must('demo.start', asked);
  for (let second = 0; second < 4; second += 1) await rig.advance(1_000);
}

async function add(config: OutletConfig, secret: string | null): Promise<OutletId> {
  const { outletId } = await desk.must('outlet.put', { outletId: null, name: config.kind, config });
  if (secret !== null) await desk.must('outlet.setSecret', { outletId, secret });
  await rig.advance(1);
  return outletId;
}

const addHook = () => add({ kind: 'webhook', url: hook.url }, 'the key');

async function addObs(): Promise<OutletId> {
  const id = await add({ ...OBS, address: obs.address }, 'open sesame');
  await until(() => linkOf(id) === 'ready');
  return id;
}

function linkOf(id: OutletId): string | undefined {
  return desk.slice('outlets').outlets.find((outlet) => outlet.id === id)?.link.state;
}

/** Sockets are real here, only the clock is not: turns of the loop until it is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await settled();
    await rig.advance(1);
  }
}

async function push(linkNumber: number): Promise<PushId> {
  const { productId } = await desk.must('shelf.arm', { linkNumber });
  const { pushId } = await desk.must('shelf.go', { productId });
  await rig.advance(1);
  return pushId;
}

function answer(id: OutletId): TargetAnswer | undefined {
  return desk.slice('shelf').lastPush?.targets.find(({ outletId }) => outletId === id);
}

async function answered(id: OutletId): Promise<TargetAnswer | undefined> {
  await until(() => answer(id)?.state !== 'waiting');
  return answer(id);
}

function previewOf(armed: Armed, id: OutletId): Armed['preview'][number] | undefined {
  return armed.preview.find(({ outletId }) => outletId === id);
}

const events = (): unknown[] => hook.received.map(({ headers }) => headers['cuedesk-event']);

describe('a webhook', () => {
  test('gets a signed POST of what was pushed, and is done when it answers', async () => {
    await rehearse();
    const id = await addHook();
    const pushId = await push(1);
    expect(await answered(id)).toMatchObject({ state: 'ok', delayMs: expect.any(Number) });
    const [sent] = hook.received;
    const timestamp = String(sent?.headers['cuedesk-timestamp']);
    const mac = createHmac('sha256', 'the key').update(`${timestamp}.${sent?.body}`).digest('hex');
    expect(sent?.headers['cuedesk-signature']).toBe(`v1=${mac}`);
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({
      version: 1,
      event: 'product.pushed',
      id: sent?.headers['idempotency-key'],
      show: { origin: 'rehearsal' },
      push: { id: pushId, restoredId: null },
      product: { code: 'A-1', linkNumber: 1, currency: 'CNY', priceMinor: 25_900, stock: 40 },
    });
  });

  test('that fails is tried again under the same key, and its own refusal is not', async () => {
    await rehearse();
    const id = await addHook();
    hook.manners = [503, 429, 200];
    await push(1);
    await until(() => {
      rig.ports.clock.advance(100);
      return answer(id)?.state === 'ok';
    });
    expect(new Set(hook.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(hook.received).toHaveLength(3);
    hook.manners = [410];
    await push(2);
    expect(await answered(id)).toMatchObject({ state: 'failed', reason: 'http_410' });
    expect(hook.received).toHaveLength(4);
  });

  test('is not followed anywhere by a redirect', async () => {
    await rehearse();
    const id = await addHook();
    hook.manners = [{ location: 'http://169.254.169.254/' }];
    await push(1);
    expect(await answered(id)).toMatchObject({ state: 'failed', reason: 'http_302' });
  });

  test('that hangs holds up no GO, no other target and no end of the show', async () => {
    await rehearse();
    const [hung, other] = [await addHook(), await addObs()];
    hook.manners = ['hang'];
    await push(1);
    expect(await answered(other)).toMatchObject({ state: 'ok' });
    await until(() => hook.received.length === 1);
    await push(2);
    expect(answer(hung)).toMatchObject({ state: 'waiting' });
    await desk.must('show.end', {});
    await until(() => {
      rig.ports.clock.advance(1_000);
      return answer(hung)?.state === 'unknown';
    });
    expect(answer(hung)).toMatchObject({ reason: 'no_answer', delayMs: null });
  });

  test('whose name leads into the machine is not sent to', async () => {
    await rehearse();
    const url = `https://${hostname()}:${new URL(hook.url).port}/hook`;
    const id = await add({ kind: 'webhook', url }, 'the key');
    await push(1);
    expect(await answered(id)).toMatchObject({ state: 'failed', reason: 'private' });
    expect(hook.received).toEqual([]);
  });

  test('without a key is never sent to', async () => {
    await rehearse();
    const id = await add({ kind: 'webhook', url: hook.url }, null);
    await push(1);
    expect(await answered(id)).toMatchObject({ state: 'failed', reason: 'key_missing' });
    expect(hook.received).toEqual([]);
  });

  test('hears of an undo, with what is on again, and of a take-down', async () => {
    await rehearse();
    const id = await addHook();
    const first = await push(1);
    await answered(id);
    const second = await push(2);
    await answered(id);
    await desk.must('shelf.undo', { pushId: second });
    await until(() => answer(id)?.reverse?.state === 'ok');
    expect(JSON.parse(hook.received.at(-1)?.body ?? '')).toMatchObject({
      event: 'product.undone',
      push: { id: second, restoredId: first },
    });
    await desk.must('shelf.takeDown', {});
    await until(() => hook.received.length === 4);
    expect(events()).toEqual([
      'product.pushed',
      'product.pushed',
      'product.undone',
      'product.taken_down',
    ]);
  });

  test('hears of a stock that changes while the product is on', async () => {
    await rehearse();
    const id = await addHook();
    await push(1);
    await answered(id);
    await rig.advance(600);
    const { productId } = desk.slice('shelf').items[0] ?? { productId: null };
    if (productId === null) throw new Error('an empty shelf');
    await desk.must('shelf.setSoldOut', { productId, isSoldOut: true });
    await until(() => {
      rig.ports.clock.advance(500);
      return hook.received.length > 1;
    });
    expect(JSON.parse(hook.received[1]?.body ?? '')).toMatchObject({
      event: 'product.updated',
      product: { isSoldOut: true },
    });
  });
});

describe('an OBS', () => {
  test('shows, switches and writes; undo puts everything back', async () => {
    await rehearse();
    const id = await addObs();
    const pushId = await push(1);
    expect(await answered(id)).toMatchObject({ state: 'ok', delayMs: expect.any(Number) });
    expect([...obs.state.items.values(), obs.state.scene, obs.state.texts.get('Price')]).toEqual([
      true,
      'Close-up',
      'Coat A-1 ¥259',
    ]);
    await desk.must('shelf.undo', { pushId });
    await until(() => answer(id)?.reverse?.state === 'ok');
    expect([...obs.state.items.values(), obs.state.scene, obs.state.texts.get('Price')]).toEqual([
      false,
      'Stage',
      'before',
    ]);
  });

  test('that has no such source says so', async () => {
    await rehearse();
    const id = await addObs();
    const config = { ...OBS, address: obs.address, showSource: 'Gone' };
    await desk.must('outlet.put', { outletId: id, name: 'OBS', config });
    await rig.advance(1);
    await until(() => linkOf(id) === 'ready');
    await push(1);
    expect(await answered(id)).toMatchObject({ state: 'failed', reason: 'obs_not_found' });
  });

  test('with a wrong password is said to be so and is not asked again and again', async () => {
    await rehearse();
    const id = await add({ ...OBS, address: obs.address }, 'wrong');
    await until(() => linkOf(id) === 'failed');
    const [shown] = desk.slice('outlets').outlets;
    expect(shown?.link).toEqual({ state: 'failed', reason: 'password_refused' });
    expect(JSON.stringify(desk.frames)).not.toContain('wrong');
    await rig.advance(120_000);
    expect(obs.connections()).toBe(0);
  });

  test('that is down fails at once, slows no other target, and is reached again by itself', async () => {
    await rehearse();
    const [id, other] = [await addObs(), await addHook()];
    obs.drop();
    await until(() => linkOf(id) === 'waiting');
    await push(1);
    expect(answer(id)).toMatchObject({ state: 'failed', reason: 'not_connected' });
    expect(await answered(other)).toMatchObject({ state: 'ok' });
    await until(() => {
      rig.ports.clock.advance(100);
      return linkOf(id) === 'ready';
    });
    await push(2);
    expect(await answered(id)).toMatchObject({ state: 'ok' });
  });

  test('that falls silent is not known to have done it', async () => {
    await rehearse();
    const id = await addObs();
    obs.fallSilent();
    await push(1);
    await until(() => obs.asked.length > 0);
    await until(() => {
      rig.ports.clock.advance(500);
      return answer(id)?.state !== 'waiting';
    });
    expect(answer(id)).toMatchObject({ state: 'unknown', reason: 'no_answer' });
  });

  test('says what it has to choose from', async () => {
    await rehearse();
    const { list } = await desk.must('outlet.list', { outletId: await addObs() });
    expect(list).toEqual({ scenes: ['Stage', 'Close-up'], sources: ['Price'], items: [] });
  });
});

describe('a chat', () => {
  const config = (template: string): OutletConfig => {
    const source = desk.slice('sources').sources.find(({ acts }) => acts.can.send);
    if (source === undefined) throw new Error('no source can write');
    return { kind: 'chat', sourceId: source.id, template };
  };

  test('gets a line, done by its own echo; undo takes the line out', async () => {
    await demo();
    const id = await add(config('Link {link}: {name} {price}'), null);
    const { productId } = await desk.must('shelf.arm', { linkNumber: 1 });
    await rig.advance(1);
    const text = previewOf(await desk.must('shelf.arm', { linkNumber: 1 }), id)?.text ?? '';
    expect(text).toMatch(/^Link 1: .+ \$\d/);
    const { pushId } = await desk.must('shelf.go', { productId });
    await until(() => {
      rig.ports.clock.advance(50);
      return answer(id)?.state === 'ok';
    });
    const sent = desk.events().filter((event) => event.kind === 'chat.acted');
    expect(sent).toMatchObject([{ act: 'send', text }]);
    await desk.must('shelf.undo', { pushId });
    await until(() => {
      rig.ports.clock.advance(50);
      return answer(id)?.reverse?.state === 'ok';
    });
    expect(desk.events().filter((event) => event.kind === 'chat.deleted')).toHaveLength(1);
  });

  test('is not written in while a value is unknown, and an unknown variable is refused', async () => {
    await demo();
    const id = await add(config('{name}: {stock} left'), null);
    const { items } = desk.slice('shelf');
    const item = items[0];
    if (item === undefined) throw new Error('an empty shelf');
    const {
      productId: _p,
      linkNumber,
      isSoldOut: _s,
      imageId: _i,
      groupId: _g,
      airtimeMs: _a,
      ordersPaid: _o,
      ...others
    } = item;
    const { unitsPaid: _u, paidMinor: _m, ...fields } = others;
    await desk.must('shelf.putProduct', { fields: { ...fields, stock: null }, linkNumber });
    const armed = await desk.must('shelf.arm', { linkNumber });
    expect(previewOf(armed, id)).toMatchObject({ isConnected: false, problem: 'stock_unknown' });
    await push(linkNumber);
    expect(answer(id)).toMatchObject({ state: 'failed', reason: 'stock_unknown' });
    expect(desk.events().some((event) => event.kind === 'chat.acted')).toBe(false);
    const wrong = { outletId: null, name: 'B', config: config('{cost}') };
    expect(await desk.run('outlet.put', wrong)).toMatchObject({
      error: { code: 'outlet_refused', params: { what: 'template', given: '{cost}' } },
    });
  });
});

describe('a console', () => {
  const console: OutletConfig = { kind: 'manual', consoleUrl: '', template: '{link} {name}' };

  test('waits for the operator, whose delay is measured; each is asked once', async () => {
    await rehearse();
    const outletId = await add(console, null);
    const pushId = await push(1);
    expect(answer(outletId)).toMatchObject({ state: 'waiting', text: '1 Coat A-1' });
    await rig.advance(2_300);
    await desk.must('outlet.confirm', { pushId, outletId, isDone: true });
    await rig.advance(1);
    expect(answer(outletId)).toMatchObject({ state: 'ok' });
    expect(answer(outletId)?.delayMs).toBeGreaterThanOrEqual(2_300);
    const again = await desk.run('outlet.confirm', { pushId, outletId, isDone: true });
    expect(again).toMatchObject({ error: { code: 'nothing_to_confirm' } });
  });

  test('that nobody confirmed before the next push is not known', async () => {
    await rehearse();
    const outletId = await add(console, null);
    const first = await push(1);
    await push(2);
    await rig.advance(1);
    const result = await desk.run('outlet.confirm', { pushId: first, outletId, isDone: true });
    expect(result).toMatchObject({ error: { code: 'nothing_to_confirm' } });
    expect(answer(outletId)).toMatchObject({ state: 'waiting', text: '2 Coat A-2' });
  });
});

test('a console that was asked for a push that is undone is asked no more', async () => {
  await rehearse();
  const outletId = await add({ kind: 'manual', consoleUrl: '', template: '{link}' }, null);
  const pushId = await push(1);
  await desk.must('shelf.undo', { pushId });
  await rig.advance(1);
  await rig.advance(1);
  expect(answer(outletId)).toMatchObject({
    state: 'unknown',
    reason: 'not_confirmed',
    reverse: { state: 'none', reason: 'no_reverse' },
  });
});

describe('which targets a push has', () => {
  test('follows the outlet, and the product where it goes its own way', async () => {
    await rehearse();
    const outletId = await add({ kind: 'manual', consoleUrl: '', template: '{link}' }, null);
    const [first, second] = desk.slice('shelf').items;
    if (first === undefined || second === undefined) throw new Error('an empty shelf');
    const isThere = async (linkNumber: number): Promise<boolean> => {
      await rig.advance(1);
      return previewOf(await desk.must('shelf.arm', { linkNumber }), outletId) !== undefined;
    };
    await desk.must('outlet.setOnFor', { outletId, productId: first.productId, isOn: false });
    expect([await isThere(1), await isThere(2)]).toEqual([false, true]);
    await desk.must('outlet.setOn', { outletId, isOn: false });
    await desk.must('outlet.setOnFor', { outletId, productId: second.productId, isOn: true });
    expect([await isThere(1), await isThere(2)]).toEqual([false, true]);
    await desk.must('outlet.setOnFor', { outletId, productId: second.productId, isOn: null });
    expect(await isThere(2)).toBe(false);
    await desk.must('outlet.remove', { outletId });
    await rig.advance(1);
    expect(desk.slice('outlets')).toEqual({ outlets: [], overrides: [] });
  });

  test('a demo sends nothing outside', async () => {
    await demo();
    const id = await addHook();
    await push(1);
    expect(answer(id)).toMatchObject({ state: 'none', reason: 'not_live' });
    expect(hook.received).toEqual([]);
  });

  test('other screens are told of no outlet', async () => {
    await rehearse();
    await addHook();
    const anchor = rig.screen('anchor');
    expect(Object.keys(anchor.snapshot().slices)).not.toContain('outlets');
  });
});
