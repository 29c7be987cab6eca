import { z } from 'zod';

import { ProductId, PushId, ShowId } from '../model/ids.ts';
import { LeftOutLines } from '../model/left-out-lines.ts';
import { Armed, ProductFields } from '../model/product.ts';
import type { ScreenRole } from '../model/screen.ts';
import { ShowSummary } from '../model/review.ts';
import { Language } from '../model/settings.ts';
import { Backup } from '../model/store.ts';
import { dataCommands } from './data-commands.ts';
import { FeedEvent } from './room-event.ts';
import { figureCommands } from './figure-commands.ts';
import { improvementCommands } from './improvement-commands.ts';
import { inboundCommands } from './inbound-commands.ts';
import { targetCommands } from './target-commands.ts';
import { alertCommands } from './alert-commands.ts';
import { proposalCommands } from './proposal-commands.ts';
import { assistantCommands } from './assistant-commands.ts';
import { bookmarkCommands } from './bookmark-commands.ts';
import { blockCommands } from './block-commands.ts';
import { planCommands } from './plan-commands.ts';
import { chatCommands } from './chat-commands.ts';
import { cueCommands } from './cue-commands.ts';
import { libraryCommands } from './library-commands.ts';
import { thanksCommands } from './thanks-commands.ts';
import { answerCommands } from './answer-commands.ts';
import { questionCommands } from './question-commands.ts';
import { pushCommands } from './push-commands.ts';
import { productCommands } from './product-commands.ts';
import { screeningCommands } from './screening-commands.ts';
import { benefitCommands } from './benefit-commands.ts';
import { importedCommands } from './imported-commands.ts';
import { reviewDetailCommands } from './review-detail-commands.ts';
import { reviewCommands } from './review-commands.ts';
import { reviewExportCommands } from './review-export-commands.ts';
import { screenCommands } from './screen-commands.ts';
import { stageCommands } from './stage-commands.ts';
import { roomCommands } from './room-commands.ts';
import { searchCommands } from './search-commands.ts';
import { riskCommands } from './risk-commands.ts';
import { slipCommands } from './slip-commands.ts';
import { showsCommands } from './shows-commands.ts';
import { settingsCommands } from './settings-commands.ts';
import { sourceCommands } from './source-commands.ts';
import { warningCommands } from './warning-commands.ts';

type Entry = {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly callers: readonly ScreenRole[];
};

/** Forces every entry to have input, output and callers, while keeping their exact types. */
function contract<const T extends Record<string, Entry>>(entries: T): T {
  return entries;
}

const none = z.strictObject({});
const desk = ['desk'] as const;

/**
 * The whole protocol from screens to the core. Each command is parsed, checked against its callers,
 * run once per `commandId`, and answered after its commit. Refusals are AppErrors.
 */
