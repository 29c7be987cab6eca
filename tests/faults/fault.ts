/** What a fault of the table in docs/faults.md is: something broken on purpose, and what must hold. */

/** `quick` runs in `npm test` and takes seconds; `full` is what docs/faults.md reports. */
export type FaultScale = 'quick' | 'full';

export type FaultResult = {
  /** How often something was broken. */
  readonly injections: number;
  /** What was seen, in one line with its figures. */
  readonly seen: string;
  /** Events and commands that were acknowledged in all: what could have been lost or doubled. */
  readonly acknowledged: number;
  /** Acknowledged ones that the store does not hold afterwards. */
  readonly lost: number;
  /** Acknowledged ones that the store holds more than once. */
  readonly doubled: number;
  /** The slowest way back to work, in seconds; null where nothing had to come back. */
  readonly secondsToRecover: number | null;
  /** Everything that `expected` says was so. */
  readonly ok: boolean;
};

export type FaultDefinition = {
  /** As its file is called: `core-kill` in `core-kill.fault.ts`. */
  readonly name: string;
  /** What is broken and how, in one line. */
  readonly what: string;
  /** What must be so afterwards, in one line. */
  readonly expected: string;
  /** What the runner must bring: the real Electron with a display, or nothing beyond Node and Chromium. */
  readonly needs: 'electron' | null;
  /** Whether it has a quick form, which then also runs in `npm test`. Never with `needs: 'electron'`. */
  readonly hasQuickForm: boolean;
  /** Throws when it could not be carried out; what is not as expected is a result that is not ok. */
  run(scale: FaultScale): Promise<FaultResult>;
};

/** The median of a list of figures; 0 for none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
