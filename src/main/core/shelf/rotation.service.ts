import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { ProductId } from '#shared/model/ids.ts';
import type { Rotation, RotationPlan } from '#shared/model/rotation.ts';
import type { Block } from '#shared/model/run-of-show.ts';
import { rotationOrder } from '#shared/rules/rotation.ts';
import type { RoomContext } from '../room/room-context.ts';

/** Blocks in which nobody wants a product of its own accord. */
const FORBIDDING: ReadonlySet<Block['role']> = new Set(['giveaway', 'questions', 'close']);

type Done = Result<Record<string, never>>;

/** What a rotation asks of the shelf it works. */
export type RotationDesk = {
  /** Why the product cannot be pushed now; null when it can. */
  stoppedBy(productId: number): string | null;
  /** Something is armed: the operator is about to push. */
  isArmed(): boolean;
  /** Inside a commit. */
  push(productId: ProductId): Result<unknown>;
  currentBlock(): Block | null;
  /** Products of a group in the order of their link numbers; null: this shelf has no such group. */
  productsOf(groupId: number): readonly number[] | null;
};

/** Pushes a list one after the other while the operator does nothing of the kind themselves. */
export class RotationService {
  readonly #room: RoomContext;
  readonly #desk: RotationDesk;
  #plan: RotationPlan | null = null;
  #order: readonly number[] = [];
  #done = 0;
  #isPaused = false;
  #showId: number | null = null;
  #skipped: Rotation['skipped'] = [];
  /** Monotonic; when the next push is due. */
  #dueMs = 0;

  constructor(room: RoomContext, desk: RotationDesk) {
    this.#room = room;
    this.#desk = desk;
  }

  #stop(): void {
    if (this.#plan === null) return;
    this.#plan = null;
    this.#room.changed('shelf');
  }

  slice(): Rotation | null {
    const plan = this.#plan;
    const next = this.#order[this.#done];
    if (plan === null || next === undefined || !this.#isOfThisShow()) return null;
    const { clock } = this.#room.ports;
    const holds = this.#holds();
    return {
      state: this.#isPaused ? 'paused' : holds === null ? 'running' : 'held',
      heldBy: this.#isPaused ? null : holds,
      nextProductId: ProductId.parse(next),
      nextTs:
        this.#isPaused || holds !== null
          ? null
          : Math.round(clock.wallNow() + Math.max(0, this.#dueMs - clock.monotonicNow())),
      left: this.#order.length - this.#done,
      everyMs: plan.everyMs,
      groupId: plan.groupId,
      skipped: [...this.#skipped],
    };
  }

  /** Refused: show_wrong_state, unknown_group, group_empty, bad_request for an empty list. */
  start(plan: RotationPlan): Done {
    const show = this.#room.show();
    if (show?.state !== 'on_air') {
      return fail('show_wrong_state', { state: show?.state ?? 'none', action: 'rotate' });
    }
    const order = this.#listOf(plan);
    if (order === null) return fail('unknown_group', {});
    if (order.length === 0) {
      return plan.groupId === null
        ? fail('bad_request', { what: 'items' })
        : fail('group_empty', {});
    }
    this.#showId = show.id;
    this.#plan = plan;
    this.#order = order;
    this.#done = 0;
    this.#isPaused = false;
    this.#skipped = [];
    this.#dueMs = this.#room.ports.clock.monotonicNow();
    this.tick();
    this.#room.changed('shelf');
    return ok({});
  }

  /** Refused: nothing_to_rotate. */
  pause(isPaused: boolean): Done {
    if (this.#plan === null) return fail('nothing_to_rotate', {});
    this.#isPaused = isPaused;
    if (!isPaused) this.#wait(this.#plan.everyMs);
    this.#room.changed('shelf');
    return ok({});
  }

  end(): Done {
    if (this.#plan === null) return fail('nothing_to_rotate', {});
    this.#stop();
    return ok({});
  }

  /** The operator pushed, undid or took down: the rotation is theirs to go on with. */
  manual(): void {
    if (this.#plan === null || this.#isPaused) return;
    this.#isPaused = true;
    this.#room.changed('shelf');
  }

  /** Outside a commit; what is due is pushed in one of its own. */
  tick(): void {
    const plan = this.#plan;
    if (plan === null || this.#isPaused) return;
    if (!this.#isOfThisShow()) return this.#stop();
    if (this.#room.ports.clock.monotonicNow() < this.#dueMs || this.#holds() !== null) return;
    this.#pushNext(plan);
  }

  /** Nothing goes on by itself when the show is over or another one has begun. */
  #isOfThisShow(): boolean {
    const show = this.#room.show();
    return show?.id === this.#showId && show?.state !== 'ended';
  }

  #pushNext(plan: RotationPlan): void {
    // One that is sold out meanwhile is left out, and the next one takes its turn.
    for (let next = this.#order[this.#done]; next !== undefined; next = this.#order[this.#done]) {
      const productId = ProductId.parse(next);
      const reason = this.#desk.stoppedBy(productId);
      if (reason === null) {
        const pushed = this.#room.commit(() => this.#desk.push(productId));
        // The store could not take it: the same one is tried with the next tick.
        if (pushed === null) return;
        this.#advance(plan);
        this.#wait(plan.everyMs);
        return;
      }
      this.#skipped = [...this.#skipped, { productId, reason }].slice(-20);
      this.#advance(plan);
      if (plan.isEndless && this.#done === 0) break;
    }
    if (this.#plan !== null) this.#wait(plan.everyMs);
  }

  #advance(plan: RotationPlan): void {
    this.#done += 1;
    if (this.#done < this.#order.length) return;
    // A group is taken as it is by now; one that is gone or empty leaves nothing to go on with.
    const order = plan.isEndless ? (this.#listOf(plan) ?? []) : [];
    if (order.length === 0) return this.#stop();
    this.#order = order;
    this.#done = 0;
    this.#room.changed('shelf');
  }

  /** Null: its group is not on this shelf. */
  #listOf({ items, groupId }: RotationPlan): readonly number[] | null {
    return groupId === null ? rotationOrder(items) : this.#desk.productsOf(groupId);
  }

  #wait(forMs: number): void {
    this.#dueMs = this.#room.ports.clock.monotonicNow() + forMs;
    this.#room.changed('shelf');
  }

  #holds(): Rotation['heldBy'] {
    if (this.#desk.isArmed()) return 'armed';
    if (this.#room.show()?.state === 'paused') return 'show';
    const block = this.#desk.currentBlock();
    if (block === null) return null;
    return FORBIDDING.has(block.role) ? 'block' : null;
  }
}
