import type { RoomEvent, RoomEventOf } from '../../contract/room-event.ts';

export type MadePromise = RoomEventOf<'promise.made'>;
export type PromiseSettlement = RoomEventOf<'promise.settled'>;

/** A promise of a show and what came of it; null while it is open. */
export type HeldPromise = {
  readonly made: MadePromise;
  readonly settled: PromiseSettlement | null;
  /** Somebody took back that it was settled: from then on nothing settles it by itself. */
  readonly wasReopened: boolean;
};

/**
 * The promises of a show from its facts, in the order of the log; others among them are passed over.
 * The last word on each holds: settled, or open again.
 */
export function heldPromises(facts: readonly RoomEvent[]): readonly HeldPromise[] {
  const held = new Map<number, HeldPromise>();
  for (const fact of facts) {
    if (fact.kind === 'promise.made')
      held.set(fact.seq, { made: fact, settled: null, wasReopened: false });
    if (fact.kind !== 'promise.settled' && fact.kind !== 'promise.reopened') continue;
    const promise = held.get(fact.promiseId);
    if (promise === undefined) continue;
    const settled = fact.kind === 'promise.settled' ? fact : null;
    const wasReopened = promise.wasReopened || settled === null;
    held.set(fact.promiseId, { made: promise.made, settled, wasReopened });
  }
  return [...held.values()];
}

/**
 * What is left of the pieces of a promise, and how many were sold beyond them. `unitsPaid`: pieces of the
 * product paid for in the show so far, null where no order of it is known.
 */
export function promisedPieces(
  { units, unitsBefore }: Pick<MadePromise, 'units' | 'unitsBefore'>,
  unitsPaid: number | null,
): { readonly left: number | null; readonly over: number } {
  if (units === null || unitsPaid === null) return { left: null, over: 0 };
  const since = Math.max(0, unitsPaid - unitsBefore);
  return { left: Math.max(0, units - since), over: Math.max(0, since - units) };
}

/** What a product has now of what a promise waits for. */
export type ProductNow = { readonly stock: number | null; readonly isSoldOut: boolean };

/** A promise of more pieces is kept when the product is on sale and has more of them than before. */
export function isRestocked(
  { stock, wasSoldOut }: Pick<MadePromise, 'stock' | 'wasSoldOut'>,
  now: ProductNow,
): boolean {
  if (now.isSoldOut || now.stock === 0) return false;
  if (wasSoldOut || stock === 0) return true;
  return now.stock !== null && stock !== null && now.stock > stock;
}

/** The product whose promised pieces are all sold, unless there was another promise since. */
export function isLimitReached(promises: readonly HeldPromise[], productId: number): boolean {
  const last = promises.findLast(
    ({ made, settled }) =>
      made.promiseKind === 'limited' &&
      made.productId === productId &&
      settled?.outcome !== 'withdrawn',
  );
  return last?.settled?.isByItself === true;
}

/** Shares of what was promised and settled; null where nothing was. */
export function keptRate(promises: readonly HeldPromise[]): {
  readonly kept: number;
  readonly broken: number;
  readonly rate: number | null;
} {
  const count = (outcome: PromiseSettlement['outcome']): number =>
    promises.filter(({ settled }) => settled?.outcome === outcome).length;
  const [kept, broken] = [count('kept'), count('broken')];
  return { kept, broken, rate: kept + broken === 0 ? null : kept / (kept + broken) };
}
