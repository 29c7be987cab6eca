import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ActsSlice, ChatAct, ChatAction, LineAct } from '#shared/model/chat-act.ts';
import type { PersonToErase } from '#shared/model/erasure.ts';
import { SourceId, type ScreenId } from '#shared/model/ids.ts';
import { foldActs } from '#shared/rules/chat-acts/fold-acts.ts';
import { outgoingText } from '#shared/rules/chat-acts/outgoing-text.ts';
import type { ActReply, ActRequest, ChatDoor } from '../feeds/chat-door.ts';
import type { RoomContext } from '../room/room-context.ts';
import { confirms, done, unknown, type Settled, type WaitingAct } from './act-waits.ts';
import { actedLine, type ActedLine } from './acted-line.ts';
import { actFacts, seqByKey } from './chat-acts.queries.ts';
import { maskedFacts } from './masked-facts.ts';

/** Without a word from the platform for so long, nobody knows. */
export const ACT_LIMIT_MS = 10_000;
/** After that its event may still come, and is then believed. */
const LATE_MS = 60_000;
/** The store could not take what came of it. */
const AGAIN_MS = 1_000;

export type ChatActsDeps = {
  readonly room: RoomContext;
  /** Refused: unknown_source, source_not_ready, chat_act_impossible. */
  readonly door: (sourceId: number, act: ChatAct) => Result<ChatDoor>;
  /** Inside a commit: a line was answered in the platform's chat. */
  readonly replied: (lineSeq: number) => void;
};

type Asked = {
  readonly act: WaitingAct;
  readonly door: ChatDoor;
  readonly request: Omit<ActRequest, 'platform'>;
};
type Written = { readonly actSeq: number };

/**
 * What desks do in the platforms' chats: each is a fact first, then asked of the platform, and done only
 * when the platform's own event says so.
 */
export class ChatActsService {
  readonly #deps: ChatActsDeps;
  #actions: readonly ChatAction[] = [];
  /** Written by the commit that runs, and not asked yet. */
  #queue: Asked[] = [];
  #erased: readonly PersonToErase[] = [];
  readonly #waiting = new Map<number, WaitingAct>();
  readonly #stops = new Map<number, () => void>();

  constructor(deps: ChatActsDeps) {
    this.#deps = deps;
  }

  reload(): void {
    this.#queue = [];
    this.#read();
  }

  /** Nobody is told their name from now on; the log itself takes a while. */
  erased(person: PersonToErase): void {
    this.#erased = [...this.#erased, person];
    this.#read();
  }

