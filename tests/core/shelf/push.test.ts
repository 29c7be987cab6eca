import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ARM_TIMEOUT_MS, UNDO_WINDOW_MS } from '#shared/model/product.ts';

import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { order } from '#tests/support/make-event.ts';

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await desk.must('demo.start', { seed: 7, language: 'zh-CN', speed: 1, eventsPerSecond: null });
});
afterEach(async () => {
  await rig.close();
});

async function push(linkNumber: number): Promise<number> {
  const { productId } = await desk.must('shelf.arm', { linkNumber });
  const { pushId } = await desk.must('shelf.go', { productId });
  await rig.advance(10);
  return pushId;
}

describe('arming', () => {
  it('sends nothing yet, shows what will go out, and ends by itself', async () => {
    await desk.must('shelf.arm', { linkNumber: 2 });
    await rig.advance(10);
    const armed = desk.slice('shelf').armed;
    expect(armed).toMatchObject({ linkNumber: 2, linkedCueText: expect.any(String) });
    expect(armed?.preview.map(({ target, isConnected }) => [target, isConnected])).toEqual([
      ['shelf', true],
      ['anchor', false],
      ['overlay', false],
      ['cue', true],
    ]);
    expect(desk.slice('shelf').current).toBeNull();
    await rig.advance(ARM_TIMEOUT_MS);
    expect(desk.slice('shelf').armed).toBeNull();
  });

  it('of a number that no product has is refused', async () => {
    const result = await desk.run('shelf.arm', { linkNumber: 77 });
    expect(result).toMatchObject({ ok: false, error: { code: 'unknown_product' } });
  });
});

describe('GO', () => {
  it('fires only what the operator saw armed', async () => {
    const first = await desk.must('shelf.arm', { linkNumber: 1 });
    await desk.must('shelf.arm', { linkNumber: 2 });
    const result = await desk.run('shelf.go', { productId: first.productId });
    expect(result).toMatchObject({ ok: false, error: { code: 'armed_product_changed' } });
    await desk.must('shelf.disarm', {});
    const without = await desk.run('shelf.go', { productId: first.productId });
    expect(without).toMatchObject({ ok: false, error: { code: 'nothing_armed' } });
  });

  it('puts the product on the shelf, sends its cue, and says what each target answered', async () => {
    const pushId = await push(2);
    const shelf = desk.slice('shelf');
    expect(shelf.current).toMatchObject({ id: pushId, linkNumber: 2, state: 'on_shelf' });
    const answers = Object.fromEntries(
      (shelf.lastPush?.targets ?? []).map((answer) => [answer.target, answer.state]),
    );
    expect(answers).toEqual({ shelf: 'ok', cue: 'ok', anchor: 'none', overlay: 'none' });
    const cue = desk.slice('cues').sent.at(-1);
    expect(cue?.id).toBe(shelf.current?.cueId);
    expect(desk.events().map((event) => event.kind)).toContain('shelf.pushed');
  });
});

describe('undo', () => {
  it('within its time puts back what was on the shelf before and takes the cue back', async () => {
    const first = await push(1);
    await rig.advance(8_000);
    const second = await push(2);
    await rig.advance(2_000);
    await desk.must('shelf.undo', {
      pushId: desk.slice('shelf').lastPush?.id ?? (second as never),
    });
    await rig.advance(10);
    expect(desk.slice('shelf').current?.id).toBe(first);
    expect(desk.slice('cues').current).toBeNull();
    expect(desk.slice('cues').sent.at(-1)?.state).toBe('withdrawn');
    const items = desk.slice('shelf').items;
    expect(items[1]?.airtimeMs).toBe(0);
    expect(items[0]?.airtimeMs).toBeGreaterThan(10_000);
  });

  it.each([3_600_000, -3_600_000])(
    'the window and the arming run on when the clock is set by %i ms',
    async (jumpMs) => {
      const { clock } = rig.ports;
      await push(1);
      const id = desk.slice('shelf').lastPush?.id;
      if (id === undefined) throw new Error('nothing was pushed');
      clock.setWall(clock.wallNow() + jumpMs);
      await rig.advance(UNDO_WINDOW_MS - 1_000);
      await desk.must('shelf.undo', { pushId: id });
      await desk.must('shelf.arm', { linkNumber: 2 });
      clock.setWall(clock.wallNow() + jumpMs);
      await rig.advance(1_000);
      expect(desk.slice('shelf').armed).not.toBeNull();
      const productId = desk.slice('shelf').items[1]?.productId;
      if (productId === undefined) throw new Error('the shelf is empty');
      const { pushId } = await desk.must('shelf.go', { productId });
      await rig.advance(100);
      clock.setWall(clock.wallNow() - jumpMs);
      await rig.advance(UNDO_WINDOW_MS + 1);
      expect(await desk.run('shelf.undo', { pushId })).toMatchObject({
        error: { code: 'undo_too_late' },
      });
      const { items } = desk.slice('shelf');
      expect(items.every(({ airtimeMs }) => airtimeMs >= 0 && airtimeMs < 60_000)).toBe(true);
    },
  );

  it('after its time, or twice, is refused and changes nothing', async () => {
    await push(1);
    const id = desk.slice('shelf').lastPush?.id;
    if (id === undefined) throw new Error('nothing was pushed');
    await rig.advance(UNDO_WINDOW_MS + 1);
    expect(await desk.run('shelf.undo', { pushId: id })).toMatchObject({
      ok: false,
      error: { code: 'undo_too_late' },
    });
    await push(2);
    const next = desk.slice('shelf').lastPush?.id ?? id;
    await desk.must('shelf.undo', { pushId: next });
    expect(await desk.run('shelf.undo', { pushId: next })).toMatchObject({
      ok: false,
      error: { code: 'nothing_to_undo' },
    });
  });
});

