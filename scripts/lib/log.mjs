// Stdout is kept for machine-readable lines; people read stderr.

/** @param {string} message */
export function log(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * @param {string} message
 * @param {number} exitCode
 * @returns {never}
 */
export function fail(message, exitCode) {
  log(message);
  process.exit(exitCode);
}
