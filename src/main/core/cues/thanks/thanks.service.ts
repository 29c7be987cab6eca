import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { CueId, ScreenId } from '#shared/model/ids.ts';
import { THANKS_EXPIRE_MS, type DueThanks, type ThanksSlice } from '#shared/model/thanks.ts';
import type { CueValues } from '#shared/rules/cue-text/fill-cue.ts';
import type { CueLanguage } from '#shared/rules/cue-text/cue-values.ts';
import { BigOrders } from '#shared/rules/thanks/big-orders.ts';
import { ThanksQueue } from '#shared/rules/thanks/thanks-queue.ts';
import { thanksText, thanksValues } from '#shared/rules/thanks/thanks-text.ts';
import type { RoomContext } from '../../room/room-context.ts';
import { reasonOf } from './thanks-reason.ts';
import { newestOrders, settledThanks, thankedForSince } from './thanks.queries.ts';

/** Read at a start at most: more than a sentence of each kind could thank for. */
const READ_MAX = 2_000;
const ORDERS_READ = 200;
/** At a start the first desk has its picture before names are looked at. */
const FIRST_READ_AFTER_MS = 1_500;

/** Who is to be thanked; what is due follows from committed events and from what was settled. */
export class ThanksService {
  readonly #room: RoomContext;
  readonly #sendCue: (text: string) => Result<{ cueId: CueId }>;
  #queue = new ThanksQueue();
  #orders = new BigOrders();
  #due: readonly DueThanks[] = [];
  #isStale = false;
  /** Before it what is stored was not read: events that come are read with it. */
  #isRead = false;
  #cancelFirst: (() => void) | null = null;

  constructor(room: RoomContext, sendCue: (text: string) => Result<{ cueId: CueId }>) {
    this.#room = room;
    this.#sendCue = sendCue;
  }

  /** Anew from the store: at once, but for the first time after a start. */
  reload(): void {
    if (this.#isRead || this.#cancelFirst !== null) {
      this.close();
      return this.#read();
    }
    const { clock } = this.#room.ports;
    this.#cancelFirst = clock.after(FIRST_READ_AFTER_MS, () => this.#readFirst());
  }

  close(): void {
    this.#cancelFirst?.();
    this.#cancelFirst = null;
  }

  /** Who is due must be known now. */
  #readFirst(): void {
    if (this.#isRead) return;
    this.close();
    this.#read();
  }

  #read(): void {
    this.#isRead = true;
    this.#queue = new ThanksQueue();
    this.#orders = new BigOrders();
    const show = this.#room.show();
    if (show !== null && show.state !== 'ended') {
      const { db, roomId } = this.#room;
      const sinceTs = this.#room.showNow() - THANKS_EXPIRE_MS;
      this.#queue.settle(settledThanks(db, show.id));
      for (const event of thankedForSince(db, roomId, show.id, sinceTs, READ_MAX))
        this.#take(event);
      for (const event of newestOrders(db, roomId, show.id, ORDERS_READ)) this.#take(event);
      this.#queue.expire(this.#room.showNow());
    }
    this.#tell();
  }

  slice(): ThanksSlice {
    return { due: [...this.#due] };
  }

  /** An event of the current show that is on disk; screens are told with the room's tick. */
  committed(event: RoomEvent): void {
    if (this.#isRead && this.#take(event)) this.#isStale = true;
  }

  tick(): void {
    if (!this.#isRead) return;
    if (this.#queue.expire(this.#room.showNow()) || this.#isStale) this.#tell();
  }

  /** Inside a commit: one sentence to the anchor, for everybody who is due the same by now. */
  send(id: number, language: CueLanguage, screenId: ScreenId | null): Result<{ cueId: CueId }> {
    this.#readFirst();
    const due = this.#queue.due().find((each) => each.id === id);
    if (due === undefined) return fail('thanks_gone', {});
    const sent = this.#sendCue(thanksText(due, language));
    if (sent.ok) this.#settle(due, 'sent', sent.value.cueId, screenId);
    return sent;
  }

  /** Inside a commit: nobody is thanked for it. */
  drop(id: number, screenId: ScreenId | null): Result<Record<string, never>> {
    this.#readFirst();
    const due = this.#queue.due().find((each) => each.id === id);
    if (due === undefined) return fail('thanks_gone', {});
    this.#settle(due, 'dropped', null, screenId);
    return ok({});
  }

  /** What a card can say of those who are due first; null where nobody is. */
  values(language: CueLanguage): CueValues {
    this.#readFirst();
    const [first] = this.#queue.due();
    return first === undefined ? {} : thanksValues(first, language);
  }

  /** Inside a commit: a card thanked those who were due first. */
  saidBy(cueId: CueId): void {
    this.#readFirst();
    const [first] = this.#queue.due();
    if (first !== undefined) this.#settle(first, 'sent', cueId, null);
  }

  #settle(
    due: DueThanks,
    how: 'sent' | 'dropped',
    cueId: CueId | null,
    screenId: ScreenId | null,
  ): void {
    const seqs = [...this.#queue.seqsOf(due.id)];
    const { kind: thanksKind, people } = due;
    this.#room.writeFact({
      kind: 'thanks.settled',
      how,
      thanksKind,
      seqs,
      people,
      cueId,
      screenId,
    });
    this.#queue.settle(seqs);
    this.#tell();
  }

  #take(event: RoomEvent): boolean {
    const reason = reasonOf(event, this.#orders);
    return reason !== null && this.#queue.add(reason);
  }

  #tell(): void {
    this.#isStale = false;
    this.#due = this.#queue.due();
    this.#room.changed('thanks');
  }
}
