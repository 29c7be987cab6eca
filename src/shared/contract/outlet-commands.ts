import { z } from 'zod';

import { OutletId, ProductId, PushId } from '../model/ids.ts';
import { OUTLET_SECRET_MAX, OutletConfig, OutletSecretPart } from '../model/outlet.ts';

const desk = ['desk'] as const;
const none = z.strictObject({});

/** The part of the contract about where a push goes beside the desk's own screens (弹讲解发往哪里). */
export const outletCommands = {
  /**
   * Adds an outlet or changes one of the same kind. Refused: unknown_outlet, too_many, outlet_refused
   * (`what` names the field: template, address, url, source, action, host; `given` is what is wrong).
   */
  'outlet.put': {
    input: z.strictObject({
      outletId: OutletId.nullable(),
      name: z.string().min(1).max(60),
      config: OutletConfig,
    }),
    output: z.strictObject({ outletId: OutletId }),
    callers: desk,
  },
  /**
   * The password of an OBS, the key of a webhook, or (`part`) key and tokens of a platform; null forgets it. Kept beside the store and given
   * to nobody. Refused: unknown_outlet, secret_unwritable.
   */
  'outlet.setSecret': {
    input: z.strictObject({
      outletId: OutletId,
      /** Absent: the key. */
      part: OutletSecretPart.optional(),
      secret: z.string().min(1).max(OUTLET_SECRET_MAX).nullable(),
    }),
    output: none,
    callers: desk,
  },
  /** Refused: unknown_outlet. */
  'outlet.setOn': {
    input: z.strictObject({ outletId: OutletId, isOn: z.boolean() }),
    output: none,
    callers: desk,
  },
  /**
   * For the current show alone: left out of it, or taken in again. Refused: unknown_outlet,
   * show_not_running where there is no show, or it has ended.
   */
  'outlet.setInShow': {
    input: z.strictObject({ outletId: OutletId, isIn: z.boolean() }),
    output: none,
    callers: desk,
  },
  /** For one product; null: as the outlet itself. Refused: unknown_outlet, unknown_product. */
  'outlet.setOnFor': {
    input: z.strictObject({
      outletId: OutletId,
      productId: ProductId,
      isOn: z.boolean().nullable(),
    }),
    output: none,
    callers: desk,
  },
  /** What was sent by it stays in the log of pushes. Refused: unknown_outlet. */
  'outlet.remove': { input: z.strictObject({ outletId: OutletId }), output: none, callers: desk },
  /** Scenes and sources of an OBS that is connected now, items of a Shopee livestream; null where it cannot say. Refused: unknown_outlet. */
  'outlet.list': {
    input: z.strictObject({ outletId: OutletId }),
    output: z.strictObject({
      list: z
        .strictObject({
          scenes: z.array(z.string()),
          sources: z.array(z.string()),
          items: z.array(z.string()),
        })
        .nullable(),
    }),
    callers: desk,
  },
  /**
   * The product that is on once more, to this target alone. Refused: nothing_to_push_again where the
   * push is off by now, or never went there.
   */
  'outlet.pushAgain': {
    input: z.strictObject({ pushId: PushId, outletId: OutletId }),
    output: none,
    callers: desk,
  },
  /**
   * What a person was asked to do in a console is done, or could not be. Refused: nothing_to_confirm
   * where nobody waits for it.
   */
  'outlet.confirm': {
    input: z.strictObject({ pushId: PushId, outletId: OutletId, isDone: z.boolean() }),
    output: none,
    callers: desk,
  },
} as const;
