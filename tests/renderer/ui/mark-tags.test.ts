import { expect, it } from 'vitest';

import { tagsThatFit, type Tag } from '#renderer/ui/mark-tags.ts';

const tag = (kind: Tag['kind'], x: number, text: string): Tag => ({
  kind,
  x,
  width: 16,
  tag: text,
});
const texts = (tags: readonly Tag[]) => tagsThatFit(tags, 2).map(({ tag: text }) => text);

it('a push keeps its tag where its own cue and a block stand', () => {
  expect(texts([tag('block', 98, 'B'), tag('cue', 100, 'C'), tag('push', 101, '2')])).toEqual([
    '2',
  ]);
});

it('trouble keeps its tag before everything else', () => {
  expect(texts([tag('push', 50, '2'), tag('source', 55, '!')])).toEqual(['!']);
});

it('tags that have room all stand', () => {
  expect(texts([tag('cue', 10, 'C'), tag('block', 28, 'B'), tag('push', 46, '2')])).toEqual([
    '2',
    'C',
    'B',
  ]);
});
