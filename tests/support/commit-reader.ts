import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { z } from 'zod';

const PROGRAM = join(import.meta.dirname, 'commit-reader-program.ts');

/** Milliseconds. */
const Delays = z.strictObject({ p50: z.number(), p99: z.number(), most: z.number() });
export type Delays = z.infer<typeof Delays>;

const CommitReport = z.strictObject({
  /** Messages that were committed since it began. */
  seen: z.int(),
  /** From the core's receipt to where another process can read it. */
  sinceReceived: Delays,
  /** The same from the platform's sending. */
  sinceSent: Delays,
});
export type CommitReport = z.infer<typeof CommitReport>;

/** Another process that reads along in a store and measures how long messages took to its disk. */
export class CommitReader {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(storePath: string): Promise<CommitReader> {
    const child = fork(PROGRAM, [storePath], { stdio: ['ignore', 2, 2, 'ipc'] });
    await once(child, 'message');
    return new CommitReader(child);
  }

  /** What it saw once so many messages were there, or ten seconds have passed. */
  async finish(expected: number): Promise<CommitReport> {
    this.#child.send(expected);
    const [raw] = await once(this.#child, 'message');
    return CommitReport.parse(raw);
  }
}
