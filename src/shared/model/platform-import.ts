import { z } from 'zod';

import { ProductId, ShowId, Timestamp } from './ids.ts';

const IMPORT_ID = z.int().positive();
/** A table of a platform that was taken in after a show. */
export const PlatformImportId = IMPORT_ID.brand<'PlatformImportId'>();
export type PlatformImportId = z.infer<typeof PlatformImportId>;

/** Whose export a table is, by the names events have; `other` is any that is not among them. */
export const ExportPlatform = z.enum([
  'douyin',
  'kuaishou',
  'wechat',
  'taobao',
  'tiktok',
  'shopee',
  'xiaohongshu',
  'other',
]);
export type ExportPlatform = z.infer<typeof ExportPlatform>;

/** What each row of a table is of: a minute of the show, a product, or the whole show. */
export const ImportKind = z.enum(['minutes', 'products', 'totals']);
export type ImportKind = z.infer<typeof ImportKind>;

/** Figures that platforms' exports hold, in the order in which they are shown. */
export const ImportedFigure = z.enum([
  'impressions',
  'views',
  'uniqueViewers',
  'entries',
  'watchMean',
  'watchTotal',
  'follows',
  'productShown',
  'productClicks',
  'ordersPlaced',
  'ordersPaid',
  'unitsPaid',
  'buyers',
  'gmvPlaced',
  'gmvPaid',
  'gmvNet',
  'refunds',
  'refundMoney',
  'couponClaims',
  'adSpend',
]);
export type ImportedFigure = z.infer<typeof ImportedFigure>;

/** Count: whole. Money: minor units of the show's currency. Time: whole seconds. */
export type ImportedUnit = 'count' | 'money' | 'seconds';

export const IMPORTED_UNITS: Readonly<Record<ImportedFigure, ImportedUnit>> = {
  impressions: 'count',
  views: 'count',
  uniqueViewers: 'count',
  entries: 'count',
  watchMean: 'seconds',
  watchTotal: 'seconds',
  follows: 'count',
  productShown: 'count',
  productClicks: 'count',
  ordersPlaced: 'count',
  ordersPaid: 'count',
  unitsPaid: 'count',
  buyers: 'count',
  gmvPlaced: 'money',
  gmvPaid: 'money',
  gmvNet: 'money',
  refunds: 'count',
  refundMoney: 'money',
  couponClaims: 'count',
  adSpend: 'money',
};

/** Different people or a mean: never the sum of what minutes, products or platforms have of it. */
export const NOT_SUMMED: ReadonlySet<ImportedFigure> = new Set([
  'uniqueViewers',
  'buyers',
  'watchMean',
]);

/** What a column can be beside a figure; `rate` is known and worked out anew instead of taken. */
export const IMPORT_KEYS = [
  'time',
  'date',
  'showStart',
  'showEnd',
  'productId',
  'productName',
  'linkNumber',
  'room',
  'rate',
] as const;
export const ImportColumn = z.enum([...IMPORT_KEYS, ...ImportedFigure.options]);
export type ImportColumn = z.infer<typeof ImportColumn>;
/** Null: the column is not taken. */
export const ImportColumns = z.array(ImportColumn.nullable()).max(100);
export type ImportColumns = z.infer<typeof ImportColumns>;

/** One figure of a row; net sales alone can be below nothing. */
export const ImportedValue = z
  .strictObject({
    figure: ImportedFigure,
    value: z.int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
    /** Written as `1.2万`: some digits are not known. */
    isRounded: z.boolean(),
  })
  .refine(({ figure, value }) => value >= 0 || figure === 'gmvNet');
export type ImportedValue = z.infer<typeof ImportedValue>;

export const ImportedRow = z.strictObject({
  /** floor(UTC ms / 60000), of a table of minutes. */
  minute: z.int().nullable(),
  /** Of a table of products. */
  productId: ProductId.nullable(),
  values: z
    .array(ImportedValue)
    .min(1)
    .max(ImportedFigure.options.length)
    .refine((values) => new Set(values.map(({ figure }) => figure)).size === values.length),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

export const IMPORTED_ROWS_MAX = 5_000;

/** A table that was taken in. */
export const PlatformImport = z.strictObject({
  id: PlatformImportId,
  showId: ShowId,
  platform: ExportPlatform,
  kind: ImportKind,
  fileName: z.string(),
  /** SHA-256 of the file's bytes, hexadecimal. */
  fileHash: z.string(),
  /** Wall time. */
  importedTs: Timestamp,
  rows: z.int().min(0),
  /** Wall time at which it was taken out again; null: it holds. */
  removedTs: Timestamp.nullable(),
});
export type PlatformImport = z.infer<typeof PlatformImport>;
