import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { ProductId } from '#shared/model/ids.ts';
import { UNDO_WINDOW_MS } from '#shared/model/product.ts';
import { startRig, type RigScreen } from '#tests/support/core-rig.ts';

const PRODUCTS = 3;

/** Whose each stretch of show time is, told again from what was done and nothing else. */
class Told {
  readonly #stretches: { readonly from: number; to: number; of: number | null }[] = [];
  #nowMs = 0;
  #on: number | null = null;
  #last: { readonly from: number; readonly before: number | null } | null = null;

  pass(ms: number): void {
    this.#stretches.push({ from: this.#nowMs, to: this.#nowMs + ms, of: this.#on });
    this.#nowMs += ms;
  }

  go(product: number): void {
    this.#last = { from: this.#nowMs, before: this.#on };
    this.#on = product;
  }

  /** False where it comes too late or there is nothing to undo. */
  undo(): boolean {
    const last = this.#last;
    if (last === null || this.#nowMs - last.from > UNDO_WINDOW_MS) return false;
    this.#last = null;
    this.#on = last.before;
    for (const stretch of this.#stretches) if (stretch.from >= last.from) stretch.of = last.before;
    return true;
  }

  takeDown(): boolean {
    const wasOn = this.#on !== null;
    this.#on = null;
    return wasOn;
  }

  of(product: number): number {
    const own = this.#stretches.filter((stretch) => stretch.of === product);
    return own.reduce((sum, { from, to }) => sum + to - from, 0);
  }
}

async function fillShelf(desk: RigScreen): Promise<readonly ProductId[]> {
  await desk.must('show.create', { title: 'A', origin: 'rehearsal', currency: 'CNY' });
  const text = { benefit: '', hook: '', look: '', story: '', value: '', callToAction: '', say: '' };
  const money = { currency: 'CNY', priceMinor: 100, listPriceMinor: null, couponPriceMinor: null };
  const ids: ProductId[] = [];
  for (let n = 1; n <= PRODUCTS; n += 1) {
    const own = { code: `P${n}`, name: `P${n}`, role: 'hero', swatch: '', stock: null } as const;
    const put = await desk.must('shelf.putProduct', {
      fields: { ...own, ...money, ...text },
      linkNumber: n,
    });
    ids.push(put.productId);
  }
  await desk.must('show.start', {});
  return ids;
}

const step = fc.record({
  what: fc.constantFrom('go', 'go', 'undo', 'takeDown'),
  product: fc.integer({ min: 0, max: PRODUCTS - 1 }),
  thenMs: fc.integer({ min: 1, max: 9_000 }),
});

test('each millisecond on the shelf belongs to one product: none twice, none lost', async () => {
  const rig = await startRig(null);
  const desk = rig.screen('desk');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      try {
        const ids = await fillShelf(desk);
        const told = new Told();
        /** What the shelf did, and what it should have done. */
        const answers: [boolean, boolean][] = [];
        for (const { what, product, thenMs } of steps) {
          const productId = ids[product];
          if (productId === undefined) throw new Error('no such product');
          const lastPush = desk.slice('shelf').lastPush;
          if (what === 'go') {
            await desk.must('shelf.arm', { linkNumber: product + 1 });
            await desk.must('shelf.go', { productId });
            told.go(product);
          } else if (what === 'takeDown') {
            const done = await desk.run('shelf.takeDown', {});
            answers.push([done.ok, told.takeDown()]);
          } else if (lastPush !== null) {
            const done = await desk.run('shelf.undo', { pushId: lastPush.id });
            answers.push([done.ok, told.undo()]);
          }
          // A timer that is due on the way must not stand between what is done and what is read.
          await rig.advance(thenMs);
          told.pass(thenMs);
        }
        await desk.must('show.end', {});
        await rig.advance(1);
        expect(answers.map(([did]) => did)).toEqual(answers.map(([, should]) => should));
        const held = desk.slice('shelf').items.map(({ airtimeMs }) => airtimeMs);
        expect(held).toEqual(ids.map((_, product) => told.of(product)));
      } finally {
        // One that failed midway leaves the room free for the smaller one that is tried next.
        await desk.run('show.end', {});
      }
    }),
    { numRuns: 8 },
  );
  await rig.close();
});
