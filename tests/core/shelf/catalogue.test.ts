import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { CommandInput } from '#shared/contract/contract.ts';
import type { ProductId } from '#shared/model/ids.ts';
import { NO_DETAILS, type ProductDetails } from '#shared/model/product-details.ts';
import type { ProductFields } from '#shared/model/product.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { productFields } from '#tests/support/desk-facts.ts';
import { order } from '#tests/support/make-event.ts';

type Pasted = CommandInput<'shelf.putProducts'>['products'][number];

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await rig.advance(10);
});
afterEach(() => rig.close());

const DETAILS: ProductDetails = {
  shortName: '衬衫',
  memberPriceMinor: 11_900,
  variants: [
    { name: '红 S', code: 'R-S', stock: 12, priceMinor: null },
    { name: '红 M', code: '', stock: null, priceMinor: 13_900 },
  ],
  benefits: ['运费险', '七天无理由'],
  bannedClaims: ['最好', '永不褪色'],
  questions: [{ question: '会缩水吗？', answer: '预缩水过' }],
  links: [{ platform: 'taobao', url: 'https://item.taobao.com/item.htm?id=1' }],
  tags: ['春夏'],
};

function rows(query: string): unknown[] {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  try {
    return db.prepare(query).all();
  } finally {
    db.close();
  }
}

async function add(code: string, patch: Partial<ProductFields> = {}): Promise<ProductId> {
  const fields = { ...productFields(code, 'CNY'), ...patch };
  const { productId } = await desk.must('catalogue.put', {
    productId: null,
    fields,
    details: DETAILS,
  });
  return productId;
}

function imported(count: number, from = 0): Pasted[] {
  return Array.from({ length: count }, (_, index) => ({
    productId: null,
    fields: productFields(`I-${from + index}`, 'CNY'),
    details: { ...DETAILS, shortName: `短 ${from + index}` },
    linkNumber: null,
    groupName: null,
    isStockStated: true,
  }));
}

describe('a product of the catalogue', () => {
  it('keeps all its fields without any show', async () => {
    const productId = await add('A-1', { stock: 40 });
    expect(await desk.must('catalogue.page', { afterId: null, limit: 10 })).toEqual({
      products: [
        {
          productId,
          fields: { ...productFields('A-1', 'CNY'), stock: 40 },
          details: DETAILS,
          imageId: null,
        },
      ],
      nextAfterId: null,
    });
  });

  it('comes page by page, each once', async () => {
    for (const code of ['a', 'b', 'c', 'd', 'e']) await add(code);
    const seen: string[] = [];
    let afterId: ProductId | null = null;
    do {
      const page: Awaited<ReturnType<typeof nextPage>> = await nextPage(afterId);
      seen.push(...page.products.map(({ fields }) => fields.code));
      afterId = page.nextAfterId;
    } while (afterId !== null);
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);

    function nextPage(after: ProductId | null) {
      return desk.must('catalogue.page', { afterId: after, limit: 2 });
    }
  });

  it('has its code for good, and no other product gets it', async () => {
    const productId = await add('A-1');
    const renamed = { productId, fields: productFields('A-2', 'CNY'), details: NO_DETAILS };
    expect(await desk.run('catalogue.put', renamed)).toMatchObject({
      error: { code: 'unknown_product' },
    });
    const twin = { productId: null, fields: productFields('A-1', 'CNY'), details: NO_DETAILS };
    expect(await desk.run('catalogue.put', twin)).toMatchObject({
      error: { code: 'product_code_taken', params: { code: 'A-1', name: 'Product A-1' } },
    });
  });

  it.each([
    ['bad_request', 'a link without https', { links: [{ platform: 'taobao', url: 'http://a' }] }],
    ['bad_request', 'two links of a platform', { links: [...DETAILS.links, ...DETAILS.links] }],
    ['bad_request', 'a tag with the mark between tags', { tags: ['a，b'] }],
    ['value_out_of_range', 'a negative price', { memberPriceMinor: -1 }],
    ['bad_request', 'a line break', { shortName: 'a\nb' }],
    ['bad_request', 'half a character', { shortName: '\ud83d' }],
    ['too_many', 'too many variants', { variants: Array(51).fill(DETAILS.variants[0]) }],
    ['text_too_long', 'over-long text', { shortName: 'x'.repeat(41) }],
  ])('is refused (%s) with %s', async (code, _what, patch) => {
    const fields = productFields('A-1', 'CNY');
    const details = { ...DETAILS, ...patch };
    const result = await desk.run('catalogue.put', { productId: null, fields, details });
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(rows('SELECT * FROM products')).toEqual([]);
  });

  it('goes only while nothing has it', async () => {
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    const kept = await add('kept');
    await desk.must('shelf.putProduct', { fields: productFields('kept', 'CNY'), linkNumber: 1 });
    const gone = await add('gone');
    expect(await desk.run('catalogue.remove', { productId: kept })).toMatchObject({
      error: { code: 'product_in_use', params: { name: 'Product kept' } },
    });
    await desk.must('catalogue.remove', { productId: gone });
    expect(rows('SELECT code FROM products')).toEqual([{ code: 'kept' }]);
    expect(rows('SELECT DISTINCT product_id AS id FROM product_prices')).toEqual([{ id: kept }]);
  });

  it('that is on the shelf is changed there too, and the card alone leaves the details', async () => {
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    const productId = await add('A-1');
    const fields = productFields('A-1', 'CNY');
    await desk.must('shelf.putProduct', { fields, linkNumber: 3 });
    await desk.must('catalogue.put', {
      productId,
      fields: { ...fields, name: '新名字', stock: 7 },
      details: { ...DETAILS, tags: ['清仓'] },
    });
    await rig.advance(10);
    expect(desk.slice('shelf').items).toMatchObject([
      { productId, linkNumber: 3, name: '新名字', stock: 7 },
    ]);
    await desk.must('shelf.putProduct', { fields, linkNumber: 3 });
    const { products } = await desk.must('catalogue.page', { afterId: null, limit: 1 });
    expect(products[0]?.details.tags).toEqual(['清仓']);
  });
});

