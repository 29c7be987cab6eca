import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { ProductId } from '#shared/model/ids.ts';
import { ARM_TIMEOUT_MS, type Armed, type PushGuard } from '#shared/model/product.ts';
import type { RoomContext } from '../room/room-context.ts';

/** What is armed: one product, for a while, and whether what stops it was overruled. Not stored. */
export class Arming {
  readonly #room: RoomContext;
  #armed: Armed | null = null;
  #cancelTimer: (() => void) | null = null;

  constructor(room: RoomContext) {
    this.#room = room;
  }

  now(): Armed | null {
    return this.#armed;
  }

  /** By itself it ends after ARM_TIMEOUT_MS; null disarms. */
  set(armed: Armed | null): void {
    this.#cancelTimer?.();
    this.#cancelTimer =
      armed === null ? null : this.#room.ports.clock.after(ARM_TIMEOUT_MS, () => this.set(null));
    this.#change(armed);
  }

  /** Refused: nothing_armed, armed_product_changed where it is not this one. */
  of(productId: ProductId): Result<Armed> {
    const armed = this.#armed;
    if (armed === null) return fail('nothing_armed', {});
    return armed.productId === productId ? ok(armed) : fail('armed_product_changed', { productId });
  }

  overrule(productId: ProductId): Result<Record<string, never>> {
    const armed = this.of(productId);
    if (!armed.ok) return armed;
    this.#change({ ...armed.value, isOverruled: true });
    return ok({});
  }

  /** The first guard that stops what is armed; what was overruled is what was seen then. */
  stoppedBy(armed: Armed, guards: readonly PushGuard[]): PushGuard | null {
    const stopping = guards.find((guard) => !armed.isOverruled || !armed.guards.includes(guard));
    if (stopping === undefined) return null;
    this.#change({ ...armed, guards: [...guards], isOverruled: false });
    return stopping;
  }

  /** What stops it may be over, or have come up: a card that waits says so before GO is tried. */
  refresh(stopOf: (productId: ProductId) => Pick<Armed, 'guards' | 'mismatches'> | null): void {
    const armed = this.#armed;
    const stop = armed === null ? null : stopOf(armed.productId);
    if (armed === null || stop === null) return;
    const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
    if (isSame(stop.guards, armed.guards) && isSame(stop.mismatches, armed.mismatches)) return;
    const isOverruled =
      armed.isOverruled && stop.guards.every((guard) => armed.guards.includes(guard));
    this.#change({ ...armed, ...stop, isOverruled });
  }

  #change(armed: Armed | null): void {
    this.#armed = armed;
    this.#room.changed('shelf');
  }
}
