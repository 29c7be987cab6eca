import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ScreenId, ShowId } from '#shared/model/ids.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';
import type { Show } from '#shared/model/show.ts';
import { roomOfShow } from '../review/review.queries.ts';
import type { FactBody, RoomContext } from '../room/room-context.ts';
import { enteredFacts } from '../room/room.queries.ts';
import { showById } from '../room/show.queries.ts';
import { isSourceOfRoom } from './figures.queries.ts';
import { pastFigures } from './past-figures.ts';

/** Figures that people enter, of the running show and of those that are over. */
export class FiguresService {
  readonly #room: RoomContext;
  /** Of the show that is chosen: what is live knows more than what is stored. */
  readonly #live: () => LiveMetrics | null;

  constructor(room: RoomContext, live: () => LiveMetrics | null) {
    this.#room = room;
    this.#live = live;
  }

  /** Inside a commit. */
  enter(
    { showId, sourceId, figures, how }: CommandInput<'figures.enter'>,
    screenId: ScreenId | null,
  ): Result<CommandOutput<'figures.enter'>> {
    const show = this.#showOf(showId);
    if (show === null) return fail('unknown_show', { showId });
    const { db, roomId } = this.#room;
    if (sourceId !== null && !isSourceOfRoom(db, roomId, sourceId)) {
      return fail('unknown_source', { sourceId });
    }
    const asOfTs = show.endedTs ?? this.#room.showNow();
    const body: FactBody = {
      kind: 'figures.entered',
      figures,
      sourceId,
      currency: show.currency,
      asOfTs,
      how,
      screenId,
    };
    const seq = this.#room.writeFactOf(showId, body, asOfTs);
    this.#room.changed('metrics');
    return ok({ seq });
  }

  /** Inside a commit. */
  withdraw({
    showId,
    enteredSeq,
  }: CommandInput<'figures.withdraw'>): Result<Record<string, never>> {
    const show = this.#showOf(showId);
    if (show === null) return fail('unknown_show', { showId });
    if (!this.#held(showId).includes(enteredSeq)) return fail('unknown_figures', {});
    const ts = show.endedTs ?? this.#room.showNow();
    this.#room.writeFactOf(showId, { kind: 'figures.withdrawn', enteredSeq }, ts);
    this.#room.changed('metrics');
    return ok({});
  }

  get(showId: ShowId): Result<CommandOutput<'figures.get'>> {
    const show = this.#showOf(showId);
    if (show === null) return fail('unknown_show', { showId });
    const live = this.#room.show()?.id === showId ? this.#live() : null;
    const { db, roomId } = this.#room;
    const metrics = live ?? pastFigures(db, roomId, show, this.#room.showNow(), 'all');
    return ok({ metrics, currency: show.currency, lastSeq: this.#held(showId).at(-1) ?? null });
  }

  /** Seqs of what was entered in a show and not taken back, oldest first. */
  #held(showId: ShowId): readonly number[] {
    const facts = enteredFacts(this.#room.db, this.#room.roomId, showId);
    const withdrawn = new Set(facts.map(withdrawnSeq));
    return facts
      .filter(({ kind, seq }) => kind === 'figures.entered' && !withdrawn.has(seq))
      .map(({ seq }) => seq);
  }

  #showOf(showId: ShowId): Show | null {
    const { db, roomId } = this.#room;
    if (roomOfShow(db, showId) !== roomId) return null;
    return showById(db, showId)?.show ?? null;
  }
}

function withdrawnSeq(fact: RoomEvent): number | null {
  return fact.kind === 'figures.withdrawn' ? fact.enteredSeq : null;
}
