/** Under which the first file of the core's process leaves how to keep what was compiled. */
export const KEEP_COMPILED = Symbol.for('cuedesk.keepCompiled');

/** Once the start is over: what this process was compiled to is written down for the next one. */
export function keepCompiled(): void {
  const keep: unknown = Reflect.get(globalThis, KEEP_COMPILED);
  if (typeof keep === 'function') keep();
}
