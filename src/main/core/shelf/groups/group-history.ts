import type { GroupChange } from '#shared/model/shelf-group.ts';
import type { StoredItem } from '../shelf.queries.ts';
import type { StoredGroup } from './groups.queries.ts';

/** Steps that can be taken back one after the other. */
const STEPS_MAX = 50;

/** Groups, and every product's place and group: all that a change of groups can change. */
export type Standing = {
  readonly groups: readonly StoredGroup[];
  readonly places: readonly Pick<StoredItem, 'productId' | 'linkNumber' | 'groupId'>[];
  /** The newest push: what was before a GO is not taken back any more. */
  readonly pushId: number;
};

export type Step = {
  readonly change: GroupChange;
  readonly before: Standing;
  /** The standing it left, as text. */
  readonly after: string;
};

/** Changes of the groups of one show, the last one first to be taken back; in memory alone. */
export class GroupHistory {
  #steps: readonly Step[] = [];
  #showId: number | null = null;

  add(showId: number, step: Step): void {
    this.#steps = [...this.#of(showId), step].slice(-STEPS_MAX);
    this.#showId = showId;
  }

  /** The step that can be taken back where shelf and groups stand as it left them; else null. */
  last(showId: number, now: () => Standing): Step | null {
    const step = this.#of(showId).at(-1);
    return step?.after === undefined || step.after !== standingText(now()) ? null : step;
  }

  dropLast(): void {
    this.#steps = this.#steps.slice(0, -1);
  }

  clear(): void {
    this.#steps = [];
  }

  #of(showId: number): readonly Step[] {
    return this.#showId === showId ? this.#steps : [];
  }
}

export function standingText({ groups, places, pushId }: Standing): string {
  const lines = [
    ...groups.map(({ id, name, place }) => `${id} ${place} ${name}`),
    ...places.map(({ productId, linkNumber, groupId }) => `${productId} ${linkNumber} ${groupId}`),
  ];
  return [String(pushId), ...lines].join('\n');
}
