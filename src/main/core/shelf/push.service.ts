import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';
import { ProductId, PushId, type OutletId, type ScreenId } from '#shared/model/ids.ts';
import { ARM_TIMEOUT_MS, type Armed, type PushTarget } from '#shared/model/product.ts';
import type { Show } from '#shared/model/show.ts';
import type { CuesService } from '../cues/cues.service.ts';
import type { RoomContext } from '../room/room-context.ts';
import { Arming } from './arming.ts';
import type { CatalogueService } from './catalogue.service.ts';
import type { ChatLine } from './outlets/chat-outlet.ts';
import { LEFT_OUT, OutletsService } from './outlets/outlets.service.ts';
import { PushBack } from './push-back.ts';
import { PushCards, type PushSurroundings } from './push-cards.ts';
import { PushLedger } from './push-ledger.ts';
import { insertPush, setPushSeq, setPushState, type StoredItem } from './shelf.queries.ts';
import { PlatformCards } from './platform-cards.ts';
import { promiseDesk } from './promises/promise-desk.ts';
import { PromisesService } from './promises/promises.service.ts';
import { RotationService } from './rotation.service.ts';
import { ShowSales } from './show-sales.ts';
import { armWarnings, pushFigures, shelfItems, withoutEnd } from './shelf.rules.ts';

/** Arm -> GO; what each target answers is the ledger's, and what is taken back is `PushBack`'s. */
export class PushService {
  readonly #room: RoomContext;
  readonly #catalogue: CatalogueService;
  readonly #cues: CuesService;
  readonly outlets: OutletsService;
  readonly #ledger: PushLedger;
  readonly #back: PushBack;
  readonly #chat: ChatLine;
  readonly #pinned: PushSurroundings['pinned'];
  readonly #areFiguresRead: PushSurroundings['areFiguresRead'];
  readonly #sales = new ShowSales();
  readonly #platforms = new PlatformCards((code) => this.unitsPaid(code));
  readonly #arming: Arming;
  readonly #cards: PushCards;
  readonly rotation: RotationService;
  readonly promises: PromisesService;

  constructor(
    room: RoomContext,
    catalogue: CatalogueService,
    cues: CuesService,
    around: PushSurroundings,
  ) {
    this.#room = room;
    this.#catalogue = catalogue;
    this.#cues = cues;
    this.#chat = around.chat;
    this.#pinned = around.pinned;
    this.#areFiguresRead = around.areFiguresRead;
    this.#arming = new Arming(room);
    this.outlets = new OutletsService(room, around);
    this.promises = new PromisesService(room, promiseDesk(catalogue, this.#sales));
    this.#cards = new PushCards({
      room,
      catalogue,
      cues,
      outlets: this.outlets,
      sales: this.#sales,
      promises: this.promises,
      platforms: this.#platforms,
      teamGuards: around.teamGuards,
    });
    this.rotation = new RotationService(room, {
      stoppedBy: (productId) => this.#cards.stoppedBy(productId),
      isArmed: () => this.#arming.now() !== null,
      push: (productId) => this.#pushByItself(productId),
      currentBlock: around.currentBlock,
      productsOf: (groupId) => catalogue.groups.productsOf(groupId),
    });
    this.#ledger = new PushLedger(room, this.outlets, (push) => this.#cards.of(push, null));
    this.#back = new PushBack({ room, cues, ledger: this.#ledger, cards: this.#cards });
  }

  /** A start: what waited when the program ended will not be answered any more. */
  settleLost(): void {
    this.#ledger.settleLost();
  }

  close(): void {
    this.#ledger.close();
    this.outlets.close();
  }

  tick(): void {
    this.outlets.tick();
    this.promises.tick();
    this.#arming.refresh((productId) => this.#cards.stopOf(productId));
    this.rotation.tick();
    const current = this.#ledger.onShelf();
    this.#ledger.tick(current === undefined ? null : this.#cards.of(current, null));
  }

  reload(): void {
    const show = this.#room.show();
    this.#catalogue.reload();
    this.outlets.reload();
    this.#ledger.reload();
    this.#sales.reload(this.#room.db, show?.id ?? null);
    this.#platforms.reload(this.#room.db, show?.id ?? null);
    this.promises.reload();
    this.#arming.set(null);
  }

