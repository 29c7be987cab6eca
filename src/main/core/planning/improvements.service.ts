import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import { ShowId } from '#shared/model/ids.ts';
import { ImprovementId, OPEN_IMPROVEMENTS_MAX } from '#shared/model/improvement.ts';
import type { ProvingValue } from '#shared/model/proving-metric.ts';
import type { RoomContext } from '../room/room-context.ts';
import { productById } from '../shelf/catalogue/product.queries.ts';
import { ImprovementHistory } from './improvement-history.ts';
import {
  deleteImprovement,
  improvementOfFinding,
  improvementRow,
  insertImprovement,
  openImprovements,
  writeImprovement,
  type ImprovementRow,
} from './improvements.queries.ts';

type Put = CommandInput<'improvement.put'>;
type Changed = Result<CommandOutput<'improvement.put'>>;

/** What reviews of the room asked to be done otherwise, and every change of it. */
export class ImprovementsService {
  readonly #room: RoomContext;
  readonly #changed: (showId: ShowId) => void;
  readonly #history = new ImprovementHistory();

  constructor(room: RoomContext, changed: (showId: ShowId) => void) {
    this.#room = room;
    this.#changed = changed;
  }

  /** Inside a commit. `baseline`: of the proving figure in the item's show; null where it names none. */
  put(input: Put, baseline: ProvingValue | null): Changed {
    const { db, roomId } = this.#room;
    const productId = input.proving?.productId ?? null;
    if (productId !== null && productById(db, roomId, productId) === undefined)
      return fail('unknown_product', { productId });
    const heldId = input.id ?? this.#idOfFinding(input);
    const held = heldId === null ? null : improvementRow(db, roomId, heldId);
    if (heldId !== null && held === null) return fail('unknown_item', {});
    // The same finding from a second desk: what the first one wrote stays.
    if (held !== null && input.id === null && held.state !== 'dropped')
      return ok({ id: ImprovementId.parse(held.id), changeId: this.#history.add(held, held) });
    if (held?.state !== 'open') {
      const full = this.#full();
      if (full !== null) return full;
    }
    const state = input.id === null ? 'open' : (held?.state ?? 'open');
    const now = this.#room.ports.clock.wallNow();
    const row = {
      ...fieldsOf(input, baseline),
      showId: held?.showId ?? input.showId,
      findingId: held === null ? input.findingId : held.findingId,
      state,
      createdTs: held?.createdTs ?? now,
      changedTs: now,
    };
    return held === null ? this.#insert(row) : this.#write(held, { ...row, id: held.id });
  }

  /** Inside a commit. */
  setState({ id, state }: CommandInput<'improvement.setState'>): Changed {
    const held = improvementRow(this.#room.db, this.#room.roomId, id);
    if (held === null) return fail('unknown_item', {});
    if (state === 'open' && held.state !== 'open') {
      const full = this.#full();
      if (full !== null) return full;
    }
    return this.#write(held, { ...held, state, changedTs: this.#room.ports.clock.wallNow() });
  }

  /** Inside a commit. */
  undo(changeId: number): Result<Record<string, never>> {
    const { db, roomId } = this.#room;
    const step = this.#history.last(changeId);
    if (step === null) return fail('nothing_to_undo', {});
    const now = improvementRow(db, roomId, step.id);
    // Another desk changed it since, or the store was put back.
    if (JSON.stringify(now) !== JSON.stringify(step.after)) return fail('nothing_to_undo', {});
    if (step.before === null) deleteImprovement(db, step.id);
    else writeImprovement(db, step.before);
    this.#history.dropLast();
    this.#changed(ShowId.parse(step.after.showId));
    return ok({});
  }

  #idOfFinding({ showId, findingId }: Put): number | null {
    return findingId === null ? null : improvementOfFinding(this.#room.db, showId, findingId);
  }

  #full() {
    const given = openImprovements(this.#room.db, this.#room.roomId) + 1;
    if (given <= OPEN_IMPROVEMENTS_MAX) return null;
    return fail('too_many', { what: 'improvements', max: OPEN_IMPROVEMENTS_MAX, given });
  }

  #insert(row: Omit<ImprovementRow, 'id'>): Changed {
    const id = insertImprovement(this.#room.db, this.#room.roomId, row);
    return this.#told(id, null);
  }

  #write(before: ImprovementRow, row: ImprovementRow): Changed {
    writeImprovement(this.#room.db, row);
    return this.#told(row.id, before);
  }

  #told(id: number, before: ImprovementRow | null): Changed {
    const after = improvementRow(this.#room.db, this.#room.roomId, id);
    if (after === null) throw new Error('an improvement item was written and is not there');
    this.#changed(ShowId.parse(after.showId));
    return ok({ id: ImprovementId.parse(id), changeId: this.#history.add(before, after) });
  }
}

function fieldsOf(input: Put, baseline: ProvingValue | null) {
  const { problem, evidence, cause, scheme, owner, dueTs, proving } = input;
  const known = baseline?.known === true ? baseline : null;
  return {
    problem,
    evidence,
    cause,
    scheme,
    owner,
    dueTs,
    metric: proving?.metric ?? null,
    productId: proving?.productId ?? null,
    cardId: proving?.cardId ?? null,
    direction: proving?.direction ?? 'up',
    goal: proving?.goal ?? null,
    baseline: known?.value ?? null,
    baselineError: known?.error ?? null,
    currency: known?.currency ?? null,
  };
}
