import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { CommandInput } from '#shared/contract/contract.ts';
import type { ProductId, ShowId } from '#shared/model/ids.ts';
import { figureNamed } from '#shared/rules/platform-tables/merge-figures.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { productFields } from '#tests/support/desk-facts.ts';
import { order } from '#tests/support/make-event.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

type Put = CommandInput<'imported.put'>;
const MINUTE = 60_000;
let folder: ReturnType<typeof temporaryFolder>;
let core: CoreRig;
let desk: RigScreen;
let showId: ShowId;
let products: readonly ProductId[];

beforeEach(async () => {
  folder = temporaryFolder();
  core = await startRig(folder.path);
  desk = core.screen('desk');
  const show = { title: 'Import', origin: 'live', currency: 'CNY' } as const;
  ({ showId } = await desk.must('show.create', show));
  const made: ProductId[] = [];
  for (const [index, code] of ['P1', 'P2', 'P3'].entries()) {
    const fields = { ...productFields(code, 'CNY'), name: `Product ${code}` };
    const linkNumber = index + 1;
    made.push((await desk.must('shelf.putProduct', { fields, linkNumber })).productId);
  }
  products = made;
  await desk.must('show.start', {});
  await core.advance(500);
  await sell('douyin', 'P1', 40);
  await sell('kuaishou', 'P1', 30);
  await desk.must('show.end', {});
  await core.advance(500);
});

afterEach(async () => {
  await core.close();
  folder.clean();
});

/** Paid orders of 100.00 each. */
async function sell(platform: string, productId: string, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, index) =>
    order({ key: `${platform}${index}`, ts: core.ports.clock.wallNow(), platform }, 'paid', {
      productId,
      qty: 1,
      money: { amountMinor: 10_000, currency: 'CNY', exponent: 2 },
    }),
  );
  await core.screen('cli').must('ingest.append', { sender: `shop-${platform}`, events });
  await core.advance(1_000);
}

function input(change: Partial<Put>): Put {
  return {
    showId,
    platform: 'douyin',
    kind: 'products',
    fileName: 'products.csv',
    fileHash: 'a'.repeat(64),
    headings: ['商品ID', '曝光', '成交'],
    columns: ['productId', 'productShown', 'ordersPaid'],
    rows: [],
    replaces: null,
    ...change,
  };
}

const value = (figure: Put['rows'][number]['values'][number]['figure'], count: number) => ({
  figure,
  value: count,
  isRounded: false,
});
const ofProduct = (at: number, values: Put['rows'][number]['values']) => ({
  minute: null,
  productId: products[at] ?? null,
  values,
});

function table(change: Partial<Put> = {}): Put {
  return input({
    rows: [
      ofProduct(0, [
        value('productShown', 1_000),
        value('productClicks', 100),
        value('ordersPaid', 41),
      ]),
      ofProduct(1, [value('productShown', 500), value('ordersPaid', 7), value('gmvPaid', 70_000)]),
    ],
    ...change,
  });
}

/** Sums by plain SQL over what holds. */
function oracle(query: string): number | null {
  const db = new BetterSqlite(join(folder.path, 'cuedesk.sqlite'), { readonly: true });
  try {
    return db.prepare(query).pluck().get() as number | null;
  } finally {
    db.close();
  }
}

async function commerce() {
  return (await desk.must('review.get', { showId })).commerce;
}

