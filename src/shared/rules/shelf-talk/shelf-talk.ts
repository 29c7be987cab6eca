import type { ShelfTalkEvidence } from '../../model/alert.ts';
import { ProductNames, type NamedProduct } from './product-names.ts';

/** Who asks is counted over so long, show time. */
export const ASKED_WINDOW_MS = 60_000;
/** Fewer people are chance. */
export const ASKED_BY_LEAST = 5;
/** Of all who ask about a product by name or number. */
const ASKED_SHARE = 0.5;
/** Lines read of a second; a flood says the same with fewer. */
const READ_PER_SECOND = 40;

type Asking = {
  readonly ts: number;
  readonly person: string;
  readonly linkNumbers: ReadonlySet<number>;
};

/** What the desk itself says is on. */
export type ShelfAndBlock = {
  /** Of the product on the shelf; null for none. */
  readonly shown: number | null;
  /** Of the running block's product, where that is on the shelf's list; null for none. */
  readonly block: number | null;
};

/**
 * Whether the running block, the product on the shelf and what the chat asks about agree (货架与讲解不一致).
 * Pure: fed with lines that ask, in their order. A crowd outweighs the plan: what enough people ask about
 * should be on the shelf, else the block's product.
 */
export class ShelfTalk {
  #names = new ProductNames([]);
  #asking: Asking[] = [];
  #second = { at: 0, read: 0 };
  #apart: { readonly key: string; readonly sinceTs: number } | null = null;

  /** The shelf's list, whenever it is another one. */
  setProducts(products: readonly NamedProduct[]): void {
    this.#names = new ProductNames(products);
  }

  /** Another show. */
  clear(): void {
    this.#asking = [];
    this.#apart = null;
  }

  /** A line that asks something; `ts` is show time. */
  asked(text: string, person: string, ts: number): void {
    const at = Math.floor(ts / 1_000);
    if (this.#second.at !== at) this.#second = { at, read: 0 };
    if (this.#second.read >= READ_PER_SECOND) return;
    this.#second.read += 1;
    const linkNumbers = this.#names.in(text);
    if (linkNumbers.size > 0) this.#asking.push({ ts, person, linkNumbers });
  }

  /** What disagrees now, since when; null when all agree. Asked with every tick. */
  look({ shown, block }: ShelfAndBlock, nowTs: number): ShelfTalkEvidence | null {
    const crowd = this.#crowd(nowTs);
    const wanted = crowd?.linkNumber ?? block;
    if (wanted === null || wanted === shown) {
      this.#apart = null;
      return null;
    }
    const key = `${wanted}:${shown ?? ''}`;
    if (this.#apart?.key !== key) this.#apart = { key, sinceTs: nowTs };
    const asked = crowd === null ? null : { linkNumber: crowd.linkNumber, people: crowd.people };
    return { kind: 'shelf', shown, block, asked, proposed: wanted, sinceTs: this.#apart.sinceTs };
  }

  /** The product that most ask about, when they are enough to be no chance. */
  #crowd(nowTs: number): { readonly linkNumber: number; readonly people: number } | null {
    this.#asking = this.#asking.filter(({ ts }) => ts > nowTs - ASKED_WINDOW_MS);
    const all = new Set<string>();
    const people = new Map<number, Set<string>>();
    for (const { person, linkNumbers } of this.#asking) {
      all.add(person);
      for (const linkNumber of linkNumbers) {
        const held = people.get(linkNumber) ?? new Set();
        people.set(linkNumber, held.add(person));
      }
    }
    const [most] = [...people].toSorted(([, a], [, b]) => b.size - a.size);
    if (most === undefined) return null;
    const [linkNumber, { size }] = most;
    const isEnough = size >= ASKED_BY_LEAST && size >= all.size * ASKED_SHARE;
    return isEnough ? { linkNumber, people: size } : null;
  }
}
