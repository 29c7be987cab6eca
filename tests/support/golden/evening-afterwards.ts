import { createHash } from 'node:crypto';

import type { ProductId } from '#shared/model/ids.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { ImportedFigure, PlatformImportId } from '#shared/model/platform-import.ts';

import { askNow } from './evening-items.ts';
import type { Held } from './evening-plan.ts';

type Values = readonly (readonly [ImportedFigure, number, boolean?])[];

const value = ([figure, count, isRounded = false]: Values[number]) => ({
  figure,
  value: count,
  isRounded,
});

/** Tables of the day after, and what was given away. */
export async function takeTables(held: Held): Promise<void> {
  await put(held, 'douyin', 'totals', [
    row(null, [
      ['views', 15_002],
      ['uniqueViewers', 9_000],
      ['ordersPaid', 70],
      ['gmvPaid', 1_000_000, true],
      ['couponClaims', 33],
      ['refunds', 3],
      ['refundMoney', 41_000],
      ['adSpend', 120_000],
    ]),
  ]);
  await put(held, 'kuaishou', 'totals', [
    row(null, [
      ['uniqueViewers', 2_000],
      ['gmvNet', -5],
    ]),
  ]);
  await put(
    held,
    'douyin',
    'products',
    held.products.slice(0, 2).map((productId, place) =>
      row(productId, [
        ['productShown', 5_000 + place],
        ['productClicks', 300 - place],
        ['ordersPaid', 20 + place],
        ['refunds', 1],
      ]),
    ),
  );
  const wrong = await put(
    held,
    'kuaishou',
    'products',
    [row(null, [['productShown', 1]])].map((each) => ({
      ...each,
      productId: held.products[0] ?? null,
    })),
  );
  await held.room.desk.must('imported.remove', { importId: wrong, isUndo: false });
  const ground = await held.room.desk.must('imported.ground', { showId: held.showId });
  const first = Math.floor(ground.fromTs / 60_000);
  await put(
    held,
    'douyin',
    'minutes',
    [0, 1, 2, 5].map((place) => ({
      minute: first + place,
      productId: null,
      values: [value(['entries', 40 + place]), value(['impressions', 900 + place])],
    })),
  );
  await benefits(held);
  await askNow(held);
}

async function benefits({ room, showId, products }: Held): Promise<void> {
  const { benefits: told } = await room.desk.must('benefit.list', { showId });
  const cue = told.find(({ origin }) => origin?.startsWith('cue:') === true);
  const givenTs = cue?.givenTs ?? null;
  const fields = {
    name: '福袋',
    productId: null,
    givenTs,
    costMinor: 8_800,
    quantity: 40,
  } as const;
  await room.desk.must('benefit.put', {
    showId,
    benefitId: null,
    origin: cue?.origin ?? null,
    fields: { ...fields, kind: 'lucky_bag', claimed: 37, redeemed: null },
  });
  const own = {
    ...fields,
    kind: 'coupon',
    name: '满减券',
    productId: products[1] ?? null,
  } as const;
  const { benefitId } = await room.desk.must('benefit.put', {
    showId,
    benefitId: null,
    origin: null,
    fields: { ...own, claimed: 20, redeemed: 12 },
  });
  await room.desk.must('benefit.put', {
    showId,
    benefitId: null,
    origin: null,
    fields: { ...own, name: 'of no cost', costMinor: null, claimed: null, redeemed: null },
  });
  const gone = await room.desk.must('benefit.put', {
    showId,
    benefitId: null,
    origin: null,
    fields: { ...own, name: 'taken away', claimed: 1, redeemed: 1 },
  });
  await room.desk.must('benefit.remove', { benefitId: gone.benefitId, isRemoved: true });
  const changed = { ...own, claimed: 24, redeemed: 13 };
  await room.desk.must('benefit.put', { showId, benefitId, origin: null, fields: changed });
}

type Table = CommandInput<'imported.put'>['rows'][number];

function row(productId: ProductId | null, values: Values) {
  return { minute: null, productId, values: values.map(value) };
}

async function put(
  { room, showId }: Held,
  platform: 'douyin' | 'kuaishou',
  kind: 'totals' | 'products' | 'minutes',
  rows: readonly Table[],
): Promise<PlatformImportId> {
  const fileName = `${platform}-${kind}.csv`;
  const { importId } = await room.desk.must('imported.put', {
    showId,
    platform,
    kind,
    fileName,
    fileHash: createHash('sha256').update(fileName).digest('hex'),
    headings: ['a'],
    columns: [null],
    rows: [...rows],
    replaces: null,
  });
  return importId;
}
