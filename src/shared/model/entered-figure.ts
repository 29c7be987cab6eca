import { z } from 'zod';

import { ScreenId, SourceId, Timestamp } from './ids.ts';

/** Figures that a person reads off a platform's page, in the order in which they are asked for. */
export const FigureName = z.enum([
  'impressions',
  'views',
  'uniqueViewers',
  'entries',
  'paidEntries',
  'watchSeconds',
  'retention5Min',
  'luckyBagEntrants',
  'follows',
  'fanJoins',
  'productShown',
  'productClickers',
  'productClicks',
  'ordersPlaced',
  'ordersPaid',
  'buyers',
  'sales',
  'refunds',
  'adSpend',
]);
export type FigureName = z.infer<typeof FigureName>;

/** Count: whole. Money: minor units of the show's currency. Share: a part of 1. Seconds: whole. */
export type FigureUnit = 'count' | 'money' | 'share' | 'seconds';

export const FIGURE_UNITS: Readonly<Record<FigureName, FigureUnit>> = {
  impressions: 'count',
  views: 'count',
  uniqueViewers: 'count',
  entries: 'count',
  paidEntries: 'count',
  watchSeconds: 'seconds',
  retention5Min: 'share',
  luckyBagEntrants: 'count',
  follows: 'count',
  fanJoins: 'count',
  productShown: 'count',
  productClickers: 'count',
  productClicks: 'count',
  ordersPlaced: 'count',
  ordersPaid: 'count',
  buyers: 'count',
  sales: 'money',
  refunds: 'count',
  adSpend: 'money',
};

/** A figure with its value: a whole number, or for a share a part of 1. */
export const FigureValue = z
  .strictObject({ name: FigureName, value: z.number().min(0).max(Number.MAX_SAFE_INTEGER) })
  .refine(({ name, value }) =>
    FIGURE_UNITS[name] === 'share' ? value <= 1 : Number.isSafeInteger(value),
  );
export type FigureValue = z.infer<typeof FigureValue>;

/** Values "so far" that were entered together; each figure is named once. */
export const FigureValues = z
  .array(FigureValue)
  .min(1)
  .max(FigureName.options.length)
  .refine((values) => new Set(values.map(({ name }) => name)).size === values.length);

/** How figures came to be entered. */
export const EnteredHow = z.enum(['typed', 'pasted']);
export type EnteredHow = z.infer<typeof EnteredHow>;

/** Which figures, of what, as of when and by whom: what the log's fact holds. */
export const enteredFields = {
  figures: FigureValues,
  /** The source they are of; null: of the whole show. */
  sourceId: SourceId.nullable(),
  /** ISO 4217, of the sums of money among them; the show's own. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Show time for which they hold. */
  asOfTs: Timestamp,
  how: EnteredHow,
  /** The paired device they were entered at; null: the desk of this machine. */
  screenId: ScreenId.nullable(),
};

/** A figure that holds now: the newest of its name and source that was not withdrawn. */
export const EnteredFigure = z.strictObject({
  name: FigureName,
  value: z.number(),
  sourceId: SourceId.nullable(),
  currency: z.string(),
  asOfTs: Timestamp,
  how: EnteredHow,
  screenId: ScreenId.nullable(),
  /** Seq of the fact, by which it is withdrawn. */
  seq: z.int().positive(),
  /** Wall time at which it was entered. */
  enteredTs: Timestamp,
});
export type EnteredFigure = z.infer<typeof EnteredFigure>;
