import type { ImprovementRow } from './improvements.queries.ts';

/** Changes that can be taken back one after the other. */
const STEPS_MAX = 50;

export type ImprovementStep = {
  readonly changeId: number;
  readonly id: number;
  /** As it was; null where it was not there. */
  readonly before: ImprovementRow | null;
  readonly after: ImprovementRow;
};

/** Changes of a room's improvement items, the last one first to be taken back; in memory alone. */
export class ImprovementHistory {
  #steps: readonly ImprovementStep[] = [];
  #serial = 0;

  /** Returns what the change is called. */
  add(before: ImprovementRow | null, after: ImprovementRow): number {
    this.#serial += 1;
    const step = { changeId: this.#serial, id: after.id, before, after };
    this.#steps = [...this.#steps, step].slice(-STEPS_MAX);
    return step.changeId;
  }

  /** Null where it was not the last change. */
  last(changeId: number): ImprovementStep | null {
    const step = this.#steps.at(-1);
    return step?.changeId === changeId ? step : null;
  }

  dropLast(): void {
    this.#steps = this.#steps.slice(0, -1);
  }
}