export const commands = contract({
  ...roomCommands,

  /** Makes a live show (or a rehearsal) and leaves the running one only if it has ended. */
  'show.create': {
    input: z.strictObject({
      title: z.string().min(1).max(120),
      origin: z.enum(['live', 'rehearsal']),
      currency: z.string().regex(/^[A-Z]{3}$/),
    }),
    output: z.strictObject({ showId: ShowId }),
    callers: desk,
  },
  /** Another name or currency while the show is planned. Refused: show_not_running, show_wrong_state. */
  'show.edit': {
    input: z.strictObject({
      title: z.string().min(1).max(120),
      currency: z.string().regex(/^[A-Z]{3}$/),
    }),
    output: none,
    callers: desk,
  },
  /** planned -> on_air. Refused: show_wrong_state. */
  'show.start': { input: none, output: none, callers: desk },
  /** on_air -> paused: feeds keep listening, time on air stands still. */
  'show.pause': { input: none, output: none, callers: desk },
  'show.resume': { input: none, output: none, callers: desk },
  /** -> ended: feeds stop, everything is committed, the review can be asked for. */
  'show.end': { input: none, output: z.strictObject({ showId: ShowId }), callers: desk },
  /** Leaves an ended (or demo) show so that a new one can be set up. A demo on air is ended first. */
  'show.leave': { input: none, output: none, callers: desk },
  'show.list': {
    input: z.strictObject({ limit: z.int().min(1).max(500) }),
    output: z.strictObject({ shows: z.array(ShowSummary) }),
    callers: desk,
  },

  /**
   * Starts the built-in demo show. `language` is the desk's own: products, cards, run of show and the
   * room's people are in it, prices in yuan or dollars. `eventsPerSecond` is in real time.
   */
  'demo.start': {
    input: z.strictObject({
      seed: z
        .int()
        .min(0)
        .max(2 ** 32 - 1),
      language: Language,
      speed: z.number().min(1).max(20),
      eventsPerSecond: z.int().min(50).max(5000).nullable(),
    }),
    output: z.strictObject({ showId: ShowId }),
    callers: desk,
  },
  /**
   * Replays a stored show, or an event file of this machine, as a show of origin replay. A file is
   * looked through first: file_unreadable, file_bad_line; a few bad lines among good ones are left
   * out and told.
   */
  'replay.start': {
    input: z.strictObject({
      from: z.union([
        z.strictObject({ showId: ShowId }),
        z.strictObject({ file: z.string().min(1).max(4096) }),
      ]),
      speed: z.number().min(1).max(20),
    }),
    output: z.strictObject({ showId: ShowId, leftOut: LeftOutLines.nullable() }),
    callers: desk,
  },
  /** 1 to 20 for demo and replay; refused for live shows: speed_not_changeable. */
  'playback.setSpeed': {
    input: z.strictObject({ speed: z.number().min(1).max(20) }),
    output: none,
    callers: desk,
  },

  ...showsCommands,
  ...sourceCommands,

  /** Adds or, by code, updates a product and puts it on this show's shelf. `linkNumber` null: the next free. */
  'shelf.putProduct': {
    input: z.strictObject({
      fields: ProductFields,
      linkNumber: z.int().min(1).max(999).nullable(),
    }),
    output: z.strictObject({ productId: ProductId, linkNumber: z.int() }),
    callers: desk,
  },
  ...productCommands,
  ...pushCommands,
  'shelf.removeProduct': {
    input: z.strictObject({ productId: ProductId }),
    output: none,
    callers: desk,
  },
  /** Gives the whole new order; link numbers become 1..n in that order. */
  'shelf.reorder': {
    input: z.strictObject({ productIds: z.array(ProductId).max(999) }),
    output: none,
    callers: desk,
  },
  'shelf.setSoldOut': {
    input: z.strictObject({ productId: ProductId, isSoldOut: z.boolean() }),
    output: none,
    callers: desk,
  },
  /** Arms a product: nothing goes out yet; disarms by itself after ARM_TIMEOUT_MS. */
  'shelf.arm': {
    input: z.strictObject({ linkNumber: z.int().min(1).max(999) }),
    output: Armed,
    callers: desk,
  },
  'shelf.disarm': { input: none, output: none, callers: desk },
  /** Fires what is armed. Refused: push_stopped where a guard was not overruled. `productId` is what the operator saw: refused armed_product_changed otherwise. */
  'shelf.go': {
    input: z.strictObject({ productId: ProductId }),
    output: z.strictObject({ pushId: PushId }),
    callers: desk,
  },
  /** Within UNDO_WINDOW_MS of GO: puts back what was before, on every target. */
  'shelf.undo': { input: z.strictObject({ pushId: PushId }), output: none, callers: desk },
  'shelf.takeDown': { input: none, output: none, callers: desk },

  ...cueCommands,
  ...libraryCommands,
  ...thanksCommands,
  ...answerCommands,
  /** A screen confirms that a push is visible; the first confirmation of a target counts. */
  'push.confirm': {
    input: z.strictObject({ pushId: PushId }),
    output: none,
    callers: ['anchor', 'overlay'],
  },

  ...blockCommands,
  ...planCommands,
  ...bookmarkCommands,

  ...warningCommands,
  ...slipCommands,
  ...riskCommands,

  ...questionCommands,

  ...figureCommands,
  ...targetCommands,
  ...alertCommands,
  ...proposalCommands,

  ...screenCommands,
  ...stageCommands,
  ...inboundCommands,

  ...assistantCommands,

  ...settingsCommands,

  ...chatCommands,

  /** Whole copies of the store, newest first. */
  'store.backups': {
    input: none,
    output: z.strictObject({ backups: z.array(Backup) }),
    callers: desk,
  },
  /**
   * Makes a verified copy of the whole store, beside the work; answered when it is there. Refused:
   * store_full, backup_damaged, store_unwritable.
   */
  'store.backUp': { input: none, output: Backup, callers: desk },
  /** Looks through the whole file, beside the work; what was found comes with the store's slice. */
  'store.check': { input: none, output: none, callers: desk },
  /**
   * Puts a backup in the store's place: the core closes, is started again by its host and opens the
   * backup; the replaced store is kept in the data folder's `quarantine`. Every screen reconnects by
   * itself. Refused: store_on_air while a live show is on air, unknown_backup, store_unwritable.
   */
  'store.restore': {
    input: z.strictObject({ name: Backup.shape.name }),
    output: none,
    callers: desk,
  },
  /** The report of the last replacement was read and is shown no more. Refused: store_unwritable. */
  'store.acknowledge': { input: none, output: none, callers: desk },
  ...reviewCommands,
  ...reviewDetailCommands,
  ...improvementCommands,
  ...reviewExportCommands,
  ...importedCommands,
  ...benefitCommands,
  ...screeningCommands,

  ...searchCommands,

  ...dataCommands,

  /**
   * Events from another program on this machine. Answered after their commit: what is counted as
   * stored or duplicate is on disk. Refused as a whole when one event is malformed or
   * has a text no platform has (`bad_request`: `event` is its place, `what` the field).
   */
  'ingest.append': {
    input: z.strictObject({
      /** Name of the sending program; its events are one source of this room. */
      sender: z.string().regex(/^[a-z0-9-]{2,40}$/),
      events: z.array(FeedEvent).min(1).max(1000),
    }),
    output: z.strictObject({ stored: z.int(), duplicates: z.int(), seq: z.int() }),
    callers: ['cli'],
  },
});

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]['input']>;
export type CommandOutput<N extends CommandName> = z.infer<(typeof commands)[N]['output']>;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
