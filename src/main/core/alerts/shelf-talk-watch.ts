import type { ShelfApart } from '#shared/rules/alerts/alert-engine.ts';
import type { NamedProduct } from '#shared/rules/shelf-talk/product-names.ts';
import { ShelfTalk, type ShelfAndBlock } from '#shared/rules/shelf-talk/shelf-talk.ts';
import type { AskedNow } from '../chat/questions.service.ts';

export type ShelfTalkDeps = {
  /** The shelf's list; another one is another array. */
  readonly products: () => readonly NamedProduct[];
  readonly onNow: () => ShelfAndBlock;
};

/** Watches that block, shelf and chat speak of one product. */
export class ShelfTalkWatch {
  readonly #deps: ShelfTalkDeps;
  readonly #talk = new ShelfTalk();
  #products: readonly NamedProduct[] = [];

  constructor(deps: ShelfTalkDeps) {
    this.#deps = deps;
  }

  clear(): void {
    this.#talk.clear();
  }

  /** A line of the current show that asks something. */
  asked({ text, person, ts }: AskedNow): void {
    const products = this.#deps.products();
    if (products.length === 0) return;
    if (products !== this.#products) {
      this.#products = products;
      this.#talk.setProducts(products);
    }
    this.#talk.asked(text, person, ts);
  }

  look(nowTs: number): readonly ShelfApart[] {
    const evidence = this.#talk.look(this.#deps.onNow(), nowTs);
    return evidence === null ? [] : [{ state: 'shelf_talk', evidence }];
  }
}
