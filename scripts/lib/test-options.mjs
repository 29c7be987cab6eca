import { parseArgs } from 'node:util';

export const SUITES = ['check', 'unit', 'e2e', 'soak'];

/**
 * @param {readonly string[]} argv
 * @returns {{only: readonly string[], filters: readonly string[]} | {error: string}}
 */
export function parseTestOptions(argv) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { only: { type: 'string' } },
      allowPositionals: true,
    });
    const { only } = values;
    if (only !== undefined && !SUITES.includes(only)) {
      return { error: `--only wants one of ${SUITES.join(', ')}` };
    }
    // A path alone means unit tests: that is what one runs again and again while working.
    const chosen = only ?? (positionals.length > 0 ? 'unit' : null);
    return { only: chosen === null ? SUITES : [chosen], filters: positionals };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
