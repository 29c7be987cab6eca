import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { CueId, ScreenId } from '#shared/model/ids.ts';
import { SLIPS_MAX, type Slip, type SlipsSlice } from '#shared/model/slip.ts';
import { outgoingText } from '#shared/rules/chat-acts/outgoing-text.ts';
import { foldSlip, foldSlips } from '#shared/rules/slips/fold-slips.ts';
import type { CuesService } from '../cues/cues.service.ts';
import type { RoomContext } from '../room/room-context.ts';
import { slipFactsOf } from './slips.queries.ts';

type Done = Result<Record<string, never>>;

/** What the anchor said in the current show and should not have (口误); kept in the log alone. */
export class SlipsService {
  readonly #room: RoomContext;
  readonly #cues: CuesService;
  #slips: readonly Slip[] = [];

  constructor(room: RoomContext, cues: CuesService) {
    this.#room = room;
    this.#cues = cues;
  }

  reload(): void {
    const { db, roomId } = this.#room;
    const show = this.#room.show();
    this.#take(show === null ? [] : foldSlips(slipFactsOf(db, roomId, show.id)));
  }

  slice(): SlipsSlice {
    return { slips: [...this.#slips] };
  }

  /** An event of the current show that is on disk. */
  committed(event: RoomEvent): void {
    const slips = foldSlip(this.#slips, event);
    if (slips !== this.#slips) this.#take(slips);
  }

  /**
   * Inside a commit.
   * @param by the assistant who heard it; empty for a desk.
   */
  log(
    { word, slipClass }: CommandInput<'slip.log'>,
    screenId: ScreenId | null,
    by: string,
  ): Result<{ seq: number }> {
    const show = this.#room.show();
    if (show === null || show.state === 'ended') return fail('show_not_running', {});
    if (this.#slips.length >= SLIPS_MAX) {
      return fail('too_many', { what: 'slips', max: SLIPS_MAX, given: SLIPS_MAX + 1 });
    }
    const said = { word: tidied(word), slipClass, by, screenId };
    return ok({ seq: this.#room.writeFact({ kind: 'slip.logged', ...said }) });
  }

  /** Inside a commit. */
  describe(
    { slipSeq, word, slipClass }: CommandInput<'slip.describe'>,
    screenId: ScreenId | null,
  ): Done {
    const slip = this.#standing(slipSeq);
    if (slip === undefined) return fail('nothing_to_undo', {});
    this.#describe({ ...slip, word: tidied(word), slipClass }, screenId);
    return ok({});
  }

  /** Inside a commit. */
  correct(
    { slipSeq, text }: CommandInput<'slip.correct'>,
    screenId: ScreenId | null,
  ): Result<{ cueId: CueId }> {
    const slip = this.#standing(slipSeq);
    if (slip === undefined) return fail('nothing_to_undo', {});
    const sent = this.#cues.send('correction', text);
    if (sent.ok) this.#describe({ ...slip, cueId: sent.value.cueId }, screenId);
    return sent;
  }

  /** Inside a commit: nothing is left to put right, nor before the anchor. */
  withdraw(slipSeq: number, screenId: ScreenId | null): Done {
    const slip = this.#standing(slipSeq);
    if (slip === undefined) return fail('nothing_to_undo', {});
    this.#room.writeFact({ kind: 'slip.withdrawn', slipSeq, screenId });
    const { current } = this.#cues.slice();
    const isAsked = slip.cueId !== null && current?.id === slip.cueId;
    return isAsked ? this.#cues.answer(current.id, 'withdrawn', screenId) : ok({});
  }

  #describe({ seq: slipSeq, word, slipClass, cueId }: Slip, screenId: ScreenId | null): void {
    const said = { slipSeq, word, slipClass, cueId, screenId };
    this.#room.writeFact({ kind: 'slip.described', ...said });
  }

  #standing(slipSeq: number): Slip | undefined {
    return this.#slips.find(({ seq }) => seq === slipSeq);
  }

  #take(slips: readonly Slip[]): void {
    this.#slips = slips;
    this.#room.changed('slips');
  }
}

function tidied(word: string): string {
  return outgoingText(word)?.text ?? '';
}