describe('the history of a product', () => {
  it('has every change of a price with its time and where it came from', async () => {
    const productId = await add('A-1');
    const fields = productFields('A-1', 'CNY');
    const first = rig.ports.clock.wallNow();
    await rig.advance(60_000);
    await desk.must('catalogue.put', { productId, fields, details: { ...DETAILS, tags: [] } });
    await desk.must('catalogue.put', {
      productId,
      fields,
      details: { ...DETAILS, memberPriceMinor: 9_900 },
    });
    const second = rig.ports.clock.wallNow();
    await rig.advance(60_000);
    const product = { ...imported(1)[0]!, productId, details: null };
    const { pasteId } = await desk.must('shelf.putProducts', {
      products: [{ ...product, fields: { ...fields, priceMinor: 8_800 } }],
    });
    await desk.must('shelf.undoPaste', { pasteId });
    const third = rig.ports.clock.wallNow();
    const { prices } = await desk.must('catalogue.history', { productId });
    expect(
      prices.map(({ changedTs, cause, priceMinor, memberPriceMinor }) => ({
        changedTs,
        cause,
        priceMinor,
        memberPriceMinor,
      })),
    ).toEqual([
      { changedTs: third, cause: 'undo', priceMinor: 12_900, memberPriceMinor: 9_900 },
      { changedTs: third, cause: 'import', priceMinor: 8_800, memberPriceMinor: 9_900 },
      { changedTs: second, cause: 'edit', priceMinor: 12_900, memberPriceMinor: 9_900 },
      { changedTs: first, cause: 'edit', priceMinor: 12_900, memberPriceMinor: 11_900 },
    ]);
  });

  it('says what it came to in each live show, as the stored rows have it', async () => {
    const fields = productFields('A-1', 'CNY');
    for (const show of [1, 2]) {
      await desk.must('show.create', { title: `Show ${show}`, origin: 'live', currency: 'CNY' });
      const { productId } = await desk.must('shelf.putProduct', { fields, linkNumber: 1 });
      await desk.must('shelf.putProduct', { fields: productFields('B', 'CNY'), linkNumber: 2 });
      await desk.must('show.start', {});
      await push(1);
      await rig.advance(30_000 * show);
      const { pushId } = await push(2);
      await desk.must('shelf.undo', { pushId });
      await rig.advance(5_000);
      const events = [
        paid(`${show}-a`, 'A-1', 2, 'CNY', 100),
        paid(`${show}-b`, 'A-1', 1, 'USD', 50 * show),
        paid(`${show}-c`, 'B', 9, 'CNY', 900),
      ];
      await rig.screen('cli').must('ingest.append', { sender: 'shop', events });
      await rig.advance(10);
      await desk.must('show.end', {});
      const { shows } = await desk.must('catalogue.history', { productId });
      expect(shows).toHaveLength(show);
      await desk.must('show.leave', {});
    }
    const productId = (rows(`SELECT id FROM products WHERE code = 'A-1'`)[0] as { id: ProductId })
      .id;
    const { shows } = await desk.must('catalogue.history', { productId });
    expect(shows.map(({ title }) => title)).toEqual(['Show 2', 'Show 1']);
    expect(
      shows.flatMap(({ showId, pushes, airtimeMs, ordersPaid, unitsPaid, paid: sums }) =>
        sums.map(({ currency, amountMinor }) => ({
          showId,
          pushes,
          airtimeMs,
          ordersPaid,
          unitsPaid,
          currency,
          amountMinor,
        })),
      ),
    ).toEqual(
      rows(`
        WITH bought AS (SELECT show_id, body ->> '$.money.currency' AS currency,
            body ->> '$.money.amountMinor' AS minor, body ->> '$.qty' AS qty
          FROM events JOIN event_kinds k ON k.code = kind AND k.name = 'order'
          WHERE body ->> '$.productId' = 'A-1' AND body ->> '$.status' = 'paid')
        SELECT s.id AS showId,
          (SELECT count(*) FROM pushes WHERE show_id = s.id AND product_id = ${productId}
            AND state <> 'undone') AS pushes,
          (SELECT sum(end_ts - go_ts) FROM pushes WHERE show_id = s.id
            AND product_id = ${productId} AND state <> 'undone') AS airtimeMs,
          (SELECT count(*) FROM bought WHERE show_id = s.id) AS ordersPaid,
          (SELECT sum(qty) FROM bought WHERE show_id = s.id) AS unitsPaid,
          b.currency, sum(b.minor) AS amountMinor
        FROM shows s JOIN bought b ON b.show_id = s.id GROUP BY s.id, b.currency
        ORDER BY s.id DESC, b.currency`),
    );
    expect(shows[0]?.airtimeMs).toBeGreaterThan(shows[1]?.airtimeMs ?? 0);
  });

  async function push(linkNumber: number) {
    const { productId } = await desk.must('shelf.arm', { linkNumber });
    const pushed = await desk.must('shelf.go', { productId });
    await rig.advance(10);
    return pushed;
  }

  function paid(
    key: string,
    productId: string,
    qty: number,
    currency: string,
    amountMinor: number,
  ) {
    const money = { amountMinor, currency, exponent: 2 };
    return order({ key, ts: rig.ports.clock.wallNow() }, 'paid', { productId, qty, money });
  }
});