  slice(): Omit<RoomSlices['shelf'], 'lastPaste' | 'groups' | 'lastGroupChange'> {
    const pushes = this.#ledger.all();
    const last = pushes.at(-1);
    const salesOf = this.#areFiguresRead() ? (code: string) => this.#sales.of(code) : null;
    return {
      items: shelfItems(this.#catalogue.items(), salesOf, pushes, this.#room.showNow()),
      armed: this.#arming.now(),
      current: withoutEnd(this.#ledger.onShelf()),
      lastPush: withoutEnd(last),
      rotation: this.rotation.slice(),
    };
  }

  /** For the metrics: how fast pushes are seen, and how long what is on the shelf has been shown. */
  figures(): Pick<LiveMetrics, 'pushDelay' | 'onShelf'> {
    return pushFigures(this.#ledger.all(), this.#ledger.onShelf(), this.#room.showNow());
  }

  /** Units of a product that were paid in this show so far. */
  unitsPaid(code: string): number {
    return this.#sales.of(code)?.units ?? 0;
  }

  /** Product id of what is on the shelf; null for nothing. */
  onShelf(): number | null {
    return this.#ledger.onShelf()?.productId ?? null;
  }

  codeOnShelf(): string | null {
    const push = this.#ledger.onShelf();
    return push === undefined ? null : (this.#catalogue.byId(push.productId)?.code ?? null);
  }

  arm(linkNumber: number): Result<Armed> {
    const show = this.#room.show();
    if (show === null || (show.state !== 'on_air' && show.state !== 'paused')) {
      return fail('show_wrong_state', { state: show?.state ?? 'none', action: 'arm' });
    }
    const item = this.#catalogue.byNumber(linkNumber);
    if (item === undefined) return fail('unknown_product', { linkNumber });
    const armed: Armed = {
      productId: ProductId.parse(item.productId),
      linkNumber,
      expiresTs: this.#room.ports.clock.wallNow() + ARM_TIMEOUT_MS,
      linkedCueText: this.#cues.linked(item.productId)?.text ?? null,
      preview: this.#cards.targetsOf(item),
      warnings: armWarnings(item, this.#sales.of(item.code)),
      ...this.#cards.stop(item),
      isOverruled: false,
    };
    this.#arming.set(armed);
    return ok(armed);
  }

  overrule(productId: ProductId): Result<Record<string, never>> {
    return this.#arming.overrule(productId);
  }

  disarm(): Result<Record<string, never>> {
    this.#arming.set(null);
    return ok({});
  }

  /** `screenId`: which desk, where a guard was overruled. */
  go(productId: ProductId, screenId: ScreenId | null): Result<{ pushId: PushId }> {
    const show = this.#room.show();
    const armed = this.#arming.of(productId);
    if (!armed.ok) return armed;
    const item = this.#catalogue.byId(productId);
    if (item === undefined || show === null) return fail('unknown_product', { productId });
    const guards = this.#cards.guardsOf(item);
    const stopping = this.#arming.stoppedBy(armed.value, guards);
    if (stopping !== null) return fail('push_stopped', { reason: stopping });
    const pushId = this.#push(item, show);
    if (guards.length > 0) {
      const fact = { kind: 'push.overruled', pushId, productId, guards, screenId } as const;
      this.#room.writeFact({ ...fact, ...this.#cards.seenOf(item) });
    }
    this.#arming.set(null);
    this.rotation.manual();
    return ok({ pushId });
  }

  #pushByItself(productId: ProductId): Result<unknown> {
    const show = this.#room.show();
    const item = this.#catalogue.byId(productId);
    if (show === null || item === undefined) return fail('unknown_product', { productId });
    return ok(this.#push(item, show));
  }

  #push(item: StoredItem, show: Show): PushId {
    const goMs = this.#room.ports.clock.monotonicNow();
    const productId = ProductId.parse(item.productId);
    const { db, ports } = this.#room;
    const goTs = this.#room.showNow();
    const before = this.#ledger.onShelf();
    if (before !== undefined) setPushState(db, before.id, 'replaced', goTs);
    const cueId = this.#cues.sendLinked(productId);
    const push = { showId: show.id, productId, linkNumber: item.linkNumber, cueId, goTs };
    const id = PushId.parse(insertPush(db, { ...push, goWallTs: ports.clock.wallNow() }));
    const fact = { kind: 'shelf.pushed', pushId: id, productId, cueId } as const;
    setPushSeq(db, id, this.#room.writeFact({ ...fact, linkNumber: item.linkNumber }));
    this.#pinned(productId);
    const preview = this.#cards.targetsOf(item);
    if (before !== undefined) {
      // What the next product does not take over itself would stay as it is.
      const kept = preview.flatMap(({ outletId, problem }) =>
        outletId === null || problem === LEFT_OUT ? [] : [outletId],
      );
      const card = this.#cards.of(before, null);
      this.#ledger.reverse(card, { cause: 'taken_down', keep: kept, restored: null });
    }
    const sentCard = { ...this.#cards.preview(item, show), pushId: id, restoredPushId: null };
    this.#ledger.begin(sentCard, goMs, preview);
    return id;
  }

  undo(pushId: PushId): Result<Record<string, never>> {
    const undone = this.#back.undo(pushId);
    if (undone.ok) this.rotation.manual();
    return undone;
  }

  takeDown(): Result<Record<string, never>> {
    const taken = this.#back.takeDown();
    if (taken.ok) this.rotation.manual();
    return taken;
  }

  /** What is on once more, to one outlet. */
  pushAgain(pushId: PushId, outletId: OutletId): Result<Record<string, never>> {
    return this.#back.pushAgain(pushId, outletId);
  }

  /** A screen shows the push. */
  confirm(pushId: PushId, target: PushTarget): Result<Record<string, never>> {
    this.#ledger.confirm(pushId, target);
    return ok({});
  }

  /** The show ended: nothing stays on the shelf. */
  endShow(): void {
    this.#back.endShow();
    this.#arming.set(null);
    this.#ledger.reload();
  }

  /** Committed events that change the shelf's figures. */
  count(event: RoomEvent): void {
    if (event.kind === 'chat.settled') this.#chat.tell(event);
    if (event.kind === 'product') this.#platforms.note(event);
    if (event.kind === 'order' && this.#sales.count(event)) {
      this.#room.changed('shelf');
      this.promises.productChanged();
    }
  }
}
