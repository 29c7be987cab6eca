import { openStore, type Store } from '#core/database/open-store.ts';
import type { Ports } from '#core/ports.ts';
import { describeStartProblem } from '#core/start-problem.ts';
import { createSystemPorts } from '#core/host-ports.ts';

type Output = { write(text: string): unknown };

/** Exit codes: done; refused or failed; wrong arguments. */
export const EXIT_OK = 0;
export const EXIT_FAILED = 1;
export const EXIT_USAGE = 2;

export const sqliteBinding = (): string | null => process.env['CUEDESK_SQLITE_BINDING'] ?? null;

/** Opens the store of a folder that no desk has open; what stands in the way is said. */
export async function withStore(
  dataFolder: string,
  stderr: Output,
  work: (store: Store, ports: Ports) => Promise<number>,
): Promise<number> {
  const ports = createSystemPorts(dataFolder, 'error');
  const opened = openStore({ dataFolder, sqliteBinding: sqliteBinding() }, ports);
  if (!opened.ok) {
    stderr.write(`${describeStartProblem(opened.error)}\n`);
    return EXIT_FAILED;
  }
  try {
    return await work(opened.value, ports);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    return said(
      stderr,
      `It failed (${code}); nothing has changed. 失败（${code}），没有任何变化。`,
    );
  } finally {
    opened.value.close();
  }
}

/** Says why, and gives the exit code of it. */
export function said(stderr: Output, text: string): number {
  stderr.write(`${text}\n`);
  return EXIT_FAILED;
}
