import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';
import { ProductId, PushId } from '#shared/model/ids.ts';
import {
  ARM_TIMEOUT_MS,
  ShelfItem,
  UNDO_WINDOW_MS,
  type Armed,
  type Push,
  type PushTarget,
  type TargetAnswer,
} from '#shared/model/product.ts';
import type { CuesService } from '../cues/cues.service.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { CatalogueService } from './catalogue.service.ts';
import {
  insertPush,
  paidByCode,
  pushesOf,
  putTarget,
  setPushSeq,
  setPushState,
  type StoredItem,
  type StoredPush,
} from './shelf.queries.ts';
import {
  addSales,
  airtimeMs,
  armWarnings,
  pushDelay,
  shelfItem,
  type Sales,
} from './shelf.rules.ts';

/** A screen that has not confirmed by then counts as failed (until it does). */
const TARGET_TIMEOUT_MS = 3_000;

/** Arm -> GO -> undo, and what each target answered. */
export class PushService {
  readonly #room: RoomContext;
  readonly #catalogue: CatalogueService;
  readonly #cues: CuesService;
  #pushes: readonly StoredPush[] = [];
  #sales = new Map<string, Sales>();
  #armed: Armed | null = null;
  #cancelArmTimer: (() => void) | null = null;
  readonly #goAtMs = new Map<number, number>();

  constructor(room: RoomContext, catalogue: CatalogueService, cues: CuesService) {
    this.#room = room;
    this.#catalogue = catalogue;
    this.#cues = cues;
  }

