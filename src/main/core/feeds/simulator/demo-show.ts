import type { ProductFields } from '#shared/model/product.ts';
import type { Language } from '#shared/model/settings.ts';

import { demoCueCardsIn, type DemoCueCard } from './data/cue-cards.ts';
import { enProducts } from './data/products-en.ts';
import { zhProducts } from './data/products-zh.ts';
import { demoProducts } from './data/products.ts';
import { enRooms } from './data/rooms-en.ts';
import { zhRooms } from './data/rooms-zh.ts';
import type { DemoRoom } from './data/rooms.ts';
import { demoBlocksIn, type DemoBlock } from './data/run-of-show.ts';

/** What is loaded into the store when the demo show starts; products are named by their code. */
export type DemoShow = {
  readonly title: string;
  readonly currency: string;
  /** In order of link number, 1 first. */
  readonly products: readonly ProductFields[];
  readonly blocks: readonly DemoBlock[];
  readonly cueCards: readonly DemoCueCard[];
  readonly rooms: readonly DemoRoom[];
  /** What people in the chat call a product. */
  readonly shortNames: Readonly<Record<string, string>>;
};

/** The same evening in either language: same products, plan and stock, prices of its own market. */
export const demoShows: Readonly<Record<Language, DemoShow>> = {
  'zh-CN': demoShowIn('zh-CN', '秋季亚麻专场', 'CNY'),
  en: demoShowIn('en', 'Autumn linen night', 'USD'),
};

function demoShowIn(language: Language, title: string, currency: string): DemoShow {
  const texts = language === 'en' ? enProducts : zhProducts;
  const products = demoProducts.map((product) => {
    const { shortName: _inChat, ...text } = texts[product.code];
    return { ...product, ...text, currency };
  });
  return {
    title,
    currency,
    products,
    blocks: demoBlocksIn(language),
    cueCards: demoCueCardsIn(language),
    rooms: language === 'en' ? enRooms : zhRooms,
    shortNames: Object.fromEntries(
      Object.entries(texts).map(([code, { shortName }]) => [code, shortName]),
    ),
  };
}
