import { create } from 'zustand';

import type { ShowId } from '#shared/model/ids.ts';

interface ComparedPairs {
  /** The two shows that were last held against each other here; null for none. */
  readonly pair: readonly [ShowId, ShowId] | null;
  note(pair: readonly [ShowId, ShowId]): void;
}

/** What a review's files say of a show that was chosen to compare with. */
export const useComparedPair = create<ComparedPairs>((set) => ({
  pair: null,
  note: (pair) => set({ pair }),
}));

/** The other one of the pair; null where this show is none of it. */
export function otherOf(pair: ComparedPairs['pair'], showId: ShowId): ShowId | null {
  if (pair === null) return null;
  if (pair[0] === showId) return pair[1];
  return pair[1] === showId ? pair[0] : null;
}
