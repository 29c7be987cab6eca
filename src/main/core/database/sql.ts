/**
 * The only way SQL is written: `sql` keeps text and parameters apart, so nothing is ever
 * concatenated into a statement, and binds whole numbers as INTEGER (better-sqlite3 would bind
 * every JS number as REAL, and `(ts - ?) / 60000` would silently stop grouping by minute).
 */
export type SqlValue = string | number | bigint | Uint8Array | null;

export type Sql = {
  readonly text: string;
  readonly params: readonly SqlValue[];
};

/** Tagged template: every `${value}` becomes a bound parameter. */
export function sql(parts: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  // The strings array is one object per call site, so the joined text is made once.
  let text = texts.get(parts);
  if (text === undefined) {
    text = parts.join('?');
    texts.set(parts, text);
  }
  return { text, params: values };
}

const texts = new WeakMap<TemplateStringsArray, string>();

/** Whole numbers as BigInt (INTEGER); fractions stay REAL. */
export function bindable(value: SqlValue): string | number | bigint | Uint8Array | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}
