import type { RoomEvent, RoomEventOf } from '#shared/contract/room-event.ts';

import type { ChatRow, Deletion } from './chat-row.ts';

/** Of each kind of target, so many are remembered; older ones have long left every list. */
const HELD = 5_000;

/** The row itself where nothing struck it. */
export type StrikeRow = (row: ChatRow) => ChatRow;
type Strike = { readonly seq: number; readonly deletion: Deletion };

/**
 * What was removed since the page was opened, by its target: rows that a list holds still are struck
 * by it wherever they came from.
 */
export class ChatStrikes {
  readonly #messages = new Map<string, Strike>();
  readonly #people = new Map<string, Strike>();
  readonly #rooms = new Map<string, Strike>();
  /** Null until it is asked for, and again after each removal. */
  #strike: StrikeRow | null = null;

  /** Rows that stand still are to be looked at anew. */
  touch(): void {
    this.#strike = null;
  }

  /** Gives a row as it stands by now; the same function until something more is removed. */
  strike(): StrikeRow {
    this.#strike ??= (row) => this.#struck(row);
    return this.#strike;
  }

  take(event: RoomEvent): void {
    if (event.kind === 'chat.deleted') this.#takeDeleted(event);
    if (event.kind === 'moderation') this.#takeModerated(event);
  }

  #struck(row: ChatRow): ChatRow {
    const { event } = row;
    if (event.kind !== 'chat' || row.deletion !== null) return row;
    const { platform, dedupeKey, actor } = event;
    const byMessage = this.#messages.get(key(platform, dedupeKey));
    const userId = actor?.platformUserId ?? null;
    const byPerson = userId === null ? undefined : this.#people.get(key(platform, userId));
    const strike = [byMessage, byPerson, this.#rooms.get(platform)].find(
      (each) => each !== undefined && each.seq > row.seq,
    );
    return strike === undefined ? row : { ...row, deletion: strike.deletion };
  }

  #takeDeleted({ platform, targetId, userId, seq }: RoomEventOf<'chat.deleted'>): void {
    if (targetId !== null) this.#put(this.#messages, key(platform, targetId), seq, 'message');
    else if (userId !== null) this.#put(this.#people, key(platform, userId), seq, 'person');
  }

  #takeModerated({ platform, action, target, seq }: RoomEventOf<'moderation'>): void {
    const userId = target?.platformUserId ?? null;
    if (action === 'clear') this.#put(this.#rooms, platform, seq, 'cleared');
    else if (action !== 'unban' && userId !== null) {
      this.#put(this.#people, key(platform, userId), seq, action);
    }
  }

  #put(held: Map<string, Strike>, target: string, seq: number, deletion: Deletion): void {
    held.delete(target);
    held.set(target, { seq, deletion });
    this.#strike = null;
    const oldest = held.keys().next();
    if (held.size > HELD && oldest.done !== true) held.delete(oldest.value);
  }
}

function key(platform: string, target: string): string {
  return `${platform}\n${target}`;
}
