import type { ProductId } from '#shared/model/ids.ts';
import type { Armed, CardMismatch, PushGuard } from '#shared/model/product.ts';
import type { Block } from '#shared/model/run-of-show.ts';
import type { Show } from '#shared/model/show.ts';
import { isReadyCue, type FilledCue } from '#shared/rules/cue-text/fill-cue.ts';
import { cardMismatches, toldTogether } from '#shared/rules/card-mismatches.ts';
import type { CuesService } from '../cues/cues.service.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { CatalogueService } from './catalogue.service.ts';
import type { ChatLine } from './outlets/chat-outlet.ts';
import type { CardPreview, PushCard } from './outlets/outlet-driver.ts';
import type { OutletsService } from './outlets/outlets.service.ts';
import type { PlatformCards } from './platform-cards.ts';
import type { PromisesService } from './promises/promises.service.ts';
import type { StoredItem, StoredPush } from './shelf.queries.ts';
import { pushCard, pushGuards, stockLeft } from './shelf.rules.ts';
import type { ShowSales } from './show-sales.ts';

export type PushCardsDeps = {
  readonly room: RoomContext;
  readonly catalogue: CatalogueService;
  readonly cues: CuesService;
  readonly outlets: OutletsService;
  readonly sales: ShowSales;
  readonly promises: PromisesService;
  readonly platforms: PlatformCards;
  readonly teamGuards: PushSurroundings['teamGuards'];
};

export type PushSurroundings = {
  /** How a push speaks in the room's chats. */
  readonly chat: ChatLine;
  /** A microphone of an outlet is as loud as a voice, or is not. */
  readonly heard: (isVoice: boolean) => void;
  /** What was sold is read; until then the shelf does not wait for it. */
  readonly areFiguresRead: () => boolean;
  readonly currentBlock: () => Block | null;
  /** Inside the commit of a GO. */
  readonly pinned: (productId: ProductId) => void;
  /** What of the assistants' answers stops a push of a product. */
  readonly teamGuards: (productId: number) => readonly PushGuard[];
};

/** A product as its push sends it, to whom, and what stops it. */
export class PushCards {
  readonly #deps: PushCardsDeps;

  constructor(deps: PushCardsDeps) {
    this.#deps = deps;
  }

  targetsOf(item: StoredItem): Armed['preview'] {
    const { room, cues, outlets } = this.#deps;
    const show = room.show();
    const own = { outletId: null, name: '', text: '', problem: null };
    return [
      { target: 'shelf', isConnected: true, ...own },
      { target: 'anchor', isConnected: room.connectedCount('anchor') > 0, ...own },
      { target: 'overlay', isConnected: room.connectedCount('overlay') > 0, ...own },
      { target: 'cue', ...own, ...linkedCue(cues.linked(item.productId)) },
      ...(show === null ? [] : outlets.preview(this.preview(item, show))),
    ];
  }

  preview(item: StoredItem, show: Show): CardPreview {
    return pushCard(item, this.#deps.sales.of(item.code), show);
  }

  guardsOf(item: StoredItem): PushGuard[] {
    const { sales, promises } = this.#deps;
    const guards = pushGuards(item, sales.of(item.code));
    const fields = new Set(this.mismatchesOf(item).map(({ field }) => field));
    return [
      ...guards,
      ...(promises.isLimitReached(item.productId) ? (['limit_reached'] as const) : []),
      ...(fields.has('price') ? (['platform_price'] as const) : []),
      ...(fields.has('coupon') ? (['platform_coupon'] as const) : []),
      ...(fields.has('stock') ? (['platform_stock'] as const) : []),
      ...this.#deps.teamGuards(item.productId),
    ];
  }

  /** Where platforms say something else of it than its card. */
  mismatchesOf(item: StoredItem): CardMismatch[] {
    const { sales, platforms, outlets, room } = this.#deps;
    const show = room.show();
    const said = show === null ? [] : outlets.says(this.preview(item, show));
    const card = { ...item, stock: stockLeft(item, sales.of(item.code)) };
    return cardMismatches(card, toldTogether(platforms.of(item.code), said));
  }

  /** What stops a push of the product as everything is now; null where it is not on this shelf. */
  stopOf(productId: ProductId): Pick<Armed, 'guards' | 'mismatches'> | null {
    const item = this.#deps.catalogue.byId(productId);
    return item === undefined ? null : this.stop(item);
  }

  stop(item: StoredItem): Pick<Armed, 'guards' | 'mismatches'> {
    return { guards: this.guardsOf(item), mismatches: this.mismatchesOf(item) };
  }

  /** What was to be seen of it when a guard was overruled. */
  seenOf(item: StoredItem): { stock: number | null; mismatches: CardMismatch[] } {
    const stock = stockLeft(item, this.#deps.sales.of(item.code));
    return { stock, mismatches: this.mismatchesOf(item) };
  }

  /** Why a product cannot be pushed now; null when it can. */
  stoppedBy(productId: number): string | null {
    const item = this.#deps.catalogue.byId(productId);
    return item === undefined ? 'unknown_product' : (this.guardsOf(item)[0] ?? null);
  }

  /** Null when the product is not on the shelf any more. */
  of(push: StoredPush, restoredPushId: number | null): PushCard | null {
    const show = this.#deps.room.show();
    const item = this.#deps.catalogue.byId(push.productId);
    if (show === null || item === undefined) return null;
    return { ...this.preview(item, show), pushId: push.id, restoredPushId };
  }
}

/** A card with a variable that nobody can fill goes nowhere, and says so. */
function linkedCue(cue: FilledCue | null): { isConnected: boolean; problem: string | null } {
  if (cue === null) return { isConnected: false, problem: null };
  return isReadyCue(cue)
    ? { isConnected: true, problem: null }
    : { isConnected: false, problem: 'cue_incomplete' };
}
