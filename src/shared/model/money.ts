import { z } from 'zod';

/**
 * Real money: integer minor units of an ISO 4217 currency. 1299 CNY with exponent 2 is 12.99 yuan.
 * Summed per currency only, never across.
 */
export const Money = z.strictObject({
  amountMinor: z.int(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Number of minor digits of this amount (2 for CNY and USD, 0 for JPY). */
  exponent: z.int().min(0).max(6),
});
export type Money = z.infer<typeof Money>;

export const VIRTUAL_UNITS = [
  'bits',
  'diamond',
  'coin',
  'battery',
  'goldseed',
  'kicks',
  'jewel',
  'stars',
] as const;
export const VirtualUnit = z.enum(VIRTUAL_UNITS);
export type VirtualUnit = z.infer<typeof VirtualUnit>;

/** A platform's own currency: counted apart; an estimate in real money is marked with its source. */
export const VirtualValue = z.strictObject({
  unit: VirtualUnit,
  /** Total quantity of the unit, not per item. */
  quantity: z.int().min(0),
  /** Quantity of one item where items are counted. */
  unitValue: z.int().min(0).optional(),
  fiatEstimateMinor: z.int().optional(),
  rateSource: z.string().optional(),
});
export type VirtualValue = z.infer<typeof VirtualValue>;

/** What a show can be kept in, as the forms offer it. */
export const CURRENCIES = [
  'CNY',
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'MYR',
  'SGD',
  'THB',
  'VND',
  'IDR',
] as const;
