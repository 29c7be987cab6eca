import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import type { ScreenId, ShowId } from '#shared/model/ids.ts';
import type { Show } from '#shared/model/show.ts';
import {
  NO_TARGETS,
  type HeldTarget,
  type TargetsSlice,
  type TargetValue,
} from '#shared/model/show-target.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';
import { tileOf } from '#shared/rules/metrics/goal.ts';
import { heldTargets, heldTargetSeqs } from '#shared/rules/targets/held-targets.ts';
import { roomOfShow } from '../review/review.queries.ts';
import type { FactBody, RoomContext } from '../room/room-context.ts';
import { showById } from '../room/show.queries.ts';
import { earlierShowsWithTargets, targetFacts } from './targets.queries.ts';

/** So far back is looked for a show whose targets were not all taken back. */
const EARLIER_LOOKED_AT = 20;

type Earlier = {
  readonly showId: ShowId;
  readonly title: string;
  readonly targets: readonly TargetValue[];
};

/** What a show shall come to: facts of the log, of the running show and of any other. */
export class TargetsService {
  readonly #room: RoomContext;
  #slice: TargetsSlice = NO_TARGETS;

  constructor(room: RoomContext) {
    this.#room = room;
  }

  reload(): void {
    const show = this.#room.show();
    this.#slice = show === null ? NO_TARGETS : { targets: [...this.#held(show.id)] };
    this.#room.changed('targets');
  }

  slice(): TargetsSlice {
    return this.#slice;
  }

  /** Inside a commit. */
  set(
    { showId, targets, how }: CommandInput<'targets.set'>,
    screenId: ScreenId | null,
  ): Result<CommandOutput<'targets.set'>> {
    const show = this.#showOf(showId);
    if (show === null) return fail('unknown_show', { showId });
    return ok({ seq: this.#write(show, { targets, how, fromShowId: null, screenId }) });
  }

  /** Inside a commit. */
  carry(
    { showId }: CommandInput<'targets.carry'>,
    screenId: ScreenId | null,
  ): Result<CommandOutput<'targets.carry'>> {
    const show = this.#showOf(showId);
    if (show === null) return fail('unknown_show', { showId });
    const earlier = this.#earlier(show);
    if (earlier === null) return fail('no_earlier_targets', {});
    const seq = this.#carry(show, earlier, screenId);
    return ok({ seq, count: earlier.targets.length });
  }

  /** Inside a commit: a replay is measured by what its show was. */
  copy(fromShowId: ShowId, toShowId: ShowId): void {
    const show = this.#showOf(toShowId);
    if (show === null) return;
    const targets = carried(this.#held(fromShowId), show.currency);
    if (targets.length === 0) return;
    this.#carry(show, { showId: fromShowId, title: '', targets }, null);
  }

  /** Inside a commit. */
  withdraw({ showId, setSeq }: CommandInput<'targets.withdraw'>): Result<Record<string, never>> {
    const show = this.#showOf(showId);
    if (show === null) return fail('unknown_show', { showId });
    if (!heldTargetSeqs(this.#facts(showId)).includes(setSeq)) return fail('unknown_targets', {});
    this.#fact(show, { kind: 'targets.withdrawn', setSeq });
    return ok({});
  }

  get({ showId }: CommandInput<'targets.get'>): Result<CommandOutput<'targets.get'>> {
    const show = this.#showOf(showId);
    if (show === null) return fail('unknown_show', { showId });
    const facts = this.#facts(showId);
    const earlier = this.#earlier(show);
    return ok({
      targets: [...heldTargets(facts)],
      currency: show.currency,
      lastSeq: heldTargetSeqs(facts).at(-1) ?? null,
      earlier:
        earlier === null
          ? null
          : { showId: earlier.showId, title: earlier.title, count: earlier.targets.length },
    });
  }

  #carry(show: Show, { showId, targets }: Earlier, screenId: ScreenId | null): number {
    return this.#write(show, {
      targets: [...targets],
      how: 'carried',
      fromShowId: showId,
      screenId,
    });
  }

  #write(
    show: Show,
    body: Omit<Extract<FactBody, { kind: 'targets.set' }>, 'kind' | 'currency'>,
  ): number {
    return this.#fact(show, { kind: 'targets.set', currency: show.currency, ...body });
  }

  #fact(show: Show, body: FactBody): number {
    const ts = show.endedTs ?? this.#room.showNow();
    const seq = this.#room.writeFactOf(show.id, body, ts);
    if (this.#room.show()?.id === show.id) this.reload();
    return seq;
  }

  /** The last show before this one with targets that can be carried. */
  #earlier(show: Show): Earlier | null {
    const { db, roomId } = this.#room;
    for (const { id, title } of earlierShowsWithTargets(db, roomId, show, EARLIER_LOOKED_AT)) {
      const targets = carried(this.#held(id), show.currency);
      if (targets.length > 0) return { showId: id, title, targets };
    }
    return null;
  }

  #held(showId: ShowId): readonly HeldTarget[] {
    return heldTargets(this.#facts(showId));
  }

  #facts(showId: ShowId) {
    return targetFacts(this.#room.db, this.#room.roomId, showId);
  }

  #showOf(showId: ShowId): Show | null {
    const { db, roomId } = this.#room;
    if (roomOfShow(db, showId) !== roomId) return null;
    return showById(db, showId)?.show ?? null;
  }
}

/** Money of one currency says nothing in another. */
function carried(held: readonly HeldTarget[], currency: string): readonly TargetValue[] {
  return held
    .filter((each) => METRICS[tileOf(each.name)].unit !== 'money' || each.currency === currency)
    .map(({ name, value }) => ({ name, value }));
}
