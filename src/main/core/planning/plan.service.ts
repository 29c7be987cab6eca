import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import { BlockId } from '#shared/model/ids.ts';
import type { BlockPlan } from '#shared/model/run-of-show.ts';
import type { Show } from '#shared/model/show.ts';
import type { RoomContext } from '../room/room-context.ts';
import { productById } from '../shelf/catalogue/product.queries.ts';
import { blocksOf, type StoredBlock } from './blocks.queries.ts';
import { editPlan } from './plan-edits.rules.ts';
import { PlanHistory, type PlanStanding } from './plan-history.ts';
import { loopsOf, putLoop, putTerms, termsOf } from './plan-terms.queries.ts';
import { deleteBlock, insertBlock, movePlan, updateBlock } from './plan.queries.ts';

type Revised = Result<{ revision: number }>;

/** What is planned of the current show: every change is one step that can be taken back. */
export class PlanService {
  readonly #room: RoomContext;
  readonly #revision: () => number;
  /** Reads the plan anew and tells the screens; returns the new revision. */
  readonly #changed: () => number;
  readonly #history = new PlanHistory();

  constructor(room: RoomContext, revision: () => number, changed: () => number) {
    this.#room = room;
    this.#revision = revision;
    this.#changed = changed;
  }

  get(): Result<CommandOutput<'plan.get'>> {
    const show = this.#room.show();
    if (show === null) return fail('show_not_running', {});
    const { db } = this.#room;
    return ok({
      blocks: [...blocksOf(db, show.id)],
      loops: [...loopsOf(db, show.id)],
      terms: termsOf(db, show.id),
      canUndo: this.#history.lastBack(show.id) !== null,
      canRedo: this.#history.lastForth(show.id) !== null,
      revision: this.#revision(),
    });
  }

  /** Inside a commit. */
  edit({ edits }: CommandInput<'plan.edit'>): Result<CommandOutput<'plan.edit'>> {
    const show = this.#editable();
    if (!show.ok) return show;
    const { id } = show.value;
    const before = this.#standing(id);
    const after = editPlan(before, edits, this.#onAir(id));
    if (!after.ok) return after;
    const ids = this.#put(show.value, after.value);
    if (!ids.ok) return ids;
    this.#history.add(id, before);
    const insertedIds = [...ids.value]
      .filter(([from]) => from < 0)
      .map(([, to]) => BlockId.parse(to));
    return ok({ insertedIds, revision: this.#changed() });
  }

  /** Inside a commit. */
  undo(): Revised {
    return this.#step(
      (showId) => this.#history.lastBack(showId),
      (from) => this.#history.wentBack(from),
    );
  }

  /** Inside a commit. */
  redo(): Revised {
    return this.#step(
      (showId) => this.#history.lastForth(showId),
      (from) => this.#history.wentForth(from),
    );
  }

  #step(
    target: (showId: number) => PlanStanding | null,
    went: (from: PlanStanding) => void,
  ): Revised {
    const show = this.#editable();
    if (!show.ok) return show;
    const to = target(show.value.id);
    if (to === null) return fail('nothing_to_undo', {});
    const from = this.#standing(show.value.id);
    const put = this.#put(show.value, to);
    if (!put.ok) return put;
    went(from);
    for (const [oldId, newId] of put.value) this.#history.renamed(oldId, newId);
    return ok({ revision: this.#changed() });
  }

  #editable(): Result<Show> {
    const show = this.#room.show();
    if (show === null) return fail('show_not_running', {});
    const { state } = show;
    return state === 'ended' ? fail('show_wrong_state', { state, action: 'plan.edit' }) : ok(show);
  }

  #standing(showId: number): PlanStanding {
    const { db } = this.#room;
    return {
      blocks: blocksOf(db, showId).map((block) => ({ id: block.id, plan: planOf(block) })),
      loops: loopsOf(db, showId),
      terms: termsOf(db, showId),
    };
  }

  #onAir(showId: number): ReadonlySet<number> {
    const blocks = blocksOf(this.#room.db, showId);
    return new Set(blocks.filter(({ startedTs }) => startedTs !== null).map(({ id }) => id));
  }

  /** Makes the store this plan; looks first and writes then. Returns which ids became which. */
  #put(show: Show, to: PlanStanding): Result<ReadonlyMap<number, number>> {
    const { db, roomId } = this.#room;
    const kept = new Set(to.blocks.map(({ id }) => id));
    const held = blocksOf(db, show.id);
    const gone = held.filter(({ id }) => !kept.has(id));
    const stays = gone.find(({ startedTs }) => startedTs !== null);
    if (stays !== undefined) return fail('block_on_air', { title: stays.title });
    for (const productId of new Set(to.blocks.flatMap(({ plan }) => plan.productIds))) {
      if (productById(db, roomId, productId) === undefined) {
        return fail('unknown_product', { productId });
      }
    }
    for (const { id } of gone) deleteBlock(db, id);
    const old = new Set<number>(held.map(({ id }) => id));
    movePlan(db, show.id);
    const renamed = new Map<number, number>();
    for (const [index, { id, plan }] of to.blocks.entries()) {
      if (old.has(id)) updateBlock(db, id, index + 1, plan);
      else {
        const newId = insertBlock(db, { showId: show.id, position: index + 1, id, block: plan });
        if (newId !== id) renamed.set(id, newId);
      }
    }
    this.#putLoops(show.id, to);
    putTerms(db, show.id, to.terms);
    return ok(renamed);
  }

  #putLoops(showId: number, { loops }: PlanStanding): void {
    const { db } = this.#room;
    for (const { name } of loopsOf(db, showId)) putLoop(db, showId, name, null);
    for (const { name, loop } of loops) putLoop(db, showId, name, loop);
  }
}

function planOf(block: StoredBlock): BlockPlan {
  const { role, title, plannedMs, productIds, owner, script } = block;
  const { node, giveaway, fallback, rule, group } = block;
  const said = { owner, script, node, giveaway, fallback };
  return { role, title, plannedMs, productIds, ...said, rule, group };
}
