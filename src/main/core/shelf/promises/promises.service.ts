import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import { PromiseId, type ScreenId } from '#shared/model/ids.ts';
import {
  OPEN_PROMISES_MAX,
  SETTLED_PROMISES_SENT,
  type PromiseOutcome,
  type PromisesSlice,
  type ShowPromise,
} from '#shared/model/promise.ts';
import {
  heldPromises,
  isLimitReached,
  isRestocked,
  keptRate,
  promisedPieces,
  type HeldPromise,
  type MadePromise,
  type ProductNow,
} from '#shared/rules/promises/held-promises.ts';
import type { RoomContext } from '../../room/room-context.ts';
import { promiseFacts } from './promises.queries.ts';

/** A product of the shelf as a promise sees it. */
export type PromisedProduct = ProductNow & {
  /** Pieces paid for in this show so far; null where no order of it is known. */
  readonly unitsPaid: number | null;
  readonly priceMinor: number | null;
};

/** What promises ask of the shelf. */
export type PromiseDesk = {
  /** Null for one that is not on this shelf. */
  product(productId: number): PromisedProduct | null;
  /** Inside a commit. */
  setPrice(productId: number, priceMinor: number | null): void;
};

type Done = Result<Record<string, never>>;

/** What viewers were promised in the current show; facts of the log alone. */
export class PromisesService {
  readonly #room: RoomContext;
  readonly #desk: PromiseDesk;
  #held: readonly HeldPromise[] = [];

  constructor(room: RoomContext, desk: PromiseDesk) {
    this.#room = room;
    this.#desk = desk;
  }

  reload(): void {
    const show = this.#room.show();
    const { db, roomId } = this.#room;
    this.#held = show === null ? [] : heldPromises(promiseFacts(db, roomId, show.id));
    this.#room.changed('promises');
  }

