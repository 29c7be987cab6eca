import { z } from 'zod';

/** A room on this desk (not a platform's room); short text, unique in the store. */
export const RoomId = z.string().min(1).max(64).brand<'RoomId'>();
export type RoomId = z.infer<typeof RoomId>;
/** The room every desk begins with. */
export const FIRST_ROOM_ID = RoomId.parse('main');

const rowId = z.int().positive();

export const ShowId = rowId.brand<'ShowId'>();
export type ShowId = z.infer<typeof ShowId>;

/** A configured source: one connector listening to one platform channel. */
export const SourceId = rowId.brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;

export const PersonId = rowId.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const ProductId = rowId.brand<'ProductId'>();
export type ProductId = z.infer<typeof ProductId>;

/** A group of one show's shelf; never given twice. */
export const GroupId = rowId.brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;

/** A cue that was sent in a show. */
export const CueId = rowId.brand<'CueId'>();
export type CueId = z.infer<typeof CueId>;

/** A prepared cue in the deck. */
export const CueCardId = rowId.brand<'CueCardId'>();
export type CueCardId = z.infer<typeof CueCardId>;

/** Somebody who hosts shows of a room (主播). */
export const AnchorId = rowId.brand<'AnchorId'>();
export type AnchorId = z.infer<typeof AnchorId>;

/** Questions that mean the same: the seq of the first line. */
export const QuestionId = rowId.brand<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;

/** The seq of the fact that made it. */
export const PromiseId = rowId.brand<'PromiseId'>();
export type PromiseId = z.infer<typeof PromiseId>;

export const PushId = rowId.brand<'PushId'>();
export type PushId = z.infer<typeof PushId>;

/** A target of GO that a room was given: a chat, an OBS, a webhook, a console. */
export const OutletId = rowId.brand<'OutletId'>();
export type OutletId = z.infer<typeof OutletId>;

export const BlockId = rowId.brand<'BlockId'>();
export type BlockId = z.infer<typeof BlockId>;

export const ScreenId = rowId.brand<'ScreenId'>();
export type ScreenId = z.infer<typeof ScreenId>;

/** A device's request to be let in. Random, so that an answer never meets another device's request. */
export const ScreenRequestId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'ScreenRequestId'>();
export type ScreenRequestId = z.infer<typeof ScreenRequestId>;

/** Made by the client, unique in the store: a resend returns the first result. */
export const CommandId = z.string().min(8).max(64).brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** UTC milliseconds since 1970. */
export const Timestamp = z.int().min(0).max(8.64e15);