describe('a table that was taken in', () => {
  test('counts once for its platform, beside the live count of the other', async () => {
    await desk.must('imported.put', table());
    const { totals, products: funnels, agreed, apart } = await commerce();
    const paid = figureNamed(totals, 'ordersPaid');
    expect(paid?.parts.map(({ platform, value: count, of }) => [platform, count, of])).toEqual([
      ['douyin', 48, 'products'],
      ['kuaishou', 30, null],
    ]);
    expect(paid?.value).toBe(78);
    const shown = figureNamed(totals, 'productShown');
    expect(shown).toMatchObject({ value: 1_500, without: ['kuaishou'] });
    expect(shown?.value).toBe(
      oracle(`SELECT sum(value) FROM imported_figures WHERE figure = 'productShown'`),
    );
    const first = funnels.find(({ productId }) => productId === products[0]);
    expect(figureNamed(first?.figures ?? [], 'ordersPaid')?.value).toBe(41 + 30);
    // 41 against 40 agrees; of the show, 48 against 40 does not, nor the money of P2 against none.
    expect(agreed).toBe(1);
    expect(apart.map(({ figure, imported, live }) => [figure, imported, live])).toEqual([
      ['ordersPaid', 48, 40],
      ['gmvPaid', 70_000, 400_000],
      ['ordersPaid', 7, 0],
      ['gmvPaid', 70_000, 0],
    ]);
  });

  test('the same file is told; a newer one replaces only when it is said, and undone the older holds', async () => {
    const { importId } = await desk.must('imported.put', table());
    expect(await desk.run('imported.put', table())).toMatchObject({
      ok: false,
      error: { code: 'import_known', params: { name: 'products.csv' } },
    });
    const newer = table({
      fileHash: 'b'.repeat(64),
      fileName: 'newer.csv',
      rows: [ofProduct(0, [value('productShown', 2_000)])],
    });
    expect(await desk.run('imported.put', newer)).toMatchObject({
      ok: false,
      error: { code: 'import_replaces' },
    });
    const second = await desk.must('imported.put', { ...newer, replaces: importId });
    expect(figureNamed((await commerce()).totals, 'productShown')?.value).toBe(2_000);
    await desk.must('imported.remove', { importId: second.importId, isUndo: true });
    expect(figureNamed((await commerce()).totals, 'productShown')?.value).toBe(1_500);
    await desk.must('imported.remove', { importId, isUndo: false });
    expect(figureNamed((await commerce()).totals, 'productShown')).toBeNull();
    await desk.must('imported.restore', { importId });
    const { imports } = await desk.must('imported.ground', { showId });
    expect(imports.map(({ fileName, removedTs }) => [fileName, removedTs === null])).toEqual([
      ['products.csv', true],
      ['newer.csv', false],
    ]);
  });

  test('its columns are remembered by its headings, and not for a table of products', async () => {
    const { headings, columns } = table();
    await desk.must('imported.put', table());
    const { layout } = await desk.must('imported.layout', { headings });
    expect(layout).toEqual({ platform: 'douyin', columns });
    expect(await desk.must('catalogue.layout', { headings })).toEqual({ columns: null });
  });

  test('minutes come to the whole, and a table of totals before them', async () => {
    const { fromTs } = await desk.must('imported.ground', { showId });
    const from = Math.floor(fromTs / MINUTE);
    const rows = [0, 1, 2].map((at) => {
      return { minute: from + at, productId: null, values: [value('views', 10 + at)] };
    });
    await desk.must('imported.put', input({ kind: 'minutes', rows, fileHash: 'c'.repeat(64) }));
    const found = await commerce();
    expect(figureNamed(found.totals, 'views')).toMatchObject({
      value: 33,
      parts: [{ of: 'minutes' }],
    });
    expect(found.minutes.map(({ minute }) => minute)).toEqual([from, from + 1, from + 2]);
    const whole = [{ minute: null, productId: null, values: [value('views', 40)] }];
    await desk.must(
      'imported.put',
      input({ kind: 'totals', rows: whole, fileHash: 'd'.repeat(64) }),
    );
    expect(figureNamed((await commerce()).totals, 'views')).toMatchObject({ value: 40 });
  });
});

describe('what does not fit changes nothing', () => {
  test.each([
    ['a minute of another day', { kind: 'minutes' as const, minute: 1, of: null }, 'import_misfit'],
    [
      'a row without its product',
      { kind: 'products' as const, minute: null, of: null },
      'import_misfit',
    ],
    [
      'a product of nobody',
      { kind: 'products' as const, minute: null, of: 999 },
      'unknown_product',
    ],
  ])('%s', async (_, { kind, minute, of }, code) => {
    const good = ofProduct(0, [value('productShown', 1)]);
    const bad = { minute, productId: of as ProductId | null, values: [value('views', 1)] };
    const rows = kind === 'products' ? [good, bad] : [bad];
    const result = await desk.run('imported.put', input({ kind, rows }));
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(oracle('SELECT count(*) FROM imported_figures')).toBe(0);
    expect(oracle('SELECT count(*) FROM platform_imports')).toBe(0);
  });

  test('an import of nobody, or one that is out already', async () => {
    const { importId } = await desk.must('imported.put', table());
    await desk.must('imported.remove', { importId, isUndo: false });
    const again = await desk.run('imported.remove', { importId, isUndo: false });
    expect(again).toMatchObject({ ok: false, error: { code: 'unknown_import' } });
  });
});
