import type { FeedSink, RunningFeed } from './feed.ts';

/** A feed that was started, and the way it speaks by. */
export type StartedFeed = {
  readonly sink: FeedSink;
  readonly feed: RunningFeed;
  /** Nothing is taken any more. */
  closeSink(): void;
};

type Run = {
  started: StartedFeed | null;
  closing: Promise<void> | null;
  /** How it is begun once the one before has ended; null while it is not wanted. */
  begin: (() => StartedFeed) | null;
};

/**
 * The running feeds by source. One source never has two feeds at once: switched on again while its
 * feed still closes, it starts when that has ended.
 */
export class FeedRuns {
  readonly #runs = new Map<number, Run>();

  sinkOf(id: number): FeedSink | undefined {
    const run = this.#runs.get(id);
    return run?.closing === null ? run.started?.sink : undefined;
  }

  feedOf(id: number): RunningFeed | undefined {
    const run = this.#runs.get(id);
    return run?.closing === null ? run.started?.feed : undefined;
  }

  ids(): readonly number[] {
    return [...this.#runs.keys()];
  }

  isWanted(id: number): boolean {
    return (this.#runs.get(id)?.begin ?? null) !== null;
  }

  /** Starts it, now or as soon as its last run has ended. */
  start(id: number, begin: () => StartedFeed): void {
    const run = this.#runs.get(id) ?? { started: null, closing: null, begin: null };
    this.#runs.set(id, run);
    run.begin = begin;
    if (run.closing === null) run.started ??= begin();
  }

  /** Ends it in order; what still arrives meanwhile is taken. `onClosed` comes when it is gone. */
  stop(id: number, onClosed: () => void): void {
    const run = this.#runs.get(id);
    if (run === undefined) return;
    run.begin = null;
    const { started } = run;
    if (started === null || run.closing !== null) return;
    run.closing = started.feed.stop().finally(() => {
      started.closeSink();
      run.started = null;
      run.closing = null;
      onClosed();
      if (run.begin !== null) run.started = run.begin();
      else if (this.#runs.get(id) === run) this.#runs.delete(id);
    });
  }

  /** Every feed that runs proves its link. */
  verify(): void {
    for (const run of this.#runs.values()) {
      if (run.closing === null) run.started?.feed.verify();
    }
  }

  /** Resolves when every feed that was stopped has ended. */
  async settled(): Promise<void> {
    await Promise.all([...this.#runs.values()].map((run) => run.closing ?? Promise.resolve()));
  }
}
