import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { CommandInput } from '#shared/contract/contract.ts';
import type { ProductFields } from '#shared/model/product.ts';

import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { order } from '#tests/support/make-event.ts';

type Pasted = CommandInput<'shelf.putProducts'>['products'][number];

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await desk.must('demo.start', { seed: 7, language: 'zh-CN', speed: 1, eventsPerSecond: null });
  await rig.advance(10);
});
afterEach(() => rig.close());

function rows(query: string): unknown[] {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  try {
    return db.prepare(query).all();
  } finally {
    db.close();
  }
}
const shelfRows = (): unknown[] =>
  rows(
    'SELECT p.*, i.* FROM products p LEFT JOIN shelf_items i ON i.product_id = p.id ORDER BY p.id, i.show_id',
  );

function fields(patch: Partial<ProductFields>): ProductFields {
  const [item] = desk.slice('shelf').items;
  if (item === undefined) throw new Error('the demo has products');
  const { productId: _id, linkNumber: _number, isSoldOut: _out, airtimeMs: _ms, ...rest } = item;
  const {
    ordersPaid: _orders,
    unitsPaid: _units,
    paidMinor: _paid,
    imageId: _image,
    groupId: _group,
    ...plain
  } = rest;
  return { ...plain, ...patch };
}

function added(count: number): Pasted[] {
  return Array.from({ length: count }, (_, index) => ({
    productId: null,
    fields: fields({ code: `N-${index}`, name: `新品 ${index}`, stock: null }),
    details: null,
    linkNumber: 100 + index,
    groupName: null,
    isStockStated: false,
  }));
}

function moved(linkNumber: number, to: number, patch: Partial<ProductFields>): Pasted {
  const item = desk.slice('shelf').items.find((each) => each.linkNumber === linkNumber);
  if (item === undefined) throw new Error(`no link ${linkNumber}`);
  const { code, name } = item;
  return {
    productId: item.productId,
    fields: fields({ code, name, ...patch }),
    details: null,
    linkNumber: to,
    groupName: null,
    isStockStated: false,
  };
}

async function push(linkNumber: number): Promise<void> {
  const { productId } = await desk.must('shelf.arm', { linkNumber });
  await desk.must('shelf.go', { productId });
  await rig.advance(10);
}

describe('a paste', () => {
  it('adds and changes many products at once, and stock that is not stated stays', async () => {
    const stockBefore = desk.slice('shelf').items.find((item) => item.linkNumber === 2)?.stock;
    const products = [...added(57), moved(1, 2, { priceMinor: 1 }), moved(2, 1, {})];
    const result = await desk.must('shelf.putProducts', { products });
    expect(result).toMatchObject({ added: 57, changed: 2 });
    await rig.advance(10);
    const { items, lastPaste } = desk.slice('shelf');
    expect(items).toHaveLength(65);
    expect(lastPaste).toEqual(result);
    expect(items.find((item) => item.linkNumber === 1)?.stock).toBe(stockBefore);
    expect(items.find((item) => item.linkNumber === 2)?.priceMinor).toBe(1);
    expect(items.map((item) => item.linkNumber).slice(-1)).toEqual([156]);
  });

  it('sent twice under one id is done once', async () => {
    const before = rows('SELECT count(*) AS n FROM products');
    const input = { products: added(3) };
    const first = await desk.run('shelf.putProducts', input, 'paste-command-0001');
    const again = await desk.run('shelf.putProducts', input, 'paste-command-0001');
    expect(again).toEqual(first);
    expect(rows('SELECT count(*) AS n FROM products')).toEqual(
      before.map((row) => ({ n: Number(Object(row).n) + 3 })),
    );
  });

  it('is refused as a whole when one row does not fit any more, and nothing is stored', async () => {
    const before = shelfRows();
    const held = { ...added(2)[1]!, linkNumber: 3 };
    const cases: readonly [readonly Pasted[], string][] = [
      [[...added(1), held], 'link_number_taken'],
      [[...added(1), { ...held, linkNumber: 100 }], 'bad_request'],
      [[{ ...added(1)[0]!, fields: fields({ name: 'x' }) }], 'product_code_taken'],
      [[...added(1), { ...moved(1, 1, {}), fields: fields({ code: 'other' }) }], 'unknown_product'],
    ];
    for (const [products, code] of cases) {
      const result = await desk.run('shelf.putProducts', { products: [...products] });
      expect(result).toMatchObject({ ok: false, error: { code } });
    }
    const tooMany = await desk.run('shelf.putProducts', {
      products: added(899).concat(added(102)),
    });
    expect(tooMany).toMatchObject({
      ok: false,
      error: { code: 'too_many', params: { max: 1000 } },
    });
    expect(shelfRows()).toEqual(before);
  });
});

