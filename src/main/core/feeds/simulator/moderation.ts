import type { Actor } from '#shared/contract/actor.ts';
import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { Clock } from '../../ports.ts';
import type { ActReply, ActRequest } from '../chat-door.ts';
import type { DemoRoom } from './data/rooms.ts';
import { demoActs, OWN_ACCOUNTS } from './platform-acts.ts';

/** How long a platform takes to answer. */
const ANSWER_MS = 180;
/** A platform takes so many lines of one account in a while. */
const LINES_MAX = 5;
const LINES_WITHIN_MS = 8_000;
/** People of these numbers are the room's moderators (`actorOf`). */
const MODERATORS = 2;
const MESSAGES_HELD = 1_000;

export type Silence = {
  readonly platform: string;
  readonly userId: string;
  /** Show time; null for ever. */
  readonly untilTs: number | null;
};

type Around = {
  readonly seed: number;
  readonly rooms: readonly DemoRoom[];
  readonly clock: Clock;
  readonly showNow: () => number;
  readonly accept: (events: readonly FeedEvent[]) => void;
};

/** The moderator's side of the demo's platforms: does what is asked, or refuses as they would. */
export class DemoModeration {
  readonly #around: Around;
  /** By platform and id. */
  readonly #silences = new Map<string, number | null>();
  readonly #deleted = new Set<string>();
  readonly #pinned = new Map<string, string>();
  readonly #sentAtMs = new Map<string, readonly number[]>();
  readonly #waiting = new Set<() => void>();
  #serial = 0;

  constructor(around: Around, silences: readonly Silence[]) {
    this.#around = around;
    for (const { platform, userId, untilTs } of silences) {
      this.#silences.set(key(platform, userId), untilTs);
    }
  }

