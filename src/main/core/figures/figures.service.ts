import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ScreenId, ShowId } from '#shared/model/ids.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';
import type { Show } from '#shared/model/show.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { onAirMs } from '#shared/rules/show-state.ts';
import { canOf } from '../feeds/registry.ts';
import { roomOfShow } from '../review/review.queries.ts';
import { restoreFigures } from '../room/restore-metrics.ts';
import type { FactBody, RoomContext } from '../room/room-context.ts';
import { enteredFacts } from '../room/room.queries.ts';
import { showById } from '../room/show.queries.ts';
import { pushesOf } from '../shelf/shelf.queries.ts';
import { pushDelay } from '../shelf/shelf.rules.ts';
import { isSourceOfRoom, sourcesOfPastShow } from './figures.queries.ts';

const CANNOT: SourceCan = {
  viewers: false,
  joins: false,
  follows: false,
  orders: false,
  gifts: false,
  chat: false,
};

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
    const metrics = live ?? this.#past(show);
    return ok({ metrics, currency: show.currency, lastSeq: this.#held(showId).at(-1) ?? null });
  }

  #past(show: Show): LiveMetrics {
    const { db, roomId } = this.#room;
    const nowTs = show.endedTs ?? this.#room.showNow();
    return restoreFigures(db, roomId, show.id, nowTs).read({
      nowTs,
      seq: 0,
      sources: sourcesOfPastShow(db, show.id).map(({ id, platform, connector }) => ({
        id,
        platform,
        link: 'ready',
        linkSinceTs: nowTs,
        stream: 'unknown',
        streamSinceTs: null,
        can: canOf(connector) ?? CANNOT,
      })),
      onAirMs: onAirMs(show, nowTs),
      isOver: true,
      pushDelay: pushDelay(pushesOf(db, show.id, 0)),
      onShelf: null,
    });
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
