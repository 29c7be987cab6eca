import { z } from 'zod';

import { GapCause } from '../model/gap.ts';
import { CueId, ProductId, PushId, ScreenId, Timestamp } from '../model/ids.ts';
import { envelope } from './event-envelope.ts';

const deskEnvelope = { ...envelope, actor: z.null() };

/** Facts the desk itself makes; stored in the same log so that one sequence orders everything. */
export const deskEventSchemas = {
  'show.state': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('show.state'),
    state: z.enum(['planned', 'on_air', 'paused', 'ended']),
    previous: z.enum(['planned', 'on_air', 'paused', 'ended']).nullable(),
  }),
  gap: z.strictObject({
    ...deskEnvelope,
    kind: z.literal('gap'),
    /** Show time. */
    fromTs: Timestamp,
    toTs: Timestamp,
    cause: GapCause,
    /** Which source; null when all. */
    sourceLabel: z.string().nullable(),
    /** Events known to be lost; null when it cannot be known. */
    lost: z.int().nullable(),
  }),
  'shelf.pushed': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('shelf.pushed'),
    pushId: PushId,
    productId: ProductId,
    linkNumber: z.int().min(1),
    cueId: CueId.nullable(),
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
  'cue.sent': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('cue.sent'),
    cueId: CueId,
    cueKind: z.string(),
    text: z.string(),
  }),
  'cue.answered': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('cue.answered'),
    cueId: CueId,
    answer: z.enum(['shown', 'done', 'help', 'withdrawn']),
    screenId: ScreenId.nullable(),
    /** Milliseconds since the cue was sent, by the monotonic clock of this machine. */
    delayMs: z.int().min(0).nullable(),
  }),
  'block.started': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('block.started'),
    position: z.int().min(1),
    title: z.string(),
  }),
  bookmark: z.strictObject({
    ...deskEnvelope,
    kind: z.literal('bookmark'),
    note: z.string().max(500),
  }),
  'warning.seen': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('warning.seen'),
    /** Seq of the platform's warning that the operator has seen. */
    warningSeq: z.int().positive(),
  }),
} as const;

export type DeskEvent = {
  [K in keyof typeof deskEventSchemas]: z.infer<(typeof deskEventSchemas)[K]>;
}[keyof typeof deskEventSchemas];
export type DeskEventKind = DeskEvent['kind'];
