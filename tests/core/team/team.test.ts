import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { commands, type CommandName } from '#shared/contract/contract.ts';
import { TAKE_BACK_MS, type Trade } from '#shared/model/assistant.ts';
import { ProductId, ScreenId } from '#shared/model/ids.ts';
import {
  type CoreRig,
  MAIN_ROOM,
  type RigScreen,
  settled,
  startRig,
} from '#tests/support/core-rig.ts';

let rig: CoreRig;
let desk: RigScreen;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-team-'));
  rig = await startRig(folder);
  desk = rig.screen('desk');
  await desk.must('demo.start', { seed: 7, language: 'en', speed: 1, eventsPerSecond: null });
});
afterEach(async () => {
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A phone that was paired as the page server does it, and its line. */
function phone(trade: Trade): RigScreen {
  const store = new BetterSqlite(rig.storePath);
  const { lastInsertRowid } = store
    .prepare(
      `INSERT INTO screens (room_id, role, name, token_hash, paired_ts, last_seen_ts)
       VALUES ('main', ?, ?, randomblob(32), 1, 1)`,
    )
    .run(`assistant:${trade}`, `Phone of ${trade}`);
  store.close();
  return rig.screen('assistant', MAIN_ROOM, ScreenId.parse(Number(lastInsertRowid)));
}

const product = (linkNumber: number) => {
  const item = desk.slice('shelf').items.find((each) => each.linkNumber === linkNumber);
  if (item === undefined) throw new Error(`no product ${linkNumber}`);
  return item;
};
const tap = (
  screen: RigScreen,
  answer: 'coupon_on' | 'coupon_off' | 'sold_out',
  productId: ProductId,
) => screen.must('assist.answer', { answer, productId, units: null, text: '' });
const add = (screen: RigScreen, productId: ProductId, units: number) =>
  screen.must('assist.answer', { answer: 'stock_added', productId, units, text: '' });
const stateOf = (seq: number) =>
  desk.slice('team').answers.find((answer) => answer.seq === seq)?.state;
async function pushed(linkNumber: number): Promise<ProductId> {
  const { productId } = await desk.must('shelf.arm', { linkNumber });
  await desk.must('shelf.go', { productId });
  await settled();
  return productId;
}

describe('what an assistant is told', () => {
  test('is what is on, what is next and the block: nobody of the chat, no money that was taken', async () => {
    const screen = phone('stock');
    for (let step = 0; step < 40; step += 1) await rig.advance(500);
    await pushed(2);
    await desk.must('shelf.arm', { linkNumber: 3 });
    await settled();
    const assist = screen.slice('assist');
    expect(assist).toMatchObject({
      showState: 'on_air',
      onShelf: { linkNumber: 2, priceMinor: product(2).priceMinor },
      next: { why: 'armed', product: { linkNumber: 3 } },
    });
    const said = JSON.stringify(screen.frames);
    for (const kept of ['paidMinor', 'ordersPaid', 'unitsPaid', '"actor"', 'fragments']) {
      expect(said).not.toContain(kept);
    }
    const { recent, series, marks, slices } = screen.snapshot();
    expect([recent, series, marks]).toEqual([[], [], []]);
    expect(Object.keys(slices)).toEqual(['assist']);
  });

  test('is which phone it is, and nothing to a screen that was never paired', async () => {
    expect(await phone('ads').must('assist.self', {})).toEqual({
      name: 'Phone of ads',
      trade: 'ads',
    });
    const stranger = await rig.screen('assistant').run('assist.self', {});
    expect(stranger).toMatchObject({ ok: false, error: { code: 'unknown_screen' } });
  });

  test('may send its answers and nothing else of the whole contract', () => {
    const allowed = (Object.keys(commands) as CommandName[]).filter((name) =>
      (commands[name].callers as readonly string[]).includes('assistant'),
    );
    expect(allowed).toEqual(['slip.log', 'assist.self', 'assist.answer', 'assist.takeBack']);
  });
});

describe('an answer', () => {
  test('is received by the commit, seen by the desk that shows it, and the phone hears both', async () => {
    const screen = phone('ads');
    const productId = await pushed(2);
    const { seq } = await tap(screen, 'coupon_on', productId);
    await settled();
    const received = {
      seq,
      trade: 'ads',
      name: 'Phone of ads',
      answer: 'coupon_on',
      linkNumber: 2,
    };
    expect(desk.slice('team').answers).toMatchObject([{ ...received, state: 'received' }]);
    await desk.must('team.see', { answerSeq: seq });
    await settled();
    expect(screen.slice('assist').answers).toMatchObject([{ ...received, state: 'seen' }]);
  });

  test('stands after a restart as it stood before', async () => {
    const screen = phone('service');
    const productId = await pushed(2);
    const { seq } = await screen.must('assist.answer', {
      answer: 'problem',
      productId,
      units: null,
      text: 'wrong\nsize\u2028in the box',
    });
    await tap(screen, 'coupon_off', productId);
    await desk.must('team.see', { answerSeq: seq });
    await settled();
    const before = desk.slice('team');
    expect(before.answers[0]).toMatchObject({ text: 'wrong size in the box', state: 'seen' });
    await rig.close();
    rig = await startRig(folder, 1_772_395_300_000);
    desk = rig.screen('desk');
    expect(desk.slice('team')).toEqual(before);
  });

  test.each([
    [{ answer: 'stock_added', units: null, text: '' }, 'units'],
    [{ answer: 'coupon_on', units: 5, text: '' }, 'units'],
    [{ answer: 'coupon_on', units: null, text: 'words' }, 'text'],
  ] as const)('of %j is refused for %s', async (input, what) => {
    const screen = phone('stock');
    const productId = await pushed(2);
    expect(await screen.run('assist.answer', { ...input, productId })).toMatchObject({
      ok: false,
      error: { code: 'bad_request', params: { what } },
    });
  });

  test('about no product, another shelf, or no show is refused; a problem needs no product', async () => {
    const screen = phone('stock');
    const tapped = { answer: 'sold_out', units: null, text: '' } as const;
    expect(await screen.run('assist.answer', { ...tapped, productId: null })).toMatchObject({
      error: { code: 'bad_request', params: { what: 'productId' } },
    });
    const strange = ProductId.parse(999_999);
    expect(await screen.run('assist.answer', { ...tapped, productId: strange })).toMatchObject({
      error: { code: 'unknown_product' },
    });
    const problem = { answer: 'problem', productId: null, units: null, text: '' } as const;
    await screen.must('assist.answer', problem);
    await desk.must('show.leave', {});
    expect(await screen.run('assist.answer', problem)).toMatchObject({
      error: { code: 'show_not_running' },
    });
  });
});

describe('pieces that came', () => {
  test('are the stock of the product, as if the operator had typed it, and the desk undoes them', async () => {
    const screen = phone('stock');
    const productId = await pushed(2);
    const before = product(2).stock;
    if (before === null) throw new Error('the demo knows its stock');
    const { seq } = await add(screen, productId, 200);
    await settled();
    expect(product(2).stock).toBe(before + 200);
    const { products } = await desk.must('catalogue.page', { afterId: null, limit: 200 });
    expect(products.find((each) => each.productId === productId)?.fields.stock).toBe(before + 200);
    expect(desk.slice('team').answers.at(-1)).toMatchObject({
      stockBefore: before,
      stockAfter: before + 200,
      hasChangedShelf: true,
    });
    await desk.must('team.undo', { answerSeq: seq });
    await settled();
    expect(product(2).stock).toBe(before);
    expect(stateOf(seq)).toBe('undone');
    expect(await desk.run('team.undo', { answerSeq: seq })).toMatchObject({
      error: { code: 'nothing_to_undo' },
    });
  });

  test('make no number of a stock that nobody knows', async () => {
    const screen = phone('stock');
    const { productId, fields, details } = await firstProduct();
    await desk.must('catalogue.put', {
      productId,
      fields: { ...fields, stock: null },
      details,
    });
    const { seq } = await add(screen, productId, 200);
    await settled();
    const item = desk.slice('shelf').items.find((each) => each.productId === productId);
    expect(item?.stock).toBeNull();
    expect(desk.slice('team').answers.at(-1)).toMatchObject({ seq, hasChangedShelf: false });
  });

  test('are taken back by the phone that sent them, for five seconds', async () => {
    const [screen, other] = [phone('stock'), phone('ads')];
    const productId = await pushed(2);
    const before = product(2).stock;
    const { seq } = await add(screen, productId, 50);
    expect(await other.run('assist.takeBack', { answerSeq: seq })).toMatchObject({
      error: { code: 'nothing_to_undo' },
    });
    await screen.must('assist.takeBack', { answerSeq: seq });
    await settled();
    expect([product(2).stock, stateOf(seq)]).toEqual([before, 'withdrawn']);
    const late = await add(screen, productId, 50);
    await rig.advance(TAKE_BACK_MS + 1);
    expect(await screen.run('assist.takeBack', { answerSeq: late.seq })).toMatchObject({
      error: { code: 'undo_too_late' },
    });
  });
});

test('sold out is the mark the operator sets, and goes with the answer', async () => {
  const screen = phone('stock');
  const productId = await pushed(2);
  const { seq } = await tap(screen, 'sold_out', productId);
  await settled();
  expect(product(2).isSoldOut).toBe(true);
  await screen.must('assist.takeBack', { answerSeq: seq });
  await settled();
  expect(product(2).isSoldOut).toBe(false);
});

test('a problem is open until a desk takes care of it, once', async () => {
  const screen = phone('service');
  const problem = { answer: 'problem', productId: null, units: null, text: 'no box' } as const;
  const { seq } = await screen.must('assist.answer', problem);
  await desk.must('team.see', { answerSeq: seq });
  await desk.must('team.acknowledge', { answerSeq: seq });
  await settled();
  expect(stateOf(seq)).toBe('acknowledged');
  expect(await desk.run('team.acknowledge', { answerSeq: seq })).toMatchObject({
    error: { code: 'nothing_to_undo' },
  });
});

test('who takes over is a fact of the log, in the review, and on duty after a restart', async () => {
  expect(await desk.run('duty.take', { name: '  ' })).toMatchObject({
    error: { code: 'text_missing' },
  });
  await desk.must('duty.take', { name: 'Lin' });
  await desk.must('duty.take', { name: '小王\n' });
  await settled();
  const { duty } = desk.slice('team');
  expect(duty).toMatchObject({ name: '小王' });
  const showId = desk.slice('show').show?.id;
  if (showId === undefined) throw new Error('no show');
  const { duties } = await desk.must('review.get', { showId });
  expect(duties.map(({ name }) => name)).toEqual(['Lin', '小王']);
  await rig.close();
  rig = await startRig(folder, 1_772_395_300_000);
  desk = rig.screen('desk');
  expect(desk.slice('team').duty).toEqual(duty);
});

async function firstProduct() {
  const { products } = await desk.must('catalogue.page', { afterId: null, limit: 200 });
  const shelf = desk.slice('shelf').items[0];
  const found = products.find(({ productId }) => productId === shelf?.productId);
  if (found === undefined) throw new Error('no product');
  return found;
}

describe('GO waits for an assistant where that was chosen', () => {
  const armed = () => desk.slice('shelf').armed;

  test('the card that is armed says so, and does not any more when they answered', async () => {
    const ads = phone('ads');
    await settled();
    const { productId } = await desk.must('shelf.arm', { linkNumber: 2 });
    expect(armed()?.guards).toEqual([]);
    await desk.must('settings.change', { goWaitsFor: ['team_coupon'] });
    await rig.advance(1_000);
    expect(armed()?.guards).toEqual(['team_coupon']);
    expect(await desk.run('shelf.go', { productId })).toMatchObject({
      error: { code: 'push_stopped', params: { reason: 'team_coupon' } },
    });
    await tap(ads, 'coupon_on', productId);
    await rig.advance(1_000);
    expect(armed()?.guards).toEqual([]);
    expect(await desk.run('shelf.go', { productId })).toMatchObject({ ok: true });
  });

  test('what comes up after it was overruled stops it again', async () => {
    const stock = phone('stock');
    await settled();
    await desk.must('settings.change', { goWaitsFor: ['team_problem', 'team_stock'] });
    const { productId, guards } = await desk.must('shelf.arm', { linkNumber: 2 });
    expect(guards).toEqual(['team_stock']);
    await desk.must('shelf.overrule', { productId });
    await stock.must('assist.answer', {
      answer: 'problem',
      productId: null,
      units: null,
      text: 'wrong size on the rack',
    });
    await rig.advance(1_000);
    expect(armed()).toMatchObject({
      guards: ['team_problem', 'team_stock'],
      isOverruled: false,
    });
  });
});
