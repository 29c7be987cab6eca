import type { Result } from '#shared/contract/app-error.ts';
import type { RoomEventOf } from '#shared/contract/room-event.ts';
import type { ChatAct } from '#shared/model/chat-act.ts';
import { SourceId } from '#shared/model/ids.ts';
import { teamGuards } from '#shared/rules/team/team-guards.ts';
import type { ChatLine } from '../shelf/outlets/chat-outlet.ts';
import type { PushSurroundings } from '../shelf/push-cards.ts';
import type { Room } from './room.ts';
import type { RoomDeps } from './room-deps.ts';

type Settled = RoomEventOf<'chat.settled'>;
type Sent = Result<{ actSeq: number }>;

/** A push speaks in a chat by the same acts as an operator, and hears what came of them. */
class RoomChatLine implements ChatLine {
  readonly #room: Room;
  readonly #waiting = new Map<number, (fact: Settled) => void>();

  constructor(room: Room) {
    this.#room = room;
  }

  problem(sourceId: number, act: ChatAct): string | null {
    const door = this.#room.sources.chatDoor(sourceId, act);
    return door.ok ? null : door.error.code;
  }

  send(sourceId: number, text: string): Sent {
    const input = { sourceId: SourceId.parse(sourceId), text, lineSeq: null };
    return this.#act(() => this.#room.acts.send(input, null));
  }

  remove(lineSeq: number): Sent {
    return this.#act(() => this.#room.acts.actOn('delete', lineSeq, null, null));
  }

  settled(actSeq: number): Promise<Settled> {
    return new Promise((resolve) => this.#waiting.set(actSeq, resolve));
  }

  /** A fact that is on disk; of what is asked a second time the first word counts. */
  tell(fact: Settled): void {
    const resolve = this.#waiting.get(fact.actSeq);
    this.#waiting.delete(fact.actSeq);
    resolve?.(fact);
  }

  #act(write: () => Sent): Sent {
    const sent = this.#room.commit(write);
    if (sent === null) return { ok: false, error: { code: 'store_unwritable', params: {} } };
    this.#room.acts.begin();
    return sent;
  }
}

/** What pushes need of the rest of their room; each is asked only later. */
export function pushSurroundings(
  room: Room,
  { settings }: Pick<RoomDeps, 'settings'>,
): PushSurroundings {
  return {
    chat: new RoomChatLine(room),
    heard: (isVoice) => room.stage.heard(isVoice),
    areFiguresRead: () => !room.figures.isWaiting(),
    currentBlock: () => room.blocks.now(),
    pinned: (productId) => room.blocks.pinned(productId),
    teamGuards: (productId) => teamGuards(room.team.answers(), settings().goWaitsFor, productId),
  };
}