  slice(): PromisesSlice {
    const { kept, broken } = keptRate(this.#held);
    const settled = this.#held.flatMap(({ made, settled: end }) =>
      end === null
        ? []
        : [
            {
              ...this.#promise(made),
              outcome: end.outcome,
              settledTs: end.eventTs,
              isByItself: end.isByItself,
              seq: end.seq,
            },
          ],
    );
    return {
      open: this.#open()
        .map(({ made }) => this.#promise(made))
        .toSorted((a, b) => (a.dueTs ?? Infinity) - (b.dueTs ?? Infinity) || a.id - b.id),
      settled: settled
        .toSorted((a, b) => b.seq - a.seq)
        .slice(0, SETTLED_PROMISES_SENT)
        .map(({ seq: _seq, ...promise }) => promise),
      kept,
      broken,
    };
  }

  /** Everything that was promised of this product is sold: no more of it was promised. */
  isLimitReached(productId: number): boolean {
    return isLimitReached(this.#held, productId);
  }

  /** Inside a commit. */
  make(
    input: CommandInput<'promise.make'>,
    screenId: ScreenId | null,
  ): Result<CommandOutput<'promise.make'>> {
    const show = this.#room.show();
    if (show === null || (show.state !== 'on_air' && show.state !== 'paused')) {
      return fail('show_wrong_state', { state: show?.state ?? 'none', action: 'promise' });
    }
    const missing = whatIsMissing(input);
    if (missing !== null) return fail('promise_incomplete', { what: missing });
    if (this.#open().length >= OPEN_PROMISES_MAX) {
      return fail('too_many_promises', { most: OPEN_PROMISES_MAX });
    }
    const { dueInMs, ...fields } = input;
    const { productId } = fields;
    const product = productId === null ? null : this.#desk.product(productId);
    if (productId !== null && product === null) return fail('unknown_product', { productId });
    const seq = this.#room.writeFact({
      kind: 'promise.made',
      ...fields,
      dueTs: dueInMs === null ? null : Math.round(this.#room.ports.clock.wallNow()) + dueInMs,
      unitsBefore: product?.unitsPaid ?? 0,
      stock: product?.stock ?? null,
      wasSoldOut: product?.isSoldOut ?? false,
      screenId,
    });
    this.reload();
    return ok({ promiseId: PromiseId.parse(seq) });
  }

  /** Inside a commit. */
  settle(promiseId: PromiseId, outcome: PromiseOutcome, screenId: ScreenId | null): Done {
    const promise = this.#open().find(({ made }) => made.seq === promiseId);
    if (promise === undefined) return fail('unknown_promise', {});
    this.#settle(promise.made, outcome, false, screenId);
    return ok({});
  }

  /** Inside a commit. */
  reopen(promiseId: PromiseId, screenId: ScreenId | null): Done {
    const promise = this.#held.find(({ made }) => made.seq === promiseId);
    if (promise === undefined || promise.settled === null) return fail('unknown_promise', {});
    const { made, settled } = promise;
    const product = made.productId === null ? null : this.#desk.product(made.productId);
    const isAsOpened = product !== null && product.priceMinor === made.priceMinor;
    if (settled.priceBefore !== null && made.productId !== null && isAsOpened) {
      this.#desk.setPrice(made.productId, settled.priceBefore.priceMinor);
    }
    this.#room.writeFact({ kind: 'promise.reopened', promiseId, screenId });
    this.reload();
    return ok({});
  }

  /** Outside a commit: what keeps itself is written in one of its own. */
  tick(): void {
    const done = this.#open().filter(
      ({ made, wasReopened }) => !wasReopened && this.#isKeptByItself(made),
    );
    if (done.length === 0) return;
    this.#room.commit(() => {
      for (const { made } of done) this.#settle(made, 'kept', true, null);
    });
  }

  /** A committed order or a change of the shelf: what is left may be less. */
  productChanged(): void {
    if (this.#open().length > 0) this.#room.changed('promises');
  }

  #isKeptByItself(made: MadePromise): boolean {
    const product = made.productId === null ? null : this.#desk.product(made.productId);
    if (product === null) return false;
    if (made.promiseKind === 'restock') return isRestocked(made, product);
    if (made.promiseKind !== 'limited') return false;
    return promisedPieces(made, product.unitsPaid).left === 0;
  }

  #settle(
    made: MadePromise,
    outcome: PromiseOutcome,
    isByItself: boolean,
    screenId: ScreenId | null,
  ): void {
    const priceBefore = outcome === 'kept' ? this.#openPrice(made) : null;
    this.#room.writeFact({
      kind: 'promise.settled',
      promiseId: PromiseId.parse(made.seq),
      outcome,
      isByItself,
      priceBefore,
      screenId,
    });
    this.reload();
  }

  /** What the product cost until now; null where its price does not change. */
  #openPrice({
    promiseKind,
    productId,
    priceMinor,
  }: MadePromise): { priceMinor: number | null } | null {
    if (promiseKind !== 'priceOpen' || productId === null || priceMinor === null) return null;
    const product = this.#desk.product(productId);
    if (product === null || product.priceMinor === priceMinor) return null;
    this.#desk.setPrice(productId, priceMinor);
    return { priceMinor: product.priceMinor };
  }

  #open(): readonly HeldPromise[] {
    return this.#held.filter(({ settled }) => settled === null);
  }

  #promise(made: MadePromise): ShowPromise {
    const { seq, promiseKind, productId, units, priceMinor, text, eventTs, dueTs } = made;
    const product = productId === null ? null : this.#desk.product(productId);
    const fields = { promiseKind, productId, units, priceMinor, text };
    const pieces = promisedPieces(made, product?.unitsPaid ?? null);
    return { id: PromiseId.parse(seq), ...fields, madeTs: eventTs, dueTs, ...pieces };
  }
}

/** The first thing that this kind of promise needs and that was not said. */
function whatIsMissing(input: CommandInput<'promise.make'>): string | null {
  const { promiseKind, productId, units, dueInMs, text } = input;
  if (promiseKind === 'other') return text.trim() === '' ? 'text' : null;
  if (productId === null) return 'product';
  if (promiseKind === 'limited') return units === null ? 'units' : null;
  return promiseKind === 'restock' && dueInMs === null ? 'due' : null;
}
