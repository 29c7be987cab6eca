import type { ThereNow } from '#shared/model/product.ts';
import type { PushCard, PushDriver } from './outlet-driver.ts';

type Watch = { readonly pushId: number; readonly driver: PushDriver; stop(): void };
type Drivers = { driver(outletId: number): PushDriver | null };
type Told = (pushId: number, outletId: number, there: ThereNow | null) => void;

/** Which outlets are looked after for what is on; all the others are left in peace. */
export class OutletWatches {
  readonly #drivers: Drivers;
  readonly #told: Told;
  readonly #watches = new Map<number, Watch>();

  constructor(drivers: Drivers, told: Told) {
    this.#drivers = drivers;
    this.#told = told;
  }

  /** Exactly these from now on; null: nothing is on. A driver that was made anew is asked anew. */
  follow(card: PushCard | null, outletIds: readonly number[]): void {
    for (const [id, { pushId, driver }] of this.#watches) {
      const isWanted = card?.pushId === pushId && outletIds.includes(id);
      if (!isWanted || this.#drivers.driver(id) !== driver) this.stop(id);
    }
    if (card === null) return;
    for (const id of outletIds) if (!this.#watches.has(id)) this.#start(card, id);
  }

  stop(outletId: number): void {
    this.#watches.get(outletId)?.stop();
    this.#watches.delete(outletId);
  }

  #start(card: PushCard, outletId: number): void {
    const driver = this.#drivers.driver(outletId);
    if (driver?.can.watch !== true) return;
    const { pushId } = card;
    let isOver = false;
    const stop = driver.onChanged(card, (there) => {
      if (!isOver) this.#told(pushId, outletId, there);
    });
    this.#watches.set(outletId, {
      pushId,
      driver,
      stop() {
        isOver = true;
        stop();
      },
    });
  }
}
