import BetterSqlite from 'better-sqlite3';

/** Opens SQLite files with the engine this runtime has. */
export type Engine = (
  path: string,
  options?: { readonly readonly?: boolean },
) => BetterSqlite.Database;

/** `sqliteBinding`: compiled binding for a runtime with an old N-API; null uses the prebuilt one. */
export function engineOf(sqliteBinding: string | null): Engine {
  const binding = sqliteBinding === null ? {} : { nativeBinding: sqliteBinding };
  return (path, options = {}) => new BetterSqlite(path, { ...binding, ...options });
}

/** Does this error mean that the file itself is damaged? */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return isDamageCode(String(error.code));
}

export function isDamageCode(code: string): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(code);
}
