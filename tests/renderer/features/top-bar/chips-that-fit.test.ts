import fc from 'fast-check';
import { expect, test } from 'vitest';

import { chipPx, chipsThatFit } from '#renderer/features/top-bar/chips-that-fit.ts';

type One = { readonly words: string; readonly isFine: boolean };

const fit = (all: readonly One[], roomPx: number | null) =>
  chipsThatFit({
    all,
    fine: all.filter(({ isFine }) => isFine),
    most: 3,
    roomPx,
    wordsOf: ({ words }) => words,
  });

const fine = (words: string): One => ({ words, isFine: true });
const troubled = (words: string): One => ({ words, isFine: false });

test('what is fine keeps its name while there is room', () => {
  const all = [fine('TikTok'), fine('YouTube'), fine('Twitch')];
  expect(fit(all, 400).named).toEqual(all);
  expect(fit(all, 200)).toEqual({ named: [], folded: all, more: 0 });
  expect(fit([fine('Twitch')], 20).named).toHaveLength(1);
});

test('trouble is named, however little room there is', () => {
  const lost = troubled('YouTube no data 0:02');
  const shown = fit([lost, fine('TikTok'), fine('Twitch')], 160);
  expect(shown).toMatchObject({ named: [lost], more: 0 });
  expect(shown.folded).toHaveLength(2);
});

test('Chinese characters are as wide as they are high', () => {
  expect(chipPx('抖音')).toBeGreaterThan(chipPx('TT'));
});

test('each source is named, counted as fine or counted as more, and none twice', () => {
  const one = fc.record({ words: fc.string({ maxLength: 20 }), isFine: fc.boolean() });
  fc.assert(
    fc.property(fc.array(one), fc.option(fc.nat(600)), (all, roomPx) => {
      const sorted = all.toSorted((a, b) => Number(a.isFine) - Number(b.isFine));
      const { named, folded, more } = fit(sorted, roomPx);
      expect(named.length + folded.length + more).toBe(sorted.length);
      expect(named.filter((each) => folded.includes(each))).toEqual([]);
      expect(named.length).toBeLessThanOrEqual(3);
    }),
  );
});
