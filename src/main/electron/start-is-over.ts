/** Under which the first file of the core's process leaves what is to be done once the start is over. */
export const START_IS_OVER = Symbol.for('cuedesk.startIsOver');

/** Once the start is over: what this process was compiled to is written down for the next one. */
export function startIsOver(): void {
  const run: unknown = Reflect.get(globalThis, START_IS_OVER);
  if (typeof run === 'function') run();
}
