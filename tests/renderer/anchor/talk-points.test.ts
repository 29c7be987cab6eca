import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type TalkPoint, talkPages, talkPoints } from '#renderer/anchor/talk-points.ts';
import { ShelfItem } from '#shared/model/product.ts';
import { sampleShelf } from '#tests/support/sample-room.ts';

const item = ShelfItem.parse(sampleShelf('zh-CN').items[1]);
const lengthOf = (page: readonly TalkPoint[]) =>
  page.reduce((sum, { text }) => sum + Array.from(text).length, 0);

test('what is stored is said in its order, what is empty is left out', () => {
  expect(talkPoints(item).map(({ label }) => label)).toEqual([
    'anchor.say',
    'anchor.hook',
    'anchor.look',
    'anchor.story',
    'anchor.value',
    'anchor.callToAction',
  ]);
  const bare = { ...item, say: '', hook: ' ', look: '', story: '', callToAction: '' };
  expect(talkPoints(bare).map(({ text }) => text)).toEqual([item.value]);
});

test('nothing is lost, nothing changes its place, and every page has room', () => {
  const text = fc.stringMatching(/^[一-丁万三上下不]{1,80}$/);
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 6 }),
      fc.integer({ min: 12, max: 60 }),
      (texts, room) => {
        const points = texts.map((each) => ({ label: 'anchor.say', text: each }) as const);
        const pages = talkPages(points, (page) => lengthOf(page) <= room);
        expect(
          pages
            .flat()
            .map((point) => point.text)
            .join(''),
        ).toBe(texts.join(''));
        expect(pages.filter((page) => lengthOf(page) > room)).toEqual([]);
        // Two neighbours that would fit on one page are on one.
        for (const [at, page] of pages.slice(1).entries()) {
          const [first] = page;
          expect(first !== undefined && lengthOf([...(pages[at] ?? []), first]) > room).toBe(true);
        }
      },
    ),
  );
});
