import { expect, test } from 'vitest';

import { demoShow } from '#core/feeds/simulator/demo-show.ts';
import { SHOW_LENGTH_MS } from '#core/feeds/simulator/script.ts';
import { CUE_TEXT_MAX, CueKind } from '#shared/model/cue.ts';
import { ProductFields } from '#shared/model/product.ts';
import { Block } from '#shared/model/run-of-show.ts';

const codes = demoShow.products.map(({ code }) => code);

test('eight whole products with codes of their own', () => {
  expect(demoShow.products.map((product) => ProductFields.parse(product))).toHaveLength(8);
  expect(new Set(codes).size).toBe(8);
  for (const { swatch } of demoShow.products) expect(swatch).toMatch(/^#[0-9a-f]{6},#[0-9a-f]{6}$/);
});

test('ten blocks fill the written show and name products that exist', () => {
  const plannedMs = demoShow.blocks.reduce((sum, block) => sum + block.plannedMs, 0);
  expect(plannedMs).toBe(SHOW_LENGTH_MS);
  expect(demoShow.blocks).toHaveLength(10);
  for (const block of demoShow.blocks) {
    expect(Block.shape.role.safeParse(block.role).success).toBe(true);
    expect([null, ...codes]).toContain(block.productCode);
  }
});

test('sixteen cue cards, eight of them on F1 to F8', () => {
  const pinned = demoShow.cueCards.flatMap(({ pinnedSlot }) => pinnedSlot ?? []);
  expect(pinned).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(demoShow.cueCards).toHaveLength(16);
  for (const card of demoShow.cueCards) {
    expect(CueKind.safeParse(card.kind).success).toBe(true);
    expect(card.text.length).toBeLessThanOrEqual(CUE_TEXT_MAX);
    expect([null, ...codes]).toContain(card.productCode);
  }
});
