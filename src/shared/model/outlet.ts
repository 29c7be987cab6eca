import { z } from 'zod';

import { OutletId, ProductId, SourceId } from './ids.ts';
import { MESSAGE_TEMPLATE_MAX } from '../rules/push-message.ts';

const name = z.string().min(1).max(60);
const optional = z.string().max(200);
const template = z.string().min(1).max(MESSAGE_TEMPLATE_MAX);

/** A voice peaks some 20 dB above a quiet room's hum. */
export const VOICE_ABOVE_DB = -40;

/** A line in a platform's chat, through a source of the room. */
const ChatOutlet = z.strictObject({ kind: z.literal('chat'), sourceId: SourceId, template });

/**
 * What an OBS Studio does, and what is heard of it; at least one of the four is named. Empty texts
 * are left out.
 */
const ObsOutlet = z.strictObject({
  kind: z.literal('obs'),
  /** `ws://127.0.0.1:4455`; another machine's on the local network is allowed. */
  address: z.string().min(1).max(200),
  /** A source that is shown with the push and hidden with its reverse, and the scene it is in. */
  showScene: optional,
  showSource: optional,
  /** A scene that is switched to; its reverse goes back to the one before. */
  switchScene: optional,
  /** A text source and what it says. */
  textSource: optional,
  textTemplate: z.string().max(MESSAGE_TEMPLATE_MAX),
  /** An input whose loudness says how long the anchor talks; it is not recorded. */
  microphone: optional.default(''),
  /** dB of full scale from which on it is a voice. */
  voiceAboveDb: z.number().min(-80).max(-5).default(VOICE_ABOVE_DB),
});

/** A signed POST to somebody's own back office. */
const WebhookOutlet = z.strictObject({
  kind: z.literal('webhook'),
  url: z.string().min(1).max(2000),
});

/** The item that a Shopee livestream shows, through Shopee's Open Platform (docs/shopee.md). */
const ShopeeOutlet = z.strictObject({
  kind: z.literal('shopee'),
  /** Origin of the API: one of Shopee's own, or a bridge on this machine. */
  host: z.string().min(1).max(200),
  partnerId: z.int().positive().max(4_294_967_295),
  /** Whose livestream it is: the account that authorised the app. */
  userId: z.int().positive(),
  /** The livestream; another one for every show. */
  sessionId: z.int().positive(),
  /** `code`: the product's page on Shopee or its code names the item; `number`: its place in the bag. */
  match: z.enum(['code', 'number']),
});

/** A platform that has a console and nothing else: a person does it, and says so. */
const ManualOutlet = z.strictObject({
  kind: z.literal('manual'),
  /** The console's page; empty where it is open anyway. */
  consoleUrl: z.string().max(2000),
  template,
});

export const OutletConfig = z.discriminatedUnion('kind', [
  ChatOutlet,
  ObsOutlet,
  WebhookOutlet,
  ManualOutlet,
  ShopeeOutlet,
]);
export type OutletConfig = z.infer<typeof OutletConfig>;
export type OutletKind = OutletConfig['kind'];
export type OutletConfigOf<K extends OutletKind> = Extract<OutletConfig, { kind: K }>;

/** What is kept of an outlet beside its configuration; a platform's own needs more than a key. */
export const OutletSecretPart = z.enum(['key', 'access', 'refresh']);
export type OutletSecretPart = z.infer<typeof OutletSecretPart>;

/** What a target can do at all, stated so that a screen promises nothing else. */
export const OutletCan = z.strictObject({
  /** Say what it has: scenes and sources of an OBS. */
  list: z.boolean(),
  /** `undo`: what was a mistake is taken back, but nothing is to be taken down later. */
  unpush: z.enum(['never', 'undo', 'always']),
  /** Take a changed price or stock while the product is on. */
  update: z.boolean(),
  /** Tell when something else is shown there after a push. */
  watch: z.boolean(),
  /** Who says that it is done. */
  confirmedBy: z.enum(['echo', 'answer', 'operator']),
});
export type OutletCan = z.infer<typeof OutletCan>;

/** Whether it can be reached now; `idle`: it is spoken to only when something is sent. */
export const OutletLink = z.strictObject({
  state: z.enum(['idle', 'connecting', 'ready', 'waiting', 'failed']),
  /** Translated as `target.reason.<reason>`; null when fine. */
  reason: z.string().nullable(),
});
export type OutletLink = z.infer<typeof OutletLink>;

/** A target that a room was given. Its secret is told to nobody. */
export const Outlet = z.strictObject({
  id: OutletId,
  name,
  config: OutletConfig,
  isOn: z.boolean(),
  /** False: the current show leaves it out; every other one does not. */
  isInShow: z.boolean(),
  hasSecret: z.boolean(),
  /** Tokens that are kept beside the key. */
  tokensKept: z.array(OutletSecretPart).default([]),
  can: OutletCan,
  link: OutletLink,
});
export type Outlet = z.infer<typeof Outlet>;

export const OutletsSlice = z.strictObject({
  outlets: z.array(Outlet),
  /** Where a product goes its own way; everything else follows the outlet. */
  overrides: z.array(
    z.strictObject({ outletId: OutletId, productId: ProductId, isOn: z.boolean() }),
  ),
});
export type OutletsSlice = z.infer<typeof OutletsSlice>;
export const NO_OUTLETS: OutletsSlice = { outlets: [], overrides: [] };

/** Outlets of one room. */
export const OUTLETS_MAX = 12;
/** Characters of a password, a key or a token. */
export const OUTLET_SECRET_MAX = 500;
