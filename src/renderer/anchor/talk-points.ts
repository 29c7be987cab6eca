import type { MessageKey } from '#renderer/i18n/messages.ts';
import type { ShelfItem } from '#shared/model/product.ts';

import { cuePages } from './cue-pages.ts';

/** One thing to say about a product, in the order in which it is said. */
export type TalkPoint = { readonly label: MessageKey; readonly text: string };

/** What is stored to be said about a product; what was left empty is left out. */
export function talkPoints(item: ShelfItem): readonly TalkPoint[] {
  const points: readonly TalkPoint[] = [
    { label: 'anchor.say', text: item.say },
    { label: 'anchor.hook', text: item.hook },
    { label: 'anchor.look', text: item.look },
    { label: 'anchor.story', text: item.story },
    { label: 'anchor.value', text: item.value },
    { label: 'anchor.callToAction', text: item.callToAction },
  ];
  return points.filter((point) => point.text.trim() !== '');
}

/**
 * The points in their order on as few pages as hold them; `fits` says whether these have room
 * together. One that is too long for a page of its own is cut after its punctuation.
 */
export function talkPages(
  points: readonly TalkPoint[],
  fits: (page: readonly TalkPoint[]) => boolean,
): readonly (readonly TalkPoint[])[] {
  const pages: TalkPoint[][] = [];
  for (const { label, text } of points) {
    for (const part of cuePages(text, (piece) => fits([{ label, text: piece }]))) {
      const point = { label, text: part };
      const last = pages[pages.length - 1];
      if (last !== undefined && fits([...last, point])) last.push(point);
      else pages.push([point]);
    }
  }
  return pages;
}