describe('an import', () => {
  it('of thousands comes in parts, changes nothing before it is confirmed, and goes as a whole', async () => {
    const kept = await add('I-3');
    const before = rows('SELECT * FROM products');
    const products = imported(1500).map((product, index) =>
      index === 3 ? { ...product, productId: kept } : product,
    );
    const importId = 'import-0001';
    for (let from = 0; from < products.length; from += 400) {
      const part = products.slice(from, from + 400);
      await desk.must('shelf.stageProducts', { importId, from, products: part });
      // The same part again, as after a lost link.
      await desk.must('shelf.stageProducts', { importId, from, products: part });
    }
    expect(rows('SELECT * FROM products')).toEqual(before);
    expect(await desk.run('shelf.putStaged', { importId, count: 1499 })).toMatchObject({
      error: { code: 'bad_request' },
    });
    const put = await desk.must('shelf.putStaged', { importId, count: 1500 });
    expect(put).toMatchObject({ added: 1499, changed: 1 });
    await rig.advance(10);
    expect(desk.slice('shelf')).toMatchObject({ items: [], lastPaste: put });
    expect(rows('SELECT count(*) AS n FROM products')).toEqual([{ n: 1500 }]);
    await desk.must('shelf.undoPaste', { pasteId: put.pasteId });
    expect(rows('SELECT * FROM products')).toEqual(before);
    expect(rows('SELECT DISTINCT product_id AS id FROM product_prices')).toEqual([{ id: kept }]);
  });

  it('is not staged with a hole, beyond the most, or under two names', async () => {
    const products = imported(2);
    const stage = (importId: string, from: number) =>
      desk.run('shelf.stageProducts', { importId, from, products });
    expect(await stage('import-0001', 1)).toMatchObject({ error: { code: 'bad_request' } });
    expect(await stage('import-0001', 0)).toMatchObject({ ok: true, value: { staged: 2 } });
    expect(await stage('import-0002', 0)).toMatchObject({ ok: true, value: { staged: 2 } });
    expect(await desk.run('shelf.putStaged', { importId: 'import-0001', count: 2 })).toMatchObject({
      error: { code: 'bad_request' },
    });
    for (let from = 0; from + 1000 <= 5000; from += 1000) {
      await desk.must('shelf.stageProducts', {
        importId: 'import-0003',
        from,
        products: imported(1000, from),
      });
    }
    expect(await stage('import-0003', 5000)).toMatchObject({ error: { code: 'too_many' } });
  });

  it('cannot be taken back once a product of it was changed, or is used', async () => {
    const { pasteId } = await desk.must('shelf.putProducts', { products: imported(3) });
    const { products } = await desk.must('catalogue.page', { afterId: null, limit: 1 });
    const { imageId: _imageId, ...first } = products[0]!;
    await desk.must('catalogue.put', { ...first, details: NO_DETAILS });
    expect(await desk.run('shelf.undoPaste', { pasteId })).toMatchObject({
      error: { code: 'paste_changed' },
    });
    await desk.must('catalogue.put', first);
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    await desk.must('shelf.putProduct', { fields: first!.fields, linkNumber: 1 });
    expect(await desk.run('shelf.undoPaste', { pasteId })).toMatchObject({
      error: { code: 'paste_in_use', params: { name: 'Product I-0' } },
    });
    await desk.must('shelf.removeProduct', { productId: first!.productId });
    await desk.must('shelf.undoPaste', { pasteId });
    expect(rows('SELECT * FROM products')).toEqual([]);
  });
});

