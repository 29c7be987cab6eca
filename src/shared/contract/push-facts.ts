import { z } from 'zod';

import { CueId, OutletId, ProductId, PushId, ScreenId } from '../model/ids.ts';
import { CardMismatch, PushGuard, ThereNow } from '../model/product.ts';
import { deskEnvelope } from './event-envelope.ts';

/** Facts about what is on the shelf and what became of it. */
export const pushFacts = {
  'shelf.pushed': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('shelf.pushed'),
    pushId: PushId,
    productId: ProductId,
    linkNumber: z.int().min(1),
    cueId: CueId.nullable(),
  }),
  /** A push went out although something stopped it: what that was, and who took it on themselves. */
  'push.overruled': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('push.overruled'),
    pushId: PushId,
    productId: ProductId,
    guards: z.array(PushGuard).min(1),
    /** Pieces left then; null where nobody knew. */
    stock: z.int().min(0).nullable(),
    /** What platforms said other than the card; facts from before it was compared have none. */
    mismatches: z.array(CardMismatch).default([]),
    screenId: ScreenId.nullable(),
  }),
  /** What a target shows by now instead of what was pushed; null: what was pushed, again. */
  'push.there': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('push.there'),
    pushId: PushId,
    outletId: OutletId,
    /** What the room called it then. */
    name: z.string(),
    there: ThereNow.nullable(),
  }),
  'shelf.undone': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('shelf.undone'),
    pushId: PushId,
    productId: ProductId,
    /** Back on the shelf instead; null when nothing was before. */
    restoredPushId: PushId.nullable(),
  }),
  'shelf.taken_down': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('shelf.taken_down'),
    pushId: PushId,
    productId: ProductId,
  }),
} as const;
