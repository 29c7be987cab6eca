import type { Block } from '../../model/run-of-show.ts';

/** The block that comes after the running one, or first; null after the last. `blocks` in order. */
export function nextBlock<B extends Pick<Block, 'id' | 'position' | 'skippedTs'>>(
  blocks: readonly B[],
  currentId: number | null,
): B | null {
  const position = blocks.find(({ id }) => id === currentId)?.position ?? 0;
  return blocks.find((block) => block.position > position && block.skippedTs === null) ?? null;
}
