import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Prompter } from '#shared/model/stage.ts';
import {
  type PrompterDocument,
  prompterDocument,
  readingLength,
} from '#shared/rules/prompter/prompter-document.ts';
import { newPrompter, prompterPlace, settled } from '#shared/rules/prompter/prompter-place.ts';
import { STRAINING_PRODUCTS } from '#tests/support/sample-products.ts';

const SHIRT = { ...STRAINING_PRODUCTS[0], productId: 4 } as never as Parameters<
  typeof prompterDocument
>[0] & { productId: number; value: string };
const EMPTY_SCRIPT = { hook: '', look: '', story: '', value: '', callToAction: '' };

describe('what there is to prompt', () => {
  it('is said in order, the price before the call to action', () => {
    const document = prompterDocument(SHIRT, null);
    expect(document.parts.map(({ label }) => label)).toEqual([
      'say',
      'hook',
      'look',
      'story',
      'value',
      'price',
      'callToAction',
    ]);
    const price = document.parts.find(({ label }) => label === 'price');
    expect(document.gate).toBe(price?.to);
    expect(document.length).toBe(document.parts.at(-1)?.to);
  });

  it('takes a block’s own words before the card’s, and the card’s where the block has none', () => {
    const document = prompterDocument(SHIRT, { ...EMPTY_SCRIPT, hook: '新钩子' });
    expect(document.parts.find(({ label }) => label === 'hook')?.text).toBe('新钩子');
    expect(document.parts.find(({ label }) => label === 'value')?.text).toBe(SHIRT.value);
  });

  it('has another key for another word or another price, and the same for the same', () => {
    const key = prompterDocument(SHIRT, null).key;
    expect(prompterDocument({ ...SHIRT }, null).key).toBe(key);
    expect(prompterDocument({ ...SHIRT, couponPriceMinor: 1 }, null).key).not.toBe(key);
    expect(prompterDocument(SHIRT, { ...EMPTY_SCRIPT, look: '另一句' }).key).not.toBe(key);
    expect(prompterDocument(null, null)).toMatchObject({ key: '', length: 0, gate: null });
  });

  it('holds nothing where no price is known', () => {
    const unpriced = { ...SHIRT, priceMinor: null, couponPriceMinor: null, listPriceMinor: null };
    expect(prompterDocument(unpriced, null).gate).toBeNull();
  });

  it('takes 10,000 characters without a space', () => {
    const long = 'a'.repeat(5_000) + '字'.repeat(5_000);
    expect(readingLength(long)).toBe(1_250 + 5_000);
    expect(prompterDocument(SHIRT, { ...EMPTY_SCRIPT, story: long }).length).toBeGreaterThan(6_250);
  });
});

const document: PrompterDocument = prompterDocument(SHIRT, null);
const gate = document.gate ?? 0;
const START = 1_000_000;
const acts = fc.array(
  fc.record({
    what: fc.constantFrom('run', 'halt', 'pace', 'move', 'wait'),
    by: fc.integer({ min: 0, max: 400 }),
  }),
  { maxLength: 40 },
);

/** The core's own steps on a prompter, by the same pure rules. */
function step(prompter: Prompter, what: string, by: number, now: number): Prompter {
  const here = settled(prompter, document, now);
  if (what === 'run' || what === 'halt') return { ...here, isRunning: what === 'run' };
  if (what === 'pace') return { ...here, pace: 60 + by };
  return what === 'move' ? { ...here, at: by } : here;
}

describe('the prompter', () => {
  it('never passes a price that was not said, whatever is done to it', () => {
    fc.assert(
      fc.property(acts, (all) => {
        let now = START;
        let prompter = newPrompter(now, null);
        for (const { what, by } of all) {
          now += by * 100;
          prompter = step(prompter, what, by, now);
          const { at } = prompterPlace(prompter, document, now + by * 1_000);
          expect(at).toBeLessThanOrEqual(gate);
        }
      }),
    );
  });

  it('goes on once the price was said, at its pace, and ends at the end', () => {
    const held = settled({ ...newPrompter(START, 120), isRunning: true }, document, START);
    const atGate = prompterPlace(held, document, START + 3_600_000);
    expect(atGate).toEqual({ at: gate, isHeld: true, isAtEnd: false });
    const said = { ...settled(held, document, START + 3_600_000), isPriceSaid: true };
    const after = prompterPlace(said, document, START + 3_600_000 + 1_000);
    expect(after.at).toBeCloseTo(gate + 2, 9);
    expect(prompterPlace(said, document, START + 7_200_000).isAtEnd).toBe(true);
  });

  it('is held by a price that is the last word too, until it is said', () => {
    const last = prompterDocument({ ...SHIRT, callToAction: '' } as never, null);
    expect(last.gate).toBe(last.length);
    const run = settled({ ...newPrompter(START, 600), isRunning: true }, last, START);
    expect(prompterPlace(run, last, START + 600_000)).toMatchObject({
      isHeld: true,
      isAtEnd: false,
    });
    const said = { ...run, isPriceSaid: true };
    expect(prompterPlace(said, last, START + 600_000)).toMatchObject({
      isHeld: false,
      isAtEnd: true,
    });
  });

  it('stands where it is while its pace or its running changes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 60, max: 600 }),
        (ms, pace) => {
          const running = settled({ ...newPrompter(START, 200), isRunning: true }, document, START);
          const now = START + ms;
          const before = prompterPlace(running, document, now).at;
          const paced = { ...settled(running, document, now), pace };
          expect(prompterPlace(paced, document, now).at).toBe(before);
          const halted = { ...settled(running, document, now), isRunning: false };
          expect(prompterPlace(halted, document, now + 60_000).at).toBe(before);
        },
      ),
    );
  });

  it('stands at the beginning of a text that the core has not come to yet, its price unsaid', () => {
    const other = { ...newPrompter(START, 200), documentKey: 'x', at: 40, isPriceSaid: true };
    expect(prompterPlace(other, document, START)).toMatchObject({ at: 0, isHeld: false });
    expect(settled(other, document, START)).toMatchObject({ at: 0, isPriceSaid: false });
  });
});
