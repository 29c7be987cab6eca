import type { OutletCan } from '#shared/model/outlet.ts';
import type { Ports } from '../../ports.ts';
import type { DriverAnswer, PushCard, PushDriver, TakeDownCause } from './outlet-driver.ts';

/** What one outlet said of a push or of its reverse. */
export type OutletAnswer = {
  readonly showId: number;
  readonly pushId: number;
  readonly outletId: number;
  readonly isReverse: boolean;
  readonly answer: DriverAnswer;
  /** From GO (or the undo) to the answer, monotonic. */
  readonly delayMs: number;
};

type Run = {
  readonly pushId: number;
  readonly abort: AbortController;
  readonly over: Promise<DriverAnswer>;
};

type Drivers = { driver(outletId: number): PushDriver | null };

/** What is under way at the outlets: each by itself, so that none waits for another. */
export class OutletRuns {
  readonly #ports: Ports;
  readonly #drivers: Drivers;
  readonly #answered: (answer: OutletAnswer) => void;
  /** The last push of each outlet. */
  readonly #runs = new Map<number, Run>();
  #isClosed = false;

  constructor(ports: Ports, drivers: Drivers, answered: (answer: OutletAnswer) => void) {
    this.#ports = ports;
    this.#drivers = drivers;
    this.#answered = answered;
  }

  close(): void {
    this.#isClosed = true;
    for (const { abort } of this.#runs.values()) abort.abort();
  }

  canUnpush(outletId: number): OutletCan['unpush'] {
    return this.#drivers.driver(outletId)?.can.unpush ?? 'never';
  }

  push(card: PushCard, goMs: number, outletIds: readonly number[]): void {
    for (const outletId of outletIds) {
      // What still tries to deliver the product before would come after this one.
      this.#runs.get(outletId)?.abort.abort();
      const abort = new AbortController();
      const over = this.#ask(outletId, (driver) => driver.push(card, abort.signal));
      this.#runs.set(outletId, { pushId: card.pushId, abort, over });
      this.#tell(card, outletId, false, goMs, over);
    }
  }

  /** The reverse waits for the push itself, which is not tried again. */
  unpush(
    card: PushCard,
    cause: TakeDownCause,
    fromMs: number,
    outlets: readonly { readonly outletId: number; readonly restored: PushCard | null }[],
  ): void {
    for (const { outletId, restored } of outlets) {
      const run = this.#runs.get(outletId);
      const isOwn = run?.pushId === card.pushId;
      if (isOwn) run.abort.abort();
      if (this.canUnpush(outletId) === 'never') continue;
      const over = this.#ask(outletId, async (driver) => {
        const pushed = isOwn ? await run.over : null;
        // Nothing arrived, so there is nothing to take back.
        if (pushed?.state === 'failed') return { state: 'ok' };
        return driver.unpush(card, cause, restored);
      });
      this.#tell(card, outletId, true, fromMs, over);
    }
  }

  update(card: PushCard, outletIds: readonly number[]): void {
    for (const outletId of outletIds) {
      if (this.#drivers.driver(outletId)?.can.update !== true) continue;
      void this.#ask(outletId, (driver) => driver.update(card)).then((answer) => {
        if (answer.state === 'ok') return;
        const { reason } = answer;
        this.#ports.logger.log('warn', 'outlet_update_failed', { outletId, reason });
      });
    }
  }

  /** Never rejects: a driver that throws is a fault of ours, said as one. */
  async #ask(
    outletId: number,
    what: (driver: PushDriver) => Promise<DriverAnswer>,
  ): Promise<DriverAnswer> {
    const driver = this.#drivers.driver(outletId);
    if (driver === null) return { state: 'failed', reason: 'not_connected' };
    try {
      return await what(driver);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      this.#ports.logger.log('error', 'outlet_failed', { outletId, error: name });
      return { state: 'unknown', reason: 'internal' };
    }
  }

  #tell(
    { showId, pushId }: PushCard,
    outletId: number,
    isReverse: boolean,
    fromMs: number,
    over: Promise<DriverAnswer>,
  ): void {
    void over.then((answer) => {
      if (this.#isClosed) return;
      const delayMs = Math.max(0, Math.round(this.#ports.clock.monotonicNow() - fromMs));
      this.#answered({ showId, pushId, outletId, isReverse, answer, delayMs });
    });
  }
}
