import type { ProductFields } from '#shared/model/product.ts';

import { demoCueCards, type DemoCueCard } from './data/cue-cards.ts';
import { demoProducts } from './data/products.ts';
import { demoBlocks, type DemoBlock } from './data/run-of-show.ts';

export type DemoShow = {
  readonly title: string;
  readonly currency: string;
  /** In order of link number, 1 first. */
  readonly products: readonly ProductFields[];
  readonly blocks: readonly DemoBlock[];
  readonly cueCards: readonly DemoCueCard[];
};

/** What is loaded into the store when the demo show starts; products are named by their code. */
export const demoShow: DemoShow = {
  title: '秋季亚麻专场',
  currency: 'CNY',
  products: demoProducts,
  blocks: demoBlocks,
  cueCards: demoCueCards,
};