  /** A start: what waited when the program ended will not be answered any more. */
  settleLost(): void {
    const { room } = this.#deps;
    const lost = this.#actions.filter(
      ({ state, seq }) => state === 'waiting' && !this.#waiting.has(seq),
    );
    if (lost.length === 0) return;
    room.commit(() => {
      for (const { seq: actSeq } of lost) {
        room.writeFact({ kind: 'chat.settled', actSeq, ...unknown('core_stopped') });
      }
    });
  }

  close(): void {
    for (const stop of this.#stops.values()) stop();
    this.#stops.clear();
    this.#waiting.clear();
  }

  slice(): ActsSlice {
    return { recent: [...this.#actions] };
  }

  /** Inside a commit. */
  send(
    { sourceId, text: typed, lineSeq }: CommandInput<'chat.send'>,
    screenId: ScreenId | null,
  ): Result<Written> {
    const line = lineSeq === null ? null : actedLine(this.#deps.room, lineSeq);
    if (line !== null && !line.ok) return line;
    const act = line === null ? 'send' : 'reply';
    const door = this.#door(sourceId, act);
    if (!door.ok) return door;
    const isElsewhere = line !== null && line.value.sourceId !== sourceId;
    if (isElsewhere || line?.value.messageId === null) {
      return fail('unknown_message', { lineSeq: lineSeq ?? 0 });
    }
    const outgoing = outgoingText(typed);
    if (outgoing === null) return fail('text_missing', { what: 'text' });
    const { text, characters: given } = outgoing;
    const max = door.value.acts.textMax ?? 0;
    if (given > max) return fail('text_too_long', { what: 'text', max, given });
    const what = { act, sourceId, text, durationS: null } as const;
    return this.#write({ ...what, line: line?.value ?? null }, door.value, screenId);
  }

  /** Inside a commit. `durationS` is that of a timeout. */
  actOn(
    act: LineAct,
    lineSeq: number,
    durationS: number | null,
    screenId: ScreenId | null,
  ): Result<Written> {
    const line = actedLine(this.#deps.room, lineSeq);
    if (!line.ok) return line;
    const { sourceId, messageId, person } = line.value;
    const door = this.#door(sourceId, act);
    if (!door.ok) return door;
    const isOfPerson = act === 'timeout' || act === 'ban' || act === 'unban';
    if (!isOfPerson && messageId === null) return fail('unknown_message', { lineSeq });
    if (isOfPerson && (person?.platformUserId ?? null) === null) {
      return fail('unknown_person', { lineSeq });
    }
    const limit = door.value.acts.timeoutMaxS;
    if (durationS !== null && limit !== null && durationS > limit) {
      return fail('value_out_of_range', { what: 'durationS', given: durationS, limit });
    }
    const what = { act, sourceId, line: line.value, text: null, durationS };
    return this.#write(what, door.value, screenId);
  }

  /** After the commit: what it wrote is asked of the platforms. */
  begin(): void {
    const queue = this.#queue;
    this.#queue = [];
    for (const asked of queue) this.#ask(asked);
  }

  /** An event of the current show that is on disk. */
  committed(event: RoomEvent, sourceId: number): void {
    switch (event.kind) {
      case 'chat.acted':
      case 'chat.settled':
        return this.#read();
      case 'chat':
      case 'chat.deleted':
      case 'chat.pinned':
      case 'moderation':
        if (this.#waiting.size > 0) this.#confirm(event, sourceId);
        return undefined;
      default:
        return undefined;
    }
  }

  #door(sourceId: number, act: ChatAct): Result<ChatDoor> {
    const show = this.#deps.room.show();
    if (show === null || show.state === 'ended') return fail('show_not_running', {});
    return this.#deps.door(sourceId, act);
  }

  #write(
    what: {
      readonly act: ChatAct;
      readonly sourceId: number;
      readonly line: ActedLine | null;
      readonly text: string | null;
      readonly durationS: number | null;
    },
    door: ChatDoor,
    screenId: ScreenId | null,
  ): Result<Written> {
    const { room } = this.#deps;
    const show = room.show();
    if (show === null) return fail('show_not_running', {});
    const { act, sourceId, line, text, durationS } = what;
    const lineSeq = line?.seq ?? null;
    const messageId = line?.messageId ?? null;
    const person = line?.person ?? null;
    const { platform, acts } = door;
    const actSeq = room.writeFact({
      kind: 'chat.acted',
      act,
      sourceId: SourceId.parse(sourceId),
      onPlatform: platform,
      screenId,
      account: acts.account,
      lineSeq,
      target: person,
      text,
      durationS,
    });
    const userId = person?.platformUserId ?? null;
    const about = { lineSeq, messageId, userId, sentId: null };
    const request = { act, text, messageId, messageText: line?.text ?? null, person, durationS };
    this.#queue.push({ act: { actSeq, showId: show.id, act, sourceId, ...about }, door, request });
    return ok({ actSeq });
  }

  #ask({ act, door, request }: Asked): void {
    const { clock, logger } = this.#deps.room.ports;
    const { actSeq } = act;
    this.#waiting.set(actSeq, act);
    const late = (): void => this.#late(actSeq);
    this.#stops.set(actSeq, clock.after(ACT_LIMIT_MS, late));
    door.act(request).then(
      (reply) => this.#answered(actSeq, reply),
      (error: unknown) => {
        // Its words may hold what was sent.
        const name = error instanceof Error ? error.name : 'unknown';
        logger.log('warn', 'chat_act_failed', { act: act.act, error: name });
        this.#answered(actSeq, { isTaken: false, reason: 'platform_failed', retryS: null });
      },
    );
  }

  #answered(actSeq: number, reply: ActReply): void {
    const act = this.#waiting.get(actSeq);
    if (act === undefined) return;
    if (!reply.isTaken) {
      const { reason, retryS } = reply;
      return this.#settle(act, { outcome: 'refused', reason, retryS, eventSeq: null });
    }
    if (reply.messageId === null) return;
    this.#waiting.set(actSeq, { ...act, sentId: reply.messageId });
    // Its event may have been faster than the answer.
    const { showId, sourceId } = act;
    const eventSeq = seqByKey(this.#deps.room.db, showId, sourceId, reply.messageId);
    if (eventSeq !== null) this.#settle(act, done(eventSeq));
  }

  #confirm(event: RoomEvent, sourceId: number): void {
    for (const act of this.#waiting.values()) {
      if (!confirms(event, sourceId, act)) continue;
      // In a commit of its own: the one that brought the event is over.
      const { seq } = event;
      this.#deps.room.ports.clock.after(0, () => this.#settle(act, done(seq)));
    }
  }

  #late(actSeq: number): void {
    const act = this.#waiting.get(actSeq);
    if (act === undefined) return;
    this.#settle(act, unknown('no_answer'));
  }

  /** Written as a fact of its own; an answer that is done closes the question it answers. */
  #settle(act: WaitingAct, settled: Settled): void {
    const { room, replied } = this.#deps;
    const { actSeq, showId, lineSeq } = act;
    if (!this.#waiting.has(actSeq)) return;
    this.#stops.get(actSeq)?.();
    const isCurrent = room.show()?.id === showId;
    const isStored = room.commit(() => {
      room.writeFactOf(showId, { kind: 'chat.settled', actSeq, ...settled }, room.showNow());
      const isAnswer = act.act === 'reply' && settled.outcome === 'done' && isCurrent;
      if (isAnswer && lineSeq !== null) replied(lineSeq);
      return true;
    });
    if (isStored === null) return this.#later(actSeq, AGAIN_MS, () => this.#settle(act, settled));
    if (settled.outcome !== 'unknown') return this.#forget(actSeq);
    return this.#later(actSeq, LATE_MS, () => this.#forget(actSeq));
  }

  #later(actSeq: number, delayMs: number, run: () => void): void {
    this.#stops.set(actSeq, this.#deps.room.ports.clock.after(delayMs, run));
  }

  #forget(actSeq: number): void {
    this.#waiting.delete(actSeq);
    this.#stops.delete(actSeq);
  }

  #read(): void {
    const { room } = this.#deps;
    const show = room.show();
    const facts = show === null ? [] : actFacts(room.db, room.roomId, show.id);
    this.#actions = foldActs(maskedFacts(facts, this.#erased));
    room.changed('acts');
  }
}
