import type BetterSqlite from 'better-sqlite3';

/** One call of a prepared statement with the very values that were bound. */
export type Call = {
  readonly text: string;
  readonly method: 'run' | 'get' | 'all';
  readonly params: readonly unknown[];
  /** The caller took the bare value of the row and no object. */
  readonly isPlucked: boolean;
};

const METHODS = ['run', 'get', 'all'] as const;

/**
 * Notes every statement that runs while `work` runs, on any connection of this process. `markBatch`
 * starts a new list, so that each transaction's statements stay together.
 */
export function recordStatements(
  raw: BetterSqlite.Database,
  work: (markBatch: () => void) => void,
): readonly (readonly Call[])[] {
  const batches: Call[][] = [[]];
  const prototype: unknown = Object.getPrototypeOf(raw.prepare('SELECT 1'));
  if (typeof prototype !== 'object' || prototype === null) throw new Error('no prototype');
  const originals = METHODS.map((method) => [method, Reflect.get(prototype, method)] as const);
  for (const [method, original] of originals) {
    Reflect.set(
      prototype,
      method,
      function noted(this: BetterSqlite.Statement, ...params: unknown[]): unknown {
        const result: unknown = Reflect.apply(original, this, params);
        const isPlucked = method === 'get' && result !== undefined && !(result instanceof Object);
        // BEGIN and COMMIT come from the transaction itself.
        if (!/^(BEGIN|COMMIT)/.test(this.source)) {
          batches.at(-1)?.push({ text: this.source, method, params, isPlucked });
        }
        return result;
      },
    );
  }
  try {
    work(() => batches.push([]));
  } finally {
    for (const [method, original] of originals) Reflect.set(prototype, method, original);
  }
  return batches.filter((batch) => batch.length > 0);
}
