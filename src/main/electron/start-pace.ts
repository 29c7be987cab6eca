import { setFlagsFromString } from 'node:v8';

/**
 * How V8 works while the core starts: nothing that runs for less than a second is worth optimizing,
 * which V8 does on the processors that the page's start needs too; the young heap grows at once to
 * what a start needs; and a collection does not wait for helpers that get no processor.
 */
export const V8_START: readonly string[] = [
  '--no-maglev',
  '--no-turbofan',
  '--no-parallel-scavenge',
  '--semi-space-growth-factor=16',
];
/** V8's own defaults, for a core that runs for hours. */
export const V8_LATER: readonly string[] = [
  '--maglev',
  '--turbofan',
  '--parallel-scavenge',
  '--semi-space-growth-factor=2',
];

/** @returns Gives V8 its own pace back. */
export function paceForStart(): () => void {
  for (const flag of V8_START) setFlagsFromString(flag);
  return () => {
    for (const flag of V8_LATER) setFlagsFromString(flag);
  };
}