  reload(): void {
    const show = this.#room.show();
    this.#catalogue.reload();
    this.#readPushes();
    this.#sales = new Map();
    for (const row of show === null ? [] : paidByCode(this.#room.db, show.id)) {
      this.#sales.set(row.code, addSales(this.#sales.get(row.code), row));
    }
    this.#setArmed(null);
  }

  slice(): Omit<RoomSlices['shelf'], 'lastPaste'> {
    const nowTs = this.#room.showNow();
    const last = this.#pushes.at(-1);
    return {
      items: this.#catalogue
        .items()
        .map((item) =>
          ShelfItem.parse(shelfItem(item, this.#sales.get(item.code), this.#pushes, nowTs)),
        ),
      armed: this.#armed,
      current: withoutEnd(this.#onShelf()),
      lastPush: withoutEnd(last),
    };
  }

  /** For the metrics: how fast pushes are seen, and how long what is on the shelf has been shown. */
  figures(): Pick<LiveMetrics, 'pushDelay' | 'onShelf'> {
    const push = this.#onShelf();
    const nowTs = this.#room.showNow();
    const onShelf =
      push === undefined
        ? null
        : {
            linkNumber: push.linkNumber,
            airtimeMs: airtimeMs(this.#pushes, push.productId, nowTs),
          };
    return { pushDelay: pushDelay(this.#pushes), onShelf };
  }

  /** Units of a product that were paid in this show so far. */
  unitsPaid(code: string): number {
    return this.#sales.get(code)?.units ?? 0;
  }

  /** Product id of what is on the shelf; null for nothing. */
  onShelf(): number | null {
    return this.#onShelf()?.productId ?? null;
  }

  codeOnShelf(): string | null {
    const push = this.#onShelf();
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
      linkedCueText: this.#cues.cardFor(item.productId)?.text ?? null,
      preview: this.#targetsOf(item),
      warnings: armWarnings(item, this.#sales.get(item.code)),
    };
    this.#setArmed(armed);
    return ok(armed);
  }

  disarm(): Result<Record<string, never>> {
    this.#setArmed(null);
    return ok({});
  }

  /** By the monotonic clock: setting the machine's clock neither opens nor shuts the window. */
  #isTooLate(push: Push): boolean {
    const { clock } = this.#room.ports;
    const goMs = this.#goAtMs.get(push.id);
    // Of a core that has ended since; the wall is all there is.
    if (goMs === undefined) return clock.wallNow() > push.undoUntilTs;
    return clock.monotonicNow() - goMs > UNDO_WINDOW_MS;
  }

  go(productId: ProductId): Result<{ pushId: PushId }> {
    const goMs = this.#room.ports.clock.monotonicNow();
    const show = this.#room.show();
    if (this.#armed === null || show === null) return fail('nothing_armed', {});
    if (this.#armed.productId !== productId) return fail('armed_product_changed', { productId });
    const item = this.#catalogue.byId(productId);
    if (item === undefined) return fail('unknown_product', { productId });
    const { db, ports } = this.#room;
    const goTs = this.#room.showNow();
    const before = this.#onShelf();
    if (before !== undefined) setPushState(db, before.id, 'replaced', goTs);
    const card = this.#cues.cardFor(productId);
    const sent = card === undefined ? null : this.#cues.send(card.kind, card.text);
    const cueId = sent !== null && sent.ok ? sent.value.cueId : null;
    const push = { showId: show.id, productId, linkNumber: item.linkNumber, cueId, goTs };
    const id = PushId.parse(insertPush(db, { ...push, goWallTs: ports.clock.wallNow() }));
    const seq = this.#room.writeFact({
      kind: 'shelf.pushed',
      pushId: id,
      productId,
      linkNumber: item.linkNumber,
      cueId,
    });
    setPushSeq(db, id, seq);
    for (const { target, isConnected } of this.#targetsOf(item)) {
      const state = isConnected ? 'waiting' : 'none';
      putTarget(db, id, { target, state, reason: null, delayMs: null });
    }
    this.#goAtMs.set(id, goMs);
    this.#setArmed(null);
    this.#readPushes();
    // What the desk does itself is confirmed when it is on disk, that is after this commit.
    ports.clock.after(0, () => this.#answerTargets(id, ['shelf', 'cue'], 'ok'));
    ports.clock.after(TARGET_TIMEOUT_MS, () =>
      this.#answerTargets(id, ['anchor', 'overlay'], 'failed'),
    );
    return ok({ pushId: id });
  }

  /** Puts back what was on the shelf before, for every target; the linked cue is taken back too. */
  undo(pushId: PushId): Result<Record<string, never>> {
    const last = this.#pushes.at(-1);
    if (last === undefined || last.id !== pushId) return fail('nothing_to_undo', {});
    if (last.state === 'undone') return fail('nothing_to_undo', {});
    if (this.#isTooLate(last)) return fail('undo_too_late', {});
    const { db } = this.#room;
    setPushState(db, last.id, 'undone', this.#room.showNow());
    const before = this.#pushes.findLast(
      (push) => push.id < last.id && push.state === 'replaced' && push.endTs === last.goTs,
    );
    if (before !== undefined) setPushState(db, before.id, 'on_shelf', null);
    if (last.cueId !== null) this.#cues.answer(last.cueId, 'withdrawn', null);
    this.#room.writeFact({
      kind: 'shelf.undone',
      pushId: last.id,
      productId: last.productId,
      restoredPushId: before?.id ?? null,
    });
    this.#readPushes();
    return ok({});
  }

  takeDown(): Result<Record<string, never>> {
    const current = this.#onShelf();
    if (current === undefined) return fail('nothing_to_undo', {});
    setPushState(this.#room.db, current.id, 'taken_down', this.#room.showNow());
    const { id: pushId, productId } = current;
    this.#room.writeFact({ kind: 'shelf.taken_down', pushId, productId });
    this.#readPushes();
    return ok({});
  }

  /** A screen shows the push. */
  confirm(pushId: PushId, target: PushTarget): Result<Record<string, never>> {
    this.#answerTargets(pushId, [target], 'ok');
    return ok({});
  }

  /** The show ended: nothing stays on the shelf. */
  endShow(): void {
    const current = this.#onShelf();
    if (current !== undefined) {
      setPushState(this.#room.db, current.id, current.state, this.#room.showNow());
    }
    this.#setArmed(null);
    this.#readPushes();
  }

  /** Committed events that change the shelf's figures. */
  count(event: RoomEvent): void {
    if (event.kind !== 'order' || event.status !== 'paid' || event.productId === null) return;
    const { productId: code, qty: units, money } = event;
    const paid = { currency: money?.currency ?? null, paidMinor: money?.amountMinor ?? 0 };
    this.#sales.set(code, addSales(this.#sales.get(code), { orders: 1, units, ...paid }));
    this.#room.changed('shelf');
  }

  #targetsOf(item: StoredItem): Armed['preview'] {
    return [
      { target: 'shelf', isConnected: true },
      { target: 'anchor', isConnected: this.#room.connectedCount('anchor') > 0 },
      { target: 'overlay', isConnected: this.#room.connectedCount('overlay') > 0 },
      { target: 'cue', isConnected: this.#cues.cardFor(item.productId) !== undefined },
    ];
  }

  /** Only targets that wait (or failed to answer in time) take an answer; a late `ok` mends `failed`. */
  #answerTargets(pushId: number, targets: readonly PushTarget[], state: 'ok' | 'failed'): void {
    const push = this.#pushes.find((candidate) => candidate.id === pushId);
    const goMs = this.#goAtMs.get(pushId);
    if (push === undefined || push.state === 'undone' || goMs === undefined) return;
    const delayMs = Math.round(this.#room.ports.clock.monotonicNow() - goMs);
    const answers = push.targets
      .filter((answer) => targets.includes(answer.target))
      .filter(
        (answer) => answer.state === 'waiting' || (state === 'ok' && answer.state === 'failed'),
      )
      .map(({ target }): TargetAnswer =>
        state === 'ok'
          ? { target, state, reason: null, delayMs }
          : { target, state, reason: 'no_answer', delayMs: null },
      );
    if (answers.length === 0) return;
    this.#room.commit(() => {
      for (const answer of answers) putTarget(this.#room.db, pushId, answer);
      this.#readPushes();
    });
  }

  #onShelf(): StoredPush | undefined {
    return this.#pushes.findLast((push) => push.state === 'on_shelf' && push.endTs === null);
  }

  #readPushes(): void {
    const show = this.#room.show();
    this.#pushes = show === null ? [] : pushesOf(this.#room.db, show.id, UNDO_WINDOW_MS);
    this.#room.changed('shelf');
  }

  #setArmed(armed: Armed | null): void {
    this.#cancelArmTimer?.();
    this.#cancelArmTimer = null;
    this.#armed = armed;
    if (armed !== null) {
      this.#cancelArmTimer = this.#room.ports.clock.after(ARM_TIMEOUT_MS, () => {
        this.#setArmed(null);
      });
    }
    this.#room.changed('shelf');
  }
}

function withoutEnd(push: StoredPush | undefined): Push | null {
  if (push === undefined) return null;
  const { endTs: _endTs, ...rest } = push;
  return rest;
}
