import { z } from 'zod';

import { Timestamp } from '#shared/model/ids.ts';

/**
 * The file of `docs/export-format.md`: gzip'd JSON Lines. A header, then for each table its rows
 * (arrays in the order of the header's columns) and an end line, last a footer.
 */
export const FORMAT_VERSION = 1;

export const COLUMN_TYPES = ['INTEGER', 'REAL', 'TEXT', 'BLOB'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

export const ExportTable = z.strictObject({
  name: z.string().regex(/^[a-z_]{1,64}$/),
  columns: z.array(
    z.strictObject({ name: z.string().regex(/^[a-z_]{1,64}$/), type: z.enum(COLUMN_TYPES) }),
  ),
  rows: z.int().min(0),
});
export type ExportTable = z.infer<typeof ExportTable>;

/** What every version of the format begins with, so that a newer one can be refused by name. */
export const ExportMark = z.object({
  product: z.literal('cuedesk'),
  format: z.literal('cuedesk-export'),
  formatVersion: z.int().positive(),
});

export const ExportHeader = z.strictObject({
  ...ExportMark.shape,
  /** Version of the tables (`user_version`). */
  storeVersion: z.int().positive(),
  madeTs: Timestamp,
  /** The product's version. */
  madeBy: z.string(),
  /** Highest row ids that were ever given, so that none is given twice. */
  sequences: z.record(z.string(), z.int().min(0)),
  tables: z.array(ExportTable).min(1),
});
export type ExportHeader = z.infer<typeof ExportHeader>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** After the rows of a table: how many, and the hash of their lines. */
export const TableEnd = z.strictObject({
  end: z.string(),
  rows: z.int().min(0),
  sha256: Sha256,
});

/** The last line: a file without it was cut off. */
export const ExportFooter = z.strictObject({
  footer: z.literal('cuedesk-export'),
  rows: z.int().min(0),
  /** Of every line before it. */
  sha256: Sha256,
});
export type ExportFooter = z.infer<typeof ExportFooter>;

/** A value as SQLite gives it with safe integers. */
export type StoredValue = string | number | bigint | Buffer | null;

/** As JSON; what JSON cannot hold as it is becomes an object that says what it is. */
export function toJsonValue(value: StoredValue): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : { int: String(value) };
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : { real: String(value) };
  if (value instanceof Uint8Array) return { b64: Buffer.from(value).toString('base64') };
  return value;
}

const Special = z.union([
  z.strictObject({ int: z.string().regex(/^-?\d{1,19}$/) }),
  z.strictObject({ real: z.enum(['Infinity', '-Infinity']) }),
  z.strictObject({ b64: z.base64() }),
]);

/** Back from JSON; undefined where it is not a value of that column type. */
export function fromJsonValue(value: unknown, type: ColumnType): StoredValue | undefined {
  if (value === null) return null;
  if (typeof value === 'string') return type === 'TEXT' ? value : undefined;
  if (typeof value === 'number') {
    if (type === 'INTEGER') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
    return type === 'REAL' ? value : undefined;
  }
  const special = Special.safeParse(value);
  if (!special.success) return undefined;
  if ('int' in special.data) return type === 'INTEGER' ? toInt64(special.data.int) : undefined;
  if ('real' in special.data) return type === 'REAL' ? Number(special.data.real) : undefined;
  return type === 'BLOB' ? Buffer.from(special.data.b64, 'base64') : undefined;
}

function toInt64(text: string): bigint | undefined {
  const value = BigInt(text);
  return BigInt.asIntN(64, value) === value ? value : undefined;
}
