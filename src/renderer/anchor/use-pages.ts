import { useCallback, useState } from 'react';

/** The pages of what is shown, and which one is. */
export interface PageTurner {
  /** From 0. */
  readonly page: number;
  readonly count: number;
  /** False on the last page. */
  readonly hasMore: boolean;
  /** To the next page, from the last to the first. */
  turn(): void;
  setCount(count: number): void;
}

/** Pages of `content`, a name for what is shown: anything new begins at its first page. */
export function usePages(content: string): PageTurner {
  const [turned, setTurned] = useState({ content, page: 0 });
  const [counted, setCounted] = useState({ content, count: 1 });
  const count = counted.content === content ? counted.count : 1;
  const page = turned.content === content ? Math.min(turned.page, count - 1) : 0;
  const setCount = useCallback((next: number) => setCounted({ content, count: next }), [content]);
  return {
    page,
    count,
    hasMore: page < count - 1,
    turn: () => setTurned({ content, page: (page + 1) % count }),
    setCount,
  };
}