describe('the shelf', () => {
  it('counts what a product brings from its paid orders', async () => {
    const stockBefore = desk.slice('shelf').items[1]?.stock;
    await push(2);
    for (let minute = 0; minute < 8; minute += 1) await rig.advance(30_000);
    const item = desk.slice('shelf').items[1];
    expect(item?.ordersPaid).toBeGreaterThan(0);
    const paid = desk
      .events()
      .filter((event) => event.kind === 'order')
      .filter((event) => event.status === 'paid' && event.productId === item?.code);
    expect(item?.ordersPaid).toBe(paid.length);
    const units = paid.reduce((sum, event) => sum + event.qty, 0);
    expect(item?.unitsPaid).toBe(units);
    // What was paid is no longer there.
    expect(item?.stock).toBe((stockBefore ?? 0) - units);
    const minor = paid.reduce((sum, event) => sum + (event.money?.amountMinor ?? 0), 0);
    expect(item?.paidMinor).toBe(minor);
  });

  it('adds up a product in its own currency only, also after a restart', async () => {
    const program = rig.screen('cli');
    const item = desk.slice('shelf').items[0];
    if (item === undefined) throw new Error('an empty shelf');
    const ts = rig.ports.clock.wallNow();
    const paid = (key: string, amountMinor: number, currency: string) =>
      order({ key, ts }, 'paid', {
        productId: item.code,
        qty: 1,
        money: { amountMinor, currency, exponent: 2 },
      });
    await program.must('ingest.append', {
      sender: 'shop',
      events: [paid('o-1', 5_900, 'CNY'), paid('o-2', 900, 'USD'), paid('o-3', 5_900, 'CNY')],
    });
    await rig.advance(2_000);
    const expected = { ordersPaid: 3, unitsPaid: 3, paidMinor: 11_800 };
    expect(desk.slice('shelf').items[0]).toMatchObject(expected);
    const copy = mkdtempSync(join(tmpdir(), 'cuedesk-shelf-'));
    await rig.core.close();
    copyFileSync(rig.storePath, join(copy, 'cuedesk.sqlite'));
    const again = await startRig(copy);
    const desk0 = again.screen('desk');
    await again.advance(1);
    const item0 = desk0.slice('shelf').items[0];
    await again.close();
    rmSync(copy, { recursive: true, force: true });
    expect(item0).toMatchObject(expected);
  });

  it('is reordered as a whole or not at all', async () => {
    const before = desk.slice('shelf').items;
    const ids = before.map((item) => item.productId);
    const part = await desk.run('shelf.reorder', { productIds: ids.slice(1) });
    expect(part).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    await desk.must('shelf.reorder', { productIds: ids.toReversed() });
    await rig.advance(10);
    expect(desk.slice('shelf').items.map((item) => item.productId)).toEqual(ids.toReversed());
    expect(desk.slice('shelf').items.map((item) => item.linkNumber)).toEqual(
      ids.map((_, index) => index + 1),
    );
  });

  it('refuses a link number that another product has', async () => {
    const [first] = desk.slice('shelf').items;
    if (first === undefined) throw new Error('an empty shelf');
    const {
      productId: _id,
      linkNumber: _n,
      isSoldOut: _s,
      imageId: _i,
      groupId: _g,
      airtimeMs: _a,
      ordersPaid: _o,
      unitsPaid: _u,
      paidMinor: _p,
      ...fields
    } = first;
    const result = await desk.run('shelf.putProduct', {
      fields: { ...fields, code: 'NEW-1' },
      linkNumber: 2,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'link_number_taken' } });
  });
});
