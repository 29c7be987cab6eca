import { z } from 'zod';

import { CommandId, RoomId } from '../model/ids.ts';
import { Language } from '../model/settings.ts';
import { AppError } from './app-error.ts';
import { RoomBatch, RoomSnapshot } from './room-snapshot.ts';

/** Raised with every change that an older screen could not understand. */
export const PROTOCOL_VERSION = 64;

/**
 * The largest command a desk may send, as UTF-8 of its JSON; the core closes the line beyond it. A
 * thousand pasted products with their scripts fit.
 */
export const COMMAND_MAX_BYTES = 2 * 1024 * 1024;

/** A screen's first word on a new connection; the role comes from how it was authenticated. */
export const Hello = z.strictObject({
  type: z.literal('hello'),
  protocol: z.int(),
  /** Null: the room this screen was paired to. */
  roomId: RoomId.nullable(),
  screenName: z.string().max(80),
  /**
   * What the screen speaks: a demo that waits for its first desk begins in it. Null or left out says
   * nothing of it.
   */
  language: Language.nullable().default(null),
});
export type HelloFrame = z.infer<typeof Hello>;

export const CommandFrame = z.strictObject({
  type: z.literal('command'),
  commandId: CommandId,
  roomId: RoomId,
  name: z.string().max(60),
  input: z.unknown(),
});
export type CommandFrame = z.infer<typeof CommandFrame>;

/** Is anybody there? Answered with a pong at once; sent by a screen that has heard nothing for a while. */
const Ping = z.strictObject({ type: z.literal('ping') });

/** From a screen to the core. */
export const ClientFrame = z.discriminatedUnion('type', [Hello, CommandFrame, Ping]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** From the core to a screen. */
export const ServerFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('snapshot'), snapshot: RoomSnapshot }),
  z.strictObject({ type: z.literal('batch'), batch: RoomBatch }),
  z.strictObject({ type: z.literal('reply'), commandId: CommandId, output: z.unknown() }),
  z.strictObject({ type: z.literal('refused'), commandId: CommandId.nullable(), error: AppError }),
  /** The screen speaks another protocol version: it loads itself anew. */
  z.strictObject({ type: z.literal('reload'), protocol: z.int() }),
  z.strictObject({ type: z.literal('pong') }),
]);
export type ServerFrame = z.infer<typeof ServerFrame>;
