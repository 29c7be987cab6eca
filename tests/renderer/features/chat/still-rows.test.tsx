import { act, fireEvent, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { FoldedRow } from '#renderer/features/chat/fold-rows.ts';
import { useStillRows } from '#renderer/features/chat/use-still-rows.ts';
import { isChatRowEvent, makeRow } from '#renderer/store/chat-row.ts';
import { NO_WORDS } from '#shared/model/word-lists.ts';
import { readWordLists } from '#shared/rules/chat-words/word-lists.ts';
import { sampleChat } from '#tests/support/sample-events.ts';

const WORDS = readWordLists(NO_WORDS);

function folded(seq: number, repeats: number): FoldedRow {
  const event = sampleChat({ seq, name: 'Ann', text: 'in' });
  if (!isChatRowEvent(event)) throw new Error('no row of the chat');
  return { row: makeRow(event, WORDS), repeats, people: repeats };
}

test('rows under a moving mouse keep their place and their counts; what is struck is struck', () => {
  const target = document.createElement('div');
  const before = [folded(1, 1), folded(2, 1)];
  const seen = { current: before };
  const { result, rerender } = renderHook(
    ({ rows }: { readonly rows: readonly FoldedRow[] }) =>
      useStillRows({ element: { current: target }, rows, tailLength: 2, seen }),
    { initialProps: { rows: before } },
  );
  const move = (screenX: number): void => {
    fireEvent(target, Object.assign(new Event('pointermove'), { pointerType: 'mouse', screenX }));
  };
  act(() => move(1));

  const [first, second] = [folded(1, 7), folded(2, 1)];
  const struck = { ...second, row: { ...second.row, deletion: 'message' as const } };
  rerender({ rows: [first, struck, folded(3, 1)] });
  const held = result.current;
  expect(held.map(({ row, repeats, people }) => [row.seq, repeats, people])).toEqual([
    [1, 1, 1],
    [2, 1, 1],
  ]);
  expect(held[1]?.row.deletion).toBe('message');

  act(() => void fireEvent(target, new Event('pointerleave')));
  expect(result.current.map(({ row, repeats }) => [row.seq, repeats])).toEqual([
    [2, 1],
    [3, 1],
  ]);
});
