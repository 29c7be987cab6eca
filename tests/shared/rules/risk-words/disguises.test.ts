import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { RISK_LAYERS } from '#shared/model/risk-word.ts';
import { foldText } from '#shared/rules/risk-words/fold-text.ts';
import { layerEntries, layeredMatcher, starterEntries } from '#shared/rules/risk-words/starter.ts';
import { syllables } from '#shared/rules/risk-words/syllables.ts';

const matcher = layeredMatcher([]);
const every = layeredMatcher(RISK_LAYERS);
const entries = starterEntries();
const anyEntry = fc.constantFrom(...entries);
const HAN = /[\u3400-\u9fff]/u;
const everyday = fc.constantFrom('姐妹们看一下', '好的', '，', '这个颜色', ' okay ', '');

/** A way to write each character, and what may stand between two. */
const hidden = fc.constantFrom<(phrase: string) => string>(
  (phrase) => [...phrase].join('\u200b'),
  (phrase) => [...phrase].join('·'),
  (phrase) => [...phrase].join(' * '),
  (phrase) => [...phrase].join('🔥'),
  (phrase) => phrase.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  (phrase) => phrase.toUpperCase(),
  (phrase) => phrase.replaceAll('o', 'о').replaceAll('a', 'а').replaceAll('e', 'е'),
);

/** The phrase, or a longer one that holds it, is told at this place. */
function isFound(text: string, phrase: string, from: number, to: number): boolean {
  return matcher.find(text).some((hit) => {
    const holds = hit.from <= from && hit.to >= to;
    return holds || keyOf(hit.entry.phrase) === keyOf(phrase);
  });
}

function keyOf(text: string): string {
  const { units, length } = foldText(text);
  return String.fromCharCode(...units.slice(0, length));
}

describe('a disguise', () => {
  test('hides no phrase of the list', () => {
    fc.assert(
      fc.property(anyEntry, hidden, everyday, ({ phrase }, hide, before) => {
        const written = hide(phrase);
        const text = `${before}。${written}`;
        const from = before.length + 1;
        expect(isFound(text, phrase, from, text.length), text).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('in letters hides no Chinese one of three characters or more', () => {
    const chinese = entries.filter(
      ({ phrase }) => [...phrase].filter((c) => HAN.test(c)).length > 2,
    );
    fc.assert(
      fc.property(fc.constantFrom(...chinese), fc.nat(), ({ phrase }, nth) => {
        const characters = [...phrase];
        const spelled = characters.flatMap((c, at) =>
          syllables().has(c.charCodeAt(0)) && HAN.test(c) ? [at] : [],
        );
        const at = spelled[nth % spelled.length] ?? 0;
        const letters = syllables().get(phrase.charCodeAt(at)) ?? '';
        const written = characters.with(at, letters).join('');
        expect(isFound(`来。${written}`, phrase, 2, written.length + 2), written).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

test('no exception of any layer is told under the entry it excepts', () => {
  const all = RISK_LAYERS.flatMap(layerEntries);
  const wrong = all.flatMap((entry) =>
    entry.except.filter((text) => every.find(`看看${text}。`).some((hit) => hit.entry === entry)),
  );
  expect(wrong).toEqual([]);
});

test('what is told points into the text, in order, and nothing stands inside another', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(...entries.map(({ phrase }) => phrase)),
    fc.constantFrom('zui', '+V', '13812345678', '🔥', '，', ' '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const hits = matcher.find(text);
      for (const { from, to } of hits) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
      }
      const isInside = hits.some((inner) =>
        hits.some(
          (outer) =>
            outer.from <= inner.from &&
            outer.to >= inner.to &&
            outer.to - outer.from > inner.to - inner.from,
        ),
      );
      expect(isInside).toBe(false);
      expect(hits.map(({ from }) => from)).toEqual(
        hits.map(({ from }) => from).toSorted((a, b) => a - b),
      );
    }),
  );
});