describe('undoing a paste', () => {
  it('brings catalogue and shelf back to the byte', async () => {
    await desk.must('shelf.setSoldOut', {
      productId: desk.slice('shelf').items[0]!.productId,
      isSoldOut: true,
    });
    const before = shelfRows();
    const products = [...added(57), moved(1, 2, { priceMinor: 1, stock: 5 }), moved(2, 1, {})];
    const stated = products.map((product) => ({ ...product, isStockStated: true }));
    const { pasteId } = await desk.must('shelf.putProducts', { products: stated });
    expect(shelfRows()).not.toEqual(before);
    await desk.must('shelf.undoPaste', { pasteId });
    expect(shelfRows()).toEqual(before);
    await rig.advance(10);
    expect(desk.slice('shelf').lastPaste).toBeNull();
    const again = await desk.run('shelf.undoPaste', { pasteId });
    expect(again).toMatchObject({ ok: false, error: { code: 'paste_changed' } });
  });

  it('is refused once a product was pinned, and the desk offers it no more', async () => {
    const { pasteId } = await desk.must('shelf.putProducts', { products: added(2) });
    await push(100);
    expect(desk.slice('shelf').lastPaste).toBeNull();
    const before = shelfRows();
    const result = await desk.run('shelf.undoPaste', { pasteId });
    expect(result).toMatchObject({ ok: false, error: { code: 'paste_pushed' } });
    expect(shelfRows()).toEqual(before);
  });

  it('is refused once the shelf was changed, or a cue has one of the new products', async () => {
    const first = await desk.must('shelf.putProducts', { products: added(2) });
    await rig.advance(10);
    const { items } = desk.slice('shelf');
    const fresh = items.find((item) => item.linkNumber === 100)!;
    await desk.must('cue.putCard', {
      cardId: null,
      kind: 'price',
      text: '讲新品',
      pinnedSlot: null,
      productId: fresh.productId,
    });
    const used = await desk.run('shelf.undoPaste', { pasteId: first.pasteId });
    expect(used).toMatchObject({
      ok: false,
      error: { code: 'paste_in_use', params: { name: '新品 0' } },
    });
    await desk.must('shelf.reorder', { productIds: items.map((item) => item.productId) });
    const changed = await desk.run('shelf.undoPaste', { pasteId: first.pasteId });
    expect(changed).toMatchObject({ ok: false, error: { code: 'paste_changed' } });
  });

  it('goes on where orders came meanwhile: they change no shelf', async () => {
    const before = shelfRows();
    const { pasteId } = await desk.must('shelf.putProducts', { products: added(2) });
    const paid = order({ key: 'o-1', ts: rig.ports.clock.wallNow() }, 'paid', {
      productId: 'N-0',
      qty: 2,
      money: { amountMinor: 100, currency: 'CNY', exponent: 2 },
    });
    await rig.screen('cli').must('ingest.append', { sender: 'shop', events: [paid] });
    await rig.advance(10);
    expect(desk.slice('shelf').items.find((item) => item.code === 'N-0')?.unitsPaid).toBe(2);
    await desk.must('shelf.undoPaste', { pasteId });
    expect(shelfRows()).toEqual(before);
  });

  it('is not there after a restart, and says so', async () => {
    const { pasteId } = await desk.must('shelf.putProducts', { products: added(1) });
    const stranger = await desk.run('shelf.undoPaste', { pasteId: pasteId + 1 });
    expect(stranger).toMatchObject({ ok: false, error: { code: 'nothing_to_undo' } });
    await desk.must('show.end', {});
    const ended = await desk.run('shelf.undoPaste', { pasteId });
    expect(ended).toMatchObject({ ok: false, error: { code: 'nothing_to_undo' } });
  });
});

