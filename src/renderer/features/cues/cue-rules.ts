import { CUE_TEXT_MAX } from '#shared/model/cue.ts';
import type { CueCard, SentCue } from '#shared/model/cue.ts';

/** Pinned cards first in the order of their keys, then the others as they were added. */
export function deckInOrder(deck: readonly CueCard[]): readonly CueCard[] {
  const place = (card: CueCard): number => card.pinnedSlot ?? Number.MAX_SAFE_INTEGER;
  return deck.toSorted((a, b) => place(a) - place(b) || a.id - b.id);
}

/** The cue the host asks for help with, until another one is sent; null when there is none. */
export function openHelp(sent: readonly SentCue[]): SentCue | null {
  const newest = sent[sent.length - 1];
  return newest?.state === 'help' ? newest : null;
}

/** A cue can be taken back until the host is done with it. */
export function canWithdraw(cue: SentCue, newestId: number | null): boolean {
  return cue.id === newestId && (cue.state === 'sent' || cue.state === 'shown');
}

/** Characters over the limit, counted as the core counts them; 0 when it fits. */
export function overLimit(text: string): number {
  return Math.max(0, text.trim().length - CUE_TEXT_MAX);
}
