import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { ASKED_BY_LEAST, ASKED_WINDOW_MS, ShelfTalk } from '#shared/rules/shelf-talk/shelf-talk.ts';

const PRODUCTS = [1, 2, 3].map((linkNumber) => ({ linkNumber, name: '', shortName: '' }));
const NOW = 1_000_000;

let talk: ShelfTalk;
beforeEach(() => {
  talk = new ShelfTalk();
  talk.setProducts(PRODUCTS);
});

function ask(linkNumber: number, people: number, ts = NOW - 1_000, from = 0): void {
  for (let who = from; who < from + people; who += 1) {
    talk.asked(`${linkNumber}号链接多少钱`, `p${who}`, ts);
  }
}

describe('shelf and talk', () => {
  it('agree where nobody says anything else', () => {
    expect(talk.look({ shown: 1, block: null }, NOW)).toBeNull();
    expect(talk.look({ shown: 1, block: 1 }, NOW)).toBeNull();
    expect(talk.look({ shown: null, block: null }, NOW)).toBeNull();
  });

  it('are apart while the block is about another product, or the shelf is empty', () => {
    expect(talk.look({ shown: 1, block: 2 }, NOW)).toEqual({
      kind: 'shelf',
      shown: 1,
      block: 2,
      asked: null,
      proposed: 2,
      sinceTs: NOW,
    });
    expect(talk.look({ shown: null, block: 2 }, NOW + 500)).toMatchObject({
      proposed: 2,
      shown: null,
      sinceTs: NOW + 500,
    });
  });

  it('are apart when a crowd asks about another product, since when they are', () => {
    ask(3, ASKED_BY_LEAST - 1);
    expect(talk.look({ shown: 1, block: 1 }, NOW)).toBeNull();
    ask(3, 1, NOW, 50);
    const first = talk.look({ shown: 1, block: 1 }, NOW + 100);
    expect(first).toMatchObject({
      proposed: 3,
      block: 1,
      asked: { linkNumber: 3, people: ASKED_BY_LEAST },
      sinceTs: NOW + 100,
    });
    expect(talk.look({ shown: 1, block: 1 }, NOW + 9_000)).toMatchObject({ sinceTs: NOW + 100 });
  });

  it('one person who asks ten times is one', () => {
    for (let time = 0; time < 10; time += 1) ask(3, 1);
    expect(talk.look({ shown: 1, block: null }, NOW)).toBeNull();
  });

  it('a crowd that is the smaller part proposes nothing', () => {
    ask(3, ASKED_BY_LEAST);
    ask(1, ASKED_BY_LEAST + 2, NOW - 2_000, 100);
    expect(talk.look({ shown: 1, block: null }, NOW)).toBeNull();
  });

  it('what the crowd asks about is on the shelf: the block is only behind', () => {
    ask(3, ASKED_BY_LEAST);
    expect(talk.look({ shown: 3, block: 1 }, NOW)).toBeNull();
  });

  it('a crowd is forgotten after its window, and with another show', () => {
    ask(3, ASKED_BY_LEAST);
    expect(talk.look({ shown: 1, block: null }, NOW)).not.toBeNull();
    expect(talk.look({ shown: 1, block: null }, NOW + ASKED_WINDOW_MS)).toBeNull();
    ask(3, ASKED_BY_LEAST, NOW + ASKED_WINDOW_MS);
    talk.clear();
    expect(talk.look({ shown: 1, block: null }, NOW + ASKED_WINDOW_MS)).toBeNull();
  });

  it('never proposes what is shown, nor what is on no list', () => {
    const link = fc.integer({ min: 1, max: 4 });
    const shown = fc.option(fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(link, fc.nat(12)), { maxLength: 60 }),
        shown,
        shown,
        (asks, on, block) => {
          talk.clear();
          for (const [index, [linkNumber, who]] of asks.entries()) {
            talk.asked(`${linkNumber}号链接`, `p${who}`, NOW - 30_000 + index * 100);
          }
          const apart = talk.look({ shown: on, block }, NOW);
          if (apart === null) return;
          expect(apart.proposed).not.toBe(on);
          expect([1, 2, 3]).toContain(apart.proposed);
          expect(apart.asked === null || apart.asked.people >= ASKED_BY_LEAST).toBe(true);
        },
      ),
    );
  });
});
