import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { DeskEvent } from '#shared/contract/desk-event.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { CueCardId, CueId, type ScreenId } from '#shared/model/ids.ts';
import type { CueCard, CueKind, SentCue } from '#shared/model/cue.ts';
import type { RoomContext } from '../room/room-context.ts';
import {
  cardsOf,
  freeSlot,
  insertAnswer,
  insertCard,
  insertCue,
  removeCard,
  sentCuesOf,
  setAnswerSeq,
  setCueSeq,
  setCueState,
  updateCard,
} from './cues.queries.ts';

const SENT_SHOWN = 50;

/** The question of the chat that a cue is about. */
export type CueQuestion = NonNullable<Extract<DeskEvent, { kind: 'cue.sent' }>['question']>;

/** The cue deck, what was sent to the anchor, and what came back. */
export class CuesService {
  readonly #room: RoomContext;
  #deck: readonly CueCard[] = [];
  #sent: readonly SentCue[] = [];
  /** Monotonic time of sending; absent for cues of an earlier run, whose delay cannot be known. */
  readonly #sentAtMs = new Map<number, number>();

  constructor(room: RoomContext) {
    this.#room = room;
  }

  reload(): void {
    const show = this.#room.show();
    this.#deck = cardsOf(this.#room.db, this.#room.roomId, this.#ownDeckShowId());
    this.#sent = show === null ? [] : sentCuesOf(this.#room.db, show.id, SENT_SHOWN);
    this.#room.changed('cues');
  }

  slice(): RoomSlices['cues'] {
    return { deck: [...this.#deck], sent: [...this.#sent], current: this.#current() };
  }

  /** The newest cue of the show, for feeds that react to it. */
  last(): { readonly kind: string; readonly sentTs: number } | null {
    const last = this.#sent.at(-1);
    return last === undefined || last.state === 'withdrawn' ? null : last;
  }

  cardFor(productId: number): CueCard | undefined {
    return this.#deck.find((card) => card.productId === productId);
  }

  send(kind: CueKind, text: string, question: CueQuestion | null = null): Result<{ cueId: CueId }> {
    const show = this.#room.show();
    if (show === null || show.state === 'ended') return fail('show_not_running', {});
    const sentTs = this.#room.showNow();
    const cueId = CueId.parse(insertCue(this.#room.db, { showId: show.id, kind, text, sentTs }));
    const seq = this.#room.writeFact({ kind: 'cue.sent', cueId, cueKind: kind, text, question });
    setCueSeq(this.#room.db, cueId, seq);
    this.#sentAtMs.set(cueId, this.#room.ports.clock.monotonicNow());
    this.reload();
    return ok({ cueId });
  }

  /** The first answer of each kind counts; later ones change nothing. */
  answer(
    cueId: CueId,
    answer: 'shown' | 'done' | 'help' | 'withdrawn',
    screenId: ScreenId | null,
  ): Result<Record<string, never>> {
    const cue = this.#sent.find((candidate) => candidate.id === cueId);
    if (cue === undefined) return fail('unknown_cue', { cueId });
    const { db } = this.#room;
    const sentAtMs = this.#sentAtMs.get(cueId);
    const delayMs =
      sentAtMs === undefined ? null : Math.round(this.#room.ports.clock.monotonicNow() - sentAtMs);
    const answeredTs = this.#room.showNow();
    if (!insertAnswer(db, { cueId, answer, screenId, answeredTs, delayMs })) return ok({});
    const seq = this.#room.writeFact({ kind: 'cue.answered', cueId, answer, screenId, delayMs });
    setAnswerSeq(db, cueId, answer, seq);
    const isSettled = cue.state === 'done' || cue.state === 'withdrawn';
    const isLateShown = answer === 'shown' && cue.state !== 'sent';
    if (!isSettled && !isLateShown) setCueState(db, cueId, answer);
    this.reload();
    return ok({});
  }

  putCard(input: CommandInput<'cue.putCard'>): Result<{ cardId: CueCardId }> {
    const { roomId, db } = this.#room;
    const showId = this.#ownDeckShowId();
    const { cardId, ...card } = input;
    if (cardId !== null && !this.#deck.some((held) => held.id === cardId)) {
      return fail('unknown_cue', { cueId: cardId });
    }
    if (card.pinnedSlot !== null) freeSlot(db, roomId, showId, card.pinnedSlot);
    const id = cardId ?? CueCardId.parse(insertCard(db, { roomId, showId, ...card }));
    if (cardId !== null) updateCard(db, cardId, card);
    this.reload();
    return ok({ cardId: id });
  }

  removeCard(cardId: CueCardId): Result<Record<string, never>> {
    if (!this.#deck.some((held) => held.id === cardId))
      return fail('unknown_cue', { cueId: cardId });
    removeCard(this.#room.db, cardId, this.#room.ports.clock.wallNow());
    this.reload();
    return ok({});
  }

  /** Only the newest cue can be before the anchor: until it is done or taken back, or the show ends. */
  #current(): SentCue | null {
    if (this.#room.show()?.state === 'ended') return null;
    const last = this.#sent.at(-1);
    return last === undefined || last.state === 'done' || last.state === 'withdrawn' ? null : last;
  }

  #ownDeckShowId(): number | null {
    const show = this.#room.show();
    return show?.origin === 'demo' ? show.id : null;
  }
}