describe('products of the demo', () => {
  const DEMO = { seed: 1, language: 'zh-CN', speed: 1, eventsPerSecond: null } as const;
  const LIVE = { title: 'A', origin: 'live', currency: 'CNY' } as const;
  const offered = async () => {
    const { products } = await desk.must('catalogue.page', { afterId: null, limit: 100 });
    return products.map(({ fields }) => fields.code);
  };

  it('are offered while a demo is on, and not in a room of one’s own', async () => {
    await add('OWN-1');
    const { showId } = await desk.must('demo.start', DEMO);
    const inDemo = await offered();
    expect(inDemo).toHaveLength(9);
    const listed = await desk.must('benefit.list', { showId });
    expect(listed.products).toHaveLength(9);
    await desk.must('show.end', {});
    await desk.must('show.leave', {});
    expect(await offered()).toEqual(['OWN-1']);
    const real = await desk.must('show.create', LIVE);
    expect(await offered()).toEqual(['OWN-1']);
    const ofReal = await desk.must('benefit.list', real);
    expect(ofReal.products.map(({ name }) => name)).toHaveLength(1);
    await desk.must('show.leave', {});
    await desk.must('demo.start', DEMO);
    expect(await offered()).toEqual(inDemo);
  });

  it('one that a table of one’s own names is one’s own from then on', async () => {
    await desk.must('demo.start', DEMO);
    const [code] = (await offered()).slice(0, 1);
    await desk.must('show.end', {});
    await desk.must('show.leave', {});
    await desk.must('show.create', LIVE);
    const fields = { ...productFields(code ?? '', 'CNY'), priceMinor: 77_700 };
    const [row] = imported(1);
    if (row === undefined) throw new Error('nothing is imported');
    await desk.must('shelf.putProducts', { products: [{ ...row, fields }] });
    expect(await offered()).toEqual([code]);
  });
});
