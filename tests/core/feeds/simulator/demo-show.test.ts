import { describe, expect, test } from 'vitest';

import { enPhrases } from '#core/feeds/simulator/data/phrases-en.ts';
import { zhPhrases } from '#core/feeds/simulator/data/phrases-zh.ts';
import { DEMO_CODES } from '#core/feeds/simulator/data/products.ts';
import { demoShows } from '#core/feeds/simulator/demo-show.ts';
import { SHOW_LENGTH_MS } from '#core/feeds/simulator/script.ts';
import { CUE_TEXT_MAX, CueKind } from '#shared/model/cue.ts';
import { ProductFields } from '#shared/model/product.ts';
import { Block } from '#shared/model/run-of-show.ts';

import { eventsOf, ofKind, pushAt } from './simulated-events.ts';

/** Letters of the Chinese script, and the marks that stand full-width beside them. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const LANGUAGES = ['zh-CN', 'en'] as const;
const codes: readonly string[] = DEMO_CODES;

describe.each(LANGUAGES)('the demo in %s', (language) => {
  const demo = demoShows[language];

  test('eight whole products in its currency, each price below the one before', () => {
    const products = demo.products.map((product) => ProductFields.parse(product));
    expect(products.map(({ code }) => code)).toEqual(codes);
    for (const product of products) {
      expect(product.swatch).toMatch(/^#[0-9a-f]{6},#[0-9a-f]{6}$/);
      expect(product.currency).toBe(demo.currency);
      const { listPriceMinor, priceMinor, couponPriceMinor } = product;
      expect(listPriceMinor).toBeGreaterThan(priceMinor ?? Infinity);
      expect(priceMinor).toBeGreaterThan(couponPriceMinor ?? 0);
      const texts = [product.benefit, product.hook, product.look, product.story, product.value];
      for (const text of [product.name, product.callToAction, product.say, ...texts]) {
        expect(text.trim()).not.toBe('');
      }
    }
  });

  test('ten blocks fill the written show and name products that exist', () => {
    const plannedMs = demo.blocks.reduce((sum, block) => sum + block.plannedMs, 0);
    expect(plannedMs).toBe(SHOW_LENGTH_MS);
    expect(demo.blocks).toHaveLength(10);
    for (const block of demo.blocks) {
      expect(Block.shape.role.safeParse(block.role).success).toBe(true);
      expect([null, ...codes]).toContain(block.productCode);
      expect(block.title.trim()).not.toBe('');
    }
  });

  test('a cue card of each kind a rule proposes, eight of them on F1 to F8', () => {
    const pinned = demo.cueCards.flatMap(({ pinnedSlot }) => pinnedSlot ?? []);
    expect(pinned).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(demo.cueCards).toHaveLength(21);
    for (const card of demo.cueCards) {
      expect(CueKind.safeParse(card.kind).success).toBe(true);
      expect(card.text.length).toBeLessThanOrEqual(CUE_TEXT_MAX);
      expect(card.text.trim()).not.toBe('');
      expect([null, ...codes]).toContain(card.productCode);
    }
  });

  test('three rooms share the people; one sells, one is lost, one is raided', () => {
    const { rooms } = demo;
    expect(rooms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    for (const trait of ['hasOrders', 'isDropped', 'isRaided'] as const) {
      expect(rooms.filter((room) => room[trait])).toHaveLength(1);
    }
    expect(rooms.find((room) => room.hasOrders)?.isDropped).toBe(false);
    expect(new Set(rooms.map(({ prefix }) => prefix)).size).toBe(3);
  });
});

test('both languages are the same evening: only words and prices differ', () => {
  const bare = LANGUAGES.map((language) => {
    const { products, blocks, cueCards } = demoShows[language];
    return {
      products: products.map(({ code, role, stock, swatch, couponPriceMinor }) => {
        return { code, role, stock, swatch, hasCoupon: couponPriceMinor !== null };
      }),
      blocks: blocks.map(({ title: _title, ...block }) => block),
      cards: cueCards.map(({ text: _text, ...card }) => card),
    };
  });
  expect(bare[0]).toEqual(bare[1]);
  const { productSpecific: enSpecific, ...enTopics } = enPhrases;
  const { productSpecific: zhSpecific, ...zhTopics } = zhPhrases;
  expect(Object.keys(enTopics)).toEqual(Object.keys(zhTopics));
  for (const specific of [enSpecific, zhSpecific]) expect(Object.keys(specific)).toEqual(codes);
});

test('nothing of the English one is Chinese', () => {
  expect(JSON.stringify(demoShows['zh-CN'])).toMatch(CHINESE);
  expect(JSON.stringify(demoShows.en)).not.toMatch(CHINESE);
  expect(JSON.stringify(enPhrases)).not.toMatch(CHINESE);
});

test('an English room writes English, with a few from elsewhere among them', () => {
  const inputs = [pushAt(2, 'LN-02')];
  const events = eventsOf({ seed: 1, language: 'en', rate: null, inputs, from: 0, to: 30 });
  const chats = ofKind(events, 'chat').map((chat) => chat.fragments[0]?.text ?? '');
  const chinese = chats.filter((text) => CHINESE.test(text)).length;
  expect(chinese).toBeGreaterThan(0);
  expect(chinese / chats.length).toBeLessThan(0.05);
  const others = events
    .filter(({ kind }) => kind !== 'chat' && kind !== 'paid_message')
    .map((event) => ({ ...event, actor: null }));
  expect(JSON.stringify(others)).not.toMatch(CHINESE);
  const sellers = new Set(events.map(({ platform }) => platform));
  expect([...sellers].toSorted()).toEqual(['tiktok', 'twitch', 'youtube']);
});
