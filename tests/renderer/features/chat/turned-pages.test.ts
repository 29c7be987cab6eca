import { describe, expect, it } from 'vitest';

import type { FoldedRow } from '#renderer/features/chat/fold-rows.ts';
import { foldRows } from '#renderer/features/chat/fold-rows.ts';
import { behindRows, nextFrame, type Pages } from '#renderer/features/chat/use-turned-pages.ts';
import { isChatRowEvent, makeRow } from '#renderer/store/chat-row.ts';
import { NO_WORDS } from '#shared/model/word-lists.ts';
import { readWordLists } from '#shared/rules/chat-words/word-lists.ts';
import { sampleChat } from '#tests/support/sample-events.ts';

const words = readWordLists(NO_WORDS);

function page(from: number, count: number): readonly FoldedRow[] {
  const rows = Array.from({ length: count }, (_, index) => {
    const event = sampleChat({ seq: from + index, name: 'n', text: `line ${from + index}` });
    if (!isChatRowEvent(event)) throw new Error('no row');
    return makeRow(event, words);
  });
  return foldRows(rows);
}

const keys = (rows: readonly FoldedRow[]) => rows.map(({ row }) => Number(row.key));
const first: Pages = { front: 'a', shown: page(1, 10), behind: [], next: null, filled: 0 };

/** Frames until a page is turned, and what stood behind before each. */
function turn(pages: Pages, wanted: readonly FoldedRow[]) {
  const behind: number[][] = [];
  let now = nextFrame(pages, wanted);
  for (let frame = 0; frame < 50 && now.front === pages.front; frame += 1) {
    behind.push(keys(behindRows(now)));
    now = nextFrame(now, wanted);
  }
  return { now, behind };
}

describe('pages of a flood', () => {
  it('are filled a few rows with each frame behind the one that is seen, and turned to when whole', () => {
    const { now, behind } = turn(first, page(101, 10));
    expect(behind.map((rows) => rows.length)).toEqual([0, 4, 8, 10]);
    expect(now.front).toBe('b');
    expect(keys(now.shown)).toEqual(keys(page(101, 10)));
  });

  it('put new rows in the place of what the page behind still held', () => {
    const second = turn(first, page(101, 10)).now;
    const { now, behind } = turn(second, page(201, 10));
    expect(behind[1]).toEqual([5, 6, 7, 8, 9, 10, 201, 202, 203, 204]);
    expect(behind.at(-1)).toEqual(keys(page(201, 10)));
    expect(now.front).toBe('a');
  });

  it('hold each row once, also one that was there two pages ago', () => {
    const second = turn(first, page(101, 10)).now;
    const { behind } = turn(second, page(5, 10));
    for (const rows of behind) expect(new Set(rows).size).toBe(rows.length);
  });

  it('go on with what they are being filled with while newer rows come', () => {
    const filling = nextFrame(nextFrame(first, page(101, 10)), page(301, 10));
    expect(keys(behindRows(filling))).toEqual([101, 102, 103, 104]);
  });

  it('stay when the rows that are seen are wanted again: a mouse holds them', () => {
    const filling = nextFrame(nextFrame(first, page(101, 10)), page(101, 10));
    const held = nextFrame(filling, first.shown);
    expect(held.next).toBeNull();
    expect(nextFrame(held, first.shown)).toBe(held);
  });

  it('say at once what has changed in a row that is seen', () => {
    const struck = first.shown.map(({ row, ...rest }) => ({
      ...rest,
      row: { ...row, deletion: 'ban' as const },
    }));
    expect(nextFrame(first, struck).shown).toBe(struck);
  });
});
