import type { BlockPlan, LoopedGroup, PlanTerms } from '#shared/model/run-of-show.ts';

/** Steps that can be taken back one after the other. */
const STEPS_MAX = 100;

/** All that a change of the plan can change. */
export type PlanStanding = {
  /** In order. */
  readonly blocks: readonly { readonly id: number; readonly plan: BlockPlan }[];
  readonly loops: readonly LoopedGroup[];
  readonly terms: PlanTerms;
};

/** Changes of the plan of one show, of whatever desk; in memory alone. */
export class PlanHistory {
  #showId: number | null = null;
  #back: readonly PlanStanding[] = [];
  #forth: readonly PlanStanding[] = [];

  /** A new step; what had been taken back is not done again after it. */
  add(showId: number, before: PlanStanding): void {
    this.#back = [...this.#of(showId, this.#back), before].slice(-STEPS_MAX);
    this.#forth = [];
    this.#showId = showId;
  }

  lastBack(showId: number): PlanStanding | null {
    return this.#of(showId, this.#back).at(-1) ?? null;
  }

  lastForth(showId: number): PlanStanding | null {
    return this.#of(showId, this.#forth).at(-1) ?? null;
  }

  wentBack(from: PlanStanding): void {
    this.#back = this.#back.slice(0, -1);
    this.#forth = [...this.#forth, from];
  }

  wentForth(from: PlanStanding): void {
    this.#forth = this.#forth.slice(0, -1);
    this.#back = [...this.#back, from];
  }

  /** A block that came back could not have its old id. */
  renamed(oldId: number, newId: number): void {
    const rename = (standing: PlanStanding): PlanStanding => ({
      ...standing,
      blocks: standing.blocks.map((block) =>
        block.id === oldId ? { ...block, id: newId } : block,
      ),
    });
    this.#back = this.#back.map(rename);
    this.#forth = this.#forth.map(rename);
  }

  #of(showId: number, steps: readonly PlanStanding[]): readonly PlanStanding[] {
    return this.#showId === showId ? steps : [];
  }
}
