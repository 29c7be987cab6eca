import type { OutletCan, OutletLink } from '#shared/model/outlet.ts';
import type { ProductFields, ThereNow } from '#shared/model/product.ts';
import type { ShowOrigin } from '#shared/model/show.ts';
import type { PlatformCard } from '#shared/rules/card-mismatches.ts';

/** A product as one push sends it. */
export type PushCard = {
  readonly pushId: number;
  readonly showId: number;
  readonly origin: ShowOrigin;
  readonly productId: number;
  readonly linkNumber: number;
  readonly fields: ProductFields;
  /** Pieces left now; null is unknown. */
  readonly stock: number | null;
  readonly isSoldOut: boolean;
  /** Of a push that is taken back: the one that is on again instead; null where none is. */
  readonly restoredPushId: number | null;
};

/** The same before it is sent. */
export type CardPreview = Omit<PushCard, 'pushId' | 'restoredPushId'>;

/** What a target says came of it; `reason` is translated as `target.reason.<reason>`. */
export type DriverAnswer =
  | { readonly state: 'ok' }
  | { readonly state: 'failed' | 'unknown'; readonly reason: string };

/** What a target will get, or why it will get nothing. */
export type DriverPreview = { readonly text: string; readonly problem: string | null };

export type TakeDownCause = 'undone' | 'taken_down';

/** What a target has to choose from, for whoever sets it up. */
export type DriverList = {
  readonly scenes: readonly string[];
  readonly sources: readonly string[];
  /** Products of a platform's own shelf. */
  readonly items: readonly string[];
};

/**
 * One place that a push goes to beside the desk's own screens. Nothing here may throw, and nothing may
 * wait for longer than its own limit: each answers for itself, and none holds up another.
 */
export interface PushDriver {
  readonly can: OutletCan;
  link(): OutletLink;
  preview(card: CardPreview): DriverPreview;
  /** `signal`: the push was taken back, so nothing is to be tried again. */
  push(card: PushCard, signal: AbortSignal): Promise<DriverAnswer>;
  /**
   * The reverse; only asked of one whose `can.unpush` allows it. `restored`: what was there before
   * it and is on again, so that this target is to show it; null where it is to show nothing of ours.
   */
  unpush(card: PushCard, cause: TakeDownCause, restored: PushCard | null): Promise<DriverAnswer>;
  /** The product's card as it is now, while it is on; only asked of one that `can.update`. */
  update(card: PushCard): Promise<DriverAnswer>;
  /**
   * From now on tells, later and at least once, what is there instead of this push; null: what was
   * pushed. What the driver itself does there is never told. Returns how to stop. Only asked of one
   * that `can.watch`.
   */
  onChanged(card: PushCard, tell: (there: ThereNow | null) => void): () => void;
  /** Null where it has no list, or cannot be asked now. */
  list(): Promise<DriverList | null>;
  /** What the platform says of a product, as it was last read; null where it says nothing. */
  says(card: CardPreview): PlatformCard | null;
  close(): void;
}
