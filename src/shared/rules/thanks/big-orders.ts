/** Orders of a currency that "big" is measured by: the newest. */
const COMPARED = 100;
/** Before so many none is big. */
const FEWEST = 10;
const TIMES_USUAL = 3;

/** Tells which orders are big: three times what is usual in this show, once ten were paid. */
export class BigOrders {
  readonly #paid = new Map<string, number[]>();

  /** Takes up a paid order, in minor units of its currency, and says whether it was a big one. */
  isBig(currency: string, amountMinor: number): boolean {
    const held = this.#paid.get(currency) ?? [];
    const usual = held.toSorted((a, b) => a - b)[Math.floor(held.length / 2)] ?? 0;
    const isBig = held.length >= FEWEST && usual > 0 && amountMinor >= usual * TIMES_USUAL;
    held.push(amountMinor);
    if (held.length > COMPARED) held.shift();
    this.#paid.set(currency, held);
    return isBig;
  }
}