  act(request: ActRequest): Promise<ActReply> {
    return new Promise((resolve) => {
      const cancel = this.#around.clock.after(ANSWER_MS, () => {
        this.#waiting.delete(cancel);
        resolve(this.#do(request));
      });
      this.#waiting.add(cancel);
    });
  }

  /** What is not answered yet never will be. */
  stop(): void {
    for (const cancel of this.#waiting) cancel();
    this.#waiting.clear();
  }

  /** Events as they are due, without what silenced people would have written. */
  heard(events: readonly FeedEvent[]): readonly FeedEvent[] {
    for (const event of events) {
      if (event.kind === 'chat.deleted' && event.targetId !== null) this.#noteGone(event.targetId);
    }
    if (this.#silences.size === 0) return events;
    return events.filter(
      (event) => !WRITTEN.has(event.kind) || !this.#isSilenced(event, event.platformTs ?? 0),
    );
  }

  #isSilenced({ platform, actor }: FeedEvent, ts: number): boolean {
    const userId = actor?.platformUserId ?? null;
    if (userId === null) return false;
    const untilTs = this.#silences.get(key(platform, userId));
    return untilTs === null || (untilTs !== undefined && ts < untilTs);
  }

  #do(request: ActRequest): ActReply {
    const room = this.#around.rooms.find(({ platform }) => platform === request.platform);
    if (room === undefined || demoActs(room.platform)?.can[request.act] !== true) {
      return refused('platform_failed');
    }
    switch (request.act) {
      case 'send':
      case 'reply':
        return this.#send(room, request);
      case 'delete':
        return this.#delete(room, request);
      case 'timeout':
      case 'ban':
      case 'unban':
        return this.#moderate(room, request, request.act);
      case 'pin':
      case 'unpin':
        return this.#pin(room, request, request.act === 'pin');
    }
  }

  #send(room: DemoRoom, { act, text, messageId, messageText, person }: ActRequest): ActReply {
    const limit = demoActs(room.platform)?.textMax ?? 0;
    if (text === null || [...text].length > limit) return refused('text_too_long');
    if (act === 'reply' && this.#isGone(room, messageId)) return refused('message_gone');
    const retryS = this.#waitS(room);
    if (retryS > 0) return { isTaken: false, reason: 'rate_limited', retryS };
    const id = this.#nextId(room, 'own');
    const to =
      act === 'reply' && messageId !== null
        ? {
            messageId,
            userId: person?.platformUserId ?? null,
            name: person?.name ?? null,
            displayName: person?.displayName ?? null,
            text: messageText,
          }
        : null;
    const fragments = [{ type: 'text' as const, text }];
    const line = { kind: 'chat' as const, fragments, replyTo: to, pinned: false };
    this.#tell({ ...this.#envelope(room, id, ownActor(room)), ...line });
    return { isTaken: true, messageId: id };
  }

  #delete(room: DemoRoom, { messageId, person }: ActRequest): ActReply {
    if (messageId === null || this.#isGone(room, messageId)) return refused('message_gone');
    this.#noteGone(messageId);
    const userId = person?.platformUserId ?? null;
    const gone = { kind: 'chat.deleted' as const, targetId: messageId, userId, text: null };
    this.#tell({ ...this.#envelope(room, this.#nextId(room, 'gone'), null), ...gone });
    return taken();
  }

  #moderate(
    room: DemoRoom,
    { person, durationS }: ActRequest,
    action: 'timeout' | 'ban' | 'unban',
  ): ActReply {
    const userId = person?.platformUserId ?? null;
    const number = userId === null ? null : personNumber(room, this.#around.seed, userId);
    if (person === null || userId === null || number === null) return refused('person_unknown');
    if (number <= MODERATORS) return refused('person_protected');
    const nowTs = this.#around.showNow();
    const at = key(room.platform, userId);
    const untilTs = this.#silences.get(at);
    const isSilenced = untilTs === null || (untilTs !== undefined && untilTs > nowTs);
    if (action === 'unban' ? !isSilenced : action === 'ban' && untilTs === null) {
      return refused('already_so');
    }
    if (action === 'unban') this.#silences.delete(at);
    else this.#silences.set(at, action === 'ban' ? null : nowTs + (durationS ?? 0) * 1_000);
    const told = { kind: 'moderation' as const, action, target: person, durationS };
    this.#tell({ ...this.#envelope(room, this.#nextId(room, action), null), ...told });
    return taken();
  }

  #pin(room: DemoRoom, { messageId, person }: ActRequest, isPinned: boolean): ActReply {
    if (messageId === null || this.#isGone(room, messageId)) return refused('message_gone');
    const held = this.#pinned.get(room.platform);
    if (isPinned === (held === messageId)) return refused('already_so');
    if (isPinned) this.#pinned.set(room.platform, messageId);
    else this.#pinned.delete(room.platform);
    const userId = isPinned ? (person?.platformUserId ?? null) : null;
    const told = { kind: 'chat.pinned' as const, targetId: isPinned ? messageId : null, userId };
    this.#tell({ ...this.#envelope(room, this.#nextId(room, 'pin'), null), ...told });
    return taken();
  }

  #isGone(room: DemoRoom, messageId: string | null): boolean {
    return messageId === null || !messageId.startsWith(room.prefix) || this.#deleted.has(messageId);
  }

  #noteGone(messageId: string): void {
    this.#deleted.add(messageId);
    const [oldest] = this.#deleted;
    if (this.#deleted.size > MESSAGES_HELD && oldest !== undefined) this.#deleted.delete(oldest);
  }

  /** Seconds until the account may write again; 0: now, and then it is counted. */
  #waitS({ platform }: DemoRoom): number {
    const nowMs = this.#around.clock.monotonicNow();
    const recent = (this.#sentAtMs.get(platform) ?? []).filter(
      (atMs) => nowMs - atMs < LINES_WITHIN_MS,
    );
    const first = recent[0];
    if (first !== undefined && recent.length >= LINES_MAX) {
      return Math.ceil((first + LINES_WITHIN_MS - nowMs) / 1_000);
    }
    this.#sentAtMs.set(platform, [...recent, nowMs]);
    return 0;
  }

  #nextId({ prefix }: DemoRoom, what: string): string {
    this.#serial += 1;
    return `${prefix}-${what}-${Math.round(this.#around.showNow()).toString(36)}-${this.#serial}`;
  }

  #envelope({ platform, platformRoomId }: DemoRoom, dedupeKey: string, actor: Actor | null) {
    const platformTs = Math.round(this.#around.showNow());
    const receivedTs = this.#around.clock.wallNow();
    const room = { platform, source: 'simulator', platformRoomId, dedupeKey };
    const when = { platformTs, receivedTs, test: false, historical: false };
    return { ...room, ...when, actor, schema: EVENT_SCHEMA } as const;
  }

  #tell(event: FeedEvent): void {
    this.#around.accept([event]);
  }
}

const WRITTEN: ReadonlySet<string> = new Set(['chat', 'paid_message']);

function ownActor({ platform, prefix }: DemoRoom): Actor {
  const name = OWN_ACCOUNTS[platform];
  const id = `demo-own-${prefix}`;
  return { platformUserId: id, name, displayName: name, roles: ['anchor'], badges: [] };
}

/** The number of a person of this room, as `actorOf` made their id; null for anybody else's. */
function personNumber({ prefix }: DemoRoom, seed: number, userId: string): number | null {
  const head = `demo-${seed.toString(36)}-${prefix}-`;
  if (userId === `demo-own-${prefix}`) return 0;
  const number = userId.startsWith(head) ? Number(userId.slice(head.length)) : Number.NaN;
  return Number.isInteger(number) && number > 0 ? number : null;
}

function key(platform: string, userId: string): string {
  return `${platform}\n${userId}`;
}

function refused(reason: Extract<ActReply, { isTaken: false }>['reason']): ActReply {
  return { isTaken: false, reason, retryS: null };
}

function taken(): ActReply {
  return { isTaken: true, messageId: null };
}
