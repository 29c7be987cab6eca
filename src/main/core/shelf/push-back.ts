import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { OutletId, PushId } from '#shared/model/ids.ts';
import type { CuesService } from '../cues/cues.service.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { PushCards } from './push-cards.ts';
import type { PushLedger } from './push-ledger.ts';
import { takenDownOutlets } from './push-targets.rules.ts';
import { setPushState, type StoredPush } from './shelf.queries.ts';

export type PushBackDeps = {
  readonly room: RoomContext;
  readonly cues: CuesService;
  readonly ledger: PushLedger;
  readonly cards: PushCards;
};

type Done = Result<Record<string, never>>;

/** What went out is taken back or sent again; at the end every target shows what the desk shows. */
export class PushBack {
  readonly #deps: PushBackDeps;

  constructor(deps: PushBackDeps) {
    this.#deps = deps;
  }

  /** Puts back what was on the shelf before, for every target; the linked cue is taken back too. */
  undo(pushId: PushId): Done {
    const { room, ledger, cues, cards } = this.#deps;
    const pushes = ledger.all();
    const last = pushes.at(-1);
    if (last?.id !== pushId || last.state === 'undone') return fail('nothing_to_undo', {});
    if (ledger.isTooLate(last)) return fail('undo_too_late', {});
    setPushState(room.db, last.id, 'undone', room.showNow());
    const before = pushes.findLast(
      (push) => push.id < last.id && push.state === 'replaced' && push.endTs === last.goTs,
    );
    if (before !== undefined) setPushState(room.db, before.id, 'on_shelf', null);
    if (last.cueId !== null) cues.answer(last.cueId, 'withdrawn', null);
    room.writeFact({
      kind: 'shelf.undone',
      pushId: last.id,
      productId: last.productId,
      restoredPushId: before?.id ?? null,
    });
    ledger.reload();
    const restored = before === undefined ? null : cards.of(before, null);
    const card = cards.of(last, before?.id ?? null);
    ledger.reverse(card, { cause: 'undone', keep: [], restored });
    if (before !== undefined && restored !== null) ledger.again(restored, takenDownOutlets(before));
    return ok({});
  }

  takeDown(): Done {
    const { room, ledger } = this.#deps;
    const current = ledger.onShelf();
    if (current === undefined) return fail('nothing_to_undo', {});
    setPushState(room.db, current.id, 'taken_down', room.showNow());
    const { id: pushId, productId } = current;
    room.writeFact({ kind: 'shelf.taken_down', pushId, productId });
    ledger.reload();
    this.#hide(current);
    return ok({});
  }

  /** The show ended: nothing stays on the shelf. */
  endShow(): void {
    const { room, ledger } = this.#deps;
    const current = ledger.onShelf();
    if (current === undefined) return;
    setPushState(room.db, current.id, current.state, room.showNow());
    this.#hide(current);
  }

  /** What is on once more, to one outlet that shows something else or had failed. */
  pushAgain(pushId: PushId, outletId: OutletId): Done {
    const { ledger, cards } = this.#deps;
    const push = ledger.onShelf();
    const card = push?.id === pushId ? cards.of(push, null) : null;
    const state = push?.targets.find((answer) => answer.outletId === outletId)?.state;
    const isSent = state !== undefined && state !== 'waiting' && state !== 'none';
    if (card === null || !isSent) return fail('nothing_to_push_again', { pushId, outletId });
    ledger.again(card, [outletId]);
    return ok({});
  }

  #hide(push: StoredPush): void {
    const { ledger, cards } = this.#deps;
    ledger.reverse(cards.of(push, null), { cause: 'taken_down', keep: [], restored: null });
  }
}