describe('a paste with groups', () => {
  const groupOf = (linkNumber: number): string | null => {
    const { items, groups } = desk.slice('shelf');
    const groupId = items.find((item) => item.linkNumber === linkNumber)?.groupId;
    return groups.find(({ id }) => id === groupId)?.name ?? null;
  };
  const groupRows = (): unknown[] => rows('SELECT * FROM shelf_groups ORDER BY id');

  it('puts products into groups, made where there is none of the name, and back to the byte', async () => {
    const productIds = desk
      .slice('shelf')
      .items.slice(0, 2)
      .map(({ productId }) => productId);
    await desk.must('shelf.makeGroup', { groupName: '福利款', productIds });
    const before = [shelfRows(), groupRows()];
    const products = [
      ...added(2).map((each) => ({ ...each, groupName: '新款' })),
      { ...moved(1, 1, {}), groupName: '' },
      { ...moved(2, 2, {}), groupName: null },
      { ...moved(3, 3, {}), groupName: ' 福利款 ' },
    ];
    const { pasteId } = await desk.must('shelf.putProducts', { products });
    await rig.advance(10);
    expect([100, 101, 1, 2, 3].map(groupOf)).toEqual(['新款', '新款', null, '福利款', '福利款']);
    expect(desk.slice('shelf').lastGroupChange).toBeNull();
    await desk.must('shelf.undoPaste', { pasteId });
    expect([shelfRows(), groupRows()]).toEqual(before);
  });

  it('is not undone over groups that were changed since', async () => {
    const products = added(1).map((each) => ({ ...each, groupName: '新款' }));
    const { pasteId } = await desk.must('shelf.putProducts', { products });
    await rig.advance(10);
    const [group] = desk.slice('shelf').groups;
    if (group === undefined) throw new Error('the paste made a group');
    await desk.must('shelf.renameGroup', { groupId: group.id, groupName: '返场' });
    const result = await desk.run('shelf.undoPaste', { pasteId });
    expect(result).toMatchObject({ ok: false, error: { code: 'paste_changed' } });
  });

  it('is refused whole for a name that cannot be, or more groups than there may be', async () => {
    const before = [shelfRows(), groupRows()];
    const cases = [
      ['长'.repeat(41), 'text_too_long'],
      [' \u200e', 'text_missing'],
    ] as const;
    for (const [groupName, code] of cases) {
      const products = added(2).map((each) => ({ ...each, groupName }));
      const result = await desk.run('shelf.putProducts', { products });
      expect(result).toMatchObject({ ok: false, error: { code, params: { what: 'groupName' } } });
    }
    const many = added(101).map((each, index) => ({ ...each, groupName: `组 ${index}` }));
    expect(await desk.run('shelf.putProducts', { products: many })).toMatchObject({
      error: { code: 'too_many', params: { what: 'groups', max: 100, given: 101 } },
    });
    expect([shelfRows(), groupRows()]).toEqual(before);
  });
});

it('an import into the catalogue alone, undone, leaves the shelf where it was moved meanwhile', async () => {
  const item = { ...moved(1, 1, { priceMinor: 1, stock: 7 }), linkNumber: null };
  const { pasteId } = await desk.must('shelf.putProducts', {
    products: [{ ...item, isStockStated: true }],
  });
  const { items } = desk.slice('shelf');
  const productIds = items.map(({ productId }) => productId).toReversed();
  await desk.must('shelf.reorder', { productIds });
  await desk.must('shelf.makeGroup', { groupName: '福利', productIds: productIds.slice(0, 1) });
  const order = 'SELECT product_id, link_number, group_id FROM shelf_items ORDER BY 2';
  const before = rows(order);
  await desk.must('shelf.undoPaste', { pasteId });
  expect(rows(order)).toEqual(before);
});
