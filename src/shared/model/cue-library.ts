import { z } from 'zod';

import { AnchorId, CueCardId, Timestamp } from './ids.ts';
import { LiftResult } from './lift.ts';

export const ANCHOR_NAME_MAX = 40;
/** Hosts of one room at most. */
export const ANCHORS_MAX = 100;

/** Somebody who hosts shows of this room (主播). */
export const Anchor = z.strictObject({
  id: AnchorId,
  name: z.string().min(1).max(ANCHOR_NAME_MAX),
});
export type Anchor = z.infer<typeof Anchor>;

/** The last change of the library, as long as it can be undone. */
export const LibraryChange = z.strictObject({
  changeId: z.int().positive(),
  kind: z.enum(['put', 'removed', 'added', 'starter', 'favourite', 'anchor']),
  /** Cards that it changed. */
  count: z.int().min(0),
});
export type LibraryChange = z.infer<typeof LibraryChange>;

export const LibrarySlice = z.strictObject({
  anchors: z.array(Anchor),
  /** Who hosts the show; null: nobody was named. */
  currentAnchorId: AnchorId.nullable(),
  lastChange: LibraryChange.nullable(),
});
export type LibrarySlice = z.infer<typeof LibrarySlice>;

export const NO_LIBRARY: LibrarySlice = { anchors: [], currentAnchorId: null, lastChange: null };

/** How often a card was used, and what followed. */
export const CardUse = z.strictObject({
  cardId: CueCardId,
  sent: z.int().min(0),
  shown: z.int().min(0),
  done: z.int().min(0),
  /** Show time. */
  lastTs: Timestamp.nullable(),
  /** Over the room's last shows; a figure that nobody told is not there. */
  lift: z.array(LiftResult),
});
export type CardUse = z.infer<typeof CardUse>;
