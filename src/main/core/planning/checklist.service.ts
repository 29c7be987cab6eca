import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import { CHECKLIST_MAX, ChecklistItemId } from '#shared/model/checklist.ts';
import type { ScreenId } from '#shared/model/ids.ts';
import type { RoomContext } from '../room/room-context.ts';
import {
  carriableItems,
  deleteItem,
  insertItem,
  itemsOf,
  overruledFacts,
  updateItem,
} from './checklist.queries.ts';

/** What is gone through before a show: own items, what was left open or asked for last time, what was overruled. */
export class ChecklistService {
  readonly #room: RoomContext;
  readonly #changed: () => void;

  constructor(room: RoomContext, changed: () => void) {
    this.#room = room;
    this.#changed = changed;
  }

  get(): Result<CommandOutput<'checklist.get'>> {
    const show = this.#room.show();
    if (show === null) return fail('show_not_running', {});
    const { db, roomId } = this.#room;
    const overruled = overruledFacts(db, roomId, show.id).flatMap((fact) =>
      fact.kind === 'checks.overruled'
        ? [{ checks: fact.checks, reason: fact.reason, ts: fact.eventTs }]
        : [],
    );
    return ok({
      items: [...itemsOf(db, show.id)],
      carriable: carriableItems(db, roomId, show.id).length,
      overruled: overruled.toReversed(),
    });
  }

  /** Inside a commit. */
  put({ id, text, state }: CommandInput<'checklist.put'>): Result<CommandOutput<'checklist.put'>> {
    const show = this.#room.show();
    if (show === null) return fail('show_not_running', {});
    const { db } = this.#room;
    if (id !== null) {
      if (!updateItem(db, show.id, { id, text, state })) return fail('unknown_item', {});
      this.#changed();
      return ok({ id });
    }
    const count = itemsOf(db, show.id).length + 1;
    if (count > CHECKLIST_MAX)
      return fail('too_many', { what: 'checklist', max: CHECKLIST_MAX, given: count });
    const newId = insertItem(db, show.id, {
      text,
      state,
      origin: 'own',
      carriedFrom: null,
      improvementId: null,
    });
    this.#changed();
    return ok({ id: ChecklistItemId.parse(newId) });
  }

  /** Inside a commit. */
  remove({ ids }: CommandInput<'checklist.remove'>): Result<Record<string, never>> {
    const show = this.#room.show();
    if (show === null) return fail('show_not_running', {});
    for (const id of ids) deleteItem(this.#room.db, show.id, id);
    this.#changed();
    return ok({});
  }

  /** Inside a commit. */
  carry(): Result<CommandOutput<'checklist.carry'>> {
    const show = this.#room.show();
    if (show === null) return fail('show_not_running', {});
    const { db, roomId } = this.#room;
    const room = CHECKLIST_MAX - itemsOf(db, show.id).length;
    const carried = carriableItems(db, roomId, show.id).slice(0, room);
    if (carried.length === 0) return fail('nothing_to_carry', {});
    const ids = carried.map((item) =>
      insertItem(db, show.id, {
        ...item,
        state: 'open',
        origin: item.improvementId === null ? 'carried' : 'review',
      }),
    );
    this.#changed();
    return ok({ ids: ids.map((id) => ChecklistItemId.parse(id)) });
  }

  /** Inside a commit. */
  overrule(
    { checks, reason }: CommandInput<'checks.overrule'>,
    screenId: ScreenId | null,
  ): Result<Record<string, never>> {
    if (this.#room.show() === null) return fail('show_not_running', {});
    this.#room.writeFact({ kind: 'checks.overruled', checks, reason, screenId });
    this.#changed();
    return ok({});
  }
}
