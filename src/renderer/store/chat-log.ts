import type { RoomEvent, RoomEventOf } from '#shared/contract/room-event.ts';
import { isStandIn, type PersonToErase } from '#shared/model/erasure.ts';
import { NO_WORDS, type WordLists } from '#shared/model/word-lists.ts';
import { readWordLists } from '#shared/rules/chat-words/word-lists.ts';

import { growRow, isChatRowEvent, makeRow, retagRow, rowKey } from './chat-row.ts';
import type { ChatRow, Deletion } from './chat-row.ts';
import { ChatStrikes, type StrikeRow } from './chat-strikes.ts';
import { withoutPeople } from './erased-rows.ts';

export const CHAT_LOG_CAPACITY = 2_000;

/**
 * The last chat rows, outside React: thousands of messages a second must not each become a state
 * update. Readers ask for `rows()` when they are ready to draw.
 */
export interface ChatLog {
  /** Adds committed events in order; those already held are skipped. */
  append(events: readonly RoomEvent[]): void;
  /** From a snapshot: keeps what is held where the two overlap, otherwise starts over. */
  restart(recent: readonly RoomEvent[], showId: number | null): void;
  /** The held rows, oldest first; the same array until something changes. */
  readonly rows: () => readonly ChatRow[];
  /** Everything anew from a snapshot: what is held may be of people who are erased since. */
  begin(recent: readonly RoomEvent[], showId: number | null): void;
  /** Drops the person's rows and masks them in the others', from now on in held rows too. */
  erase(people: readonly PersonToErase[]): void;
  /** Reads held rows anew, and those to come, with these words beside the product's rules. */
  setWords(words: WordLists): void;
  /** Everyone erased since the page was opened; the same array until somebody more is. */
  readonly erased: () => readonly PersonToErase[];
  /** The row as it is now (struck, grown), or undefined once it has left the log. */
  latest(key: string): ChatRow | undefined;
  /** Strikes rows of any list by what was removed since the page was opened; another one after each removal. */
  readonly strike: () => StrikeRow;
  /** Rows added since the start; only differences mean anything. */
  total(): number;
  /** Grows whenever rows that were held have changed or gone otherwise than by age; not by new ones. */
  edits(): number;
  subscribe(listener: () => void): () => void;
}

function deletionOf(event: RoomEventOf<'moderation'>): Deletion {
  if (event.action === 'ban') return 'ban';
  return event.action === 'timeout' ? 'timeout' : 'cleared';
}

function isStreak({ event }: ChatRow): boolean {
  return event.kind === 'gift' && event.comboId !== null;
}

export function createChatLog(capacity: number): ChatLog {
  let held: ChatRow[] = [];
  /** Growing gifts by their key; their index in `held` = position - dropped. */
  let streaks = new Map<string, number>();
  let dropped = 0;
  let added = 0;
  let lastSeq = 0;
  let edits = 0;
  let showId: number | null = null;
  let view: readonly ChatRow[] | null = null;
  let erased: readonly PersonToErase[] = [];
  let words = readWordLists(NO_WORDS);
  let wordsText = JSON.stringify(NO_WORDS);
  const listeners = new Set<() => void>();
  const strikes = new ChatStrikes();

  function clear(): void {
    held = [];
    streaks = new Map();
    dropped = added;
    lastSeq = 0;
    edits += 1;
  }

  /** Rows stand in the order of their seqs, which are the keys of all but growing gifts. */
  function find(key: string): number | null {
    const position = streaks.get(key);
    if (position !== undefined) return position - dropped;
    const seq = Number(key);
    let [low, high] = [0, held.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((held[middle]?.seq ?? 0) < seq) low = middle + 1;
      else high = middle;
    }
    return held[low]?.key === key ? low : null;
  }

  function add(row: ChatRow): void {
    if (isStreak(row)) streaks.set(row.key, added);
    held.push(row);
    added += 1;
    // Dropping in halves keeps each append cheap.
    if (held.length >= capacity * 2) forget(held.length - capacity);
  }

  function forget(count: number): void {
    for (const row of held.slice(0, count)) if (isStreak(row)) streaks.delete(row.key);
    held = held.slice(count);
    dropped += count;
  }

  function strike(matches: (row: ChatRow) => boolean, deletion: Deletion): void {
    edits += 1;
    held = held.map((row) =>
      row.event.kind === 'chat' && row.deletion === null && matches(row)
        ? { ...row, deletion }
        : row,
    );
  }

  function strikePerson(platform: string, userId: string, deletion: Deletion): void {
    strike(
      ({ event }) => event.platform === platform && event.actor?.platformUserId === userId,
      deletion,
    );
  }

  function strikeDeleted(event: RoomEventOf<'chat.deleted'>): void {
    if (event.targetId === null) {
      if (event.userId !== null) strikePerson(event.platform, event.userId, 'person');
      return;
    }
    // From the end, where it most likely is; old browsers load this and have no `findLastIndex`.
    for (let index = held.length - 1; index >= 0; index -= 1) {
      const row = held[index];
      if (row?.event.kind !== 'chat' || row.event.dedupeKey !== event.targetId) continue;
      if (row.event.platform !== event.platform) continue;
      held[index] = { ...row, deletion: 'message' };
      edits += 1;
      return;
    }
  }

  function strikeModerated(event: RoomEventOf<'moderation'>): void {
    const userId = event.target?.platformUserId ?? null;
    if (event.action === 'clear') strike((row) => row.event.platform === event.platform, 'cleared');
    else if (event.action !== 'unban' && userId !== null) {
      strikePerson(event.platform, userId, deletionOf(event));
    }
  }

  /** One message of a platform is on top at a time. */
  function pin({ platform, targetId }: RoomEventOf<'chat.pinned'>): void {
    held = held.map((row) => {
      const { event } = row;
      if (event.kind !== 'chat' || event.platform !== platform) return row;
      const isPinned = event.dedupeKey === targetId;
      return isPinned === row.isPinned ? row : { ...row, isPinned };
    });
    strikes.touch();
    edits += 1;
  }

  function take(event: RoomEvent): void {
    if (event.seq <= lastSeq) return;
    lastSeq = event.seq;
    strikes.take(event);
    if (event.kind === 'chat.deleted') strikeDeleted(event);
    if (event.kind === 'moderation') strikeModerated(event);
    if (event.kind === 'chat.pinned') pin(event);
    // Of somebody who is erased: counted, never shown.
    if (!isChatRowEvent(event) || isStandIn(event.actor?.platformUserId ?? null)) return;
    const index = event.kind === 'gift' ? find(rowKey(event)) : null;
    const row = index === null ? undefined : held[index];
    if (event.kind === 'gift' && index !== null && row !== undefined) {
      held[index] = growRow(row, event);
      edits += 1;
      return;
    }
    add(makeRow(event, words));
  }

  function changed(): void {
    view = null;
    for (const listener of listeners) listener();
  }

  return {
    append(events) {
      if (events.length === 0) return;
      for (const event of events) take(event);
      changed();
    },
    restart(recent, nextShowId) {
      const firstSeq = recent[0]?.seq ?? 0;
      const isHole = firstSeq > lastSeq;
      if (nextShowId !== showId || isHole) clear();
      showId = nextShowId;
      for (const event of recent) take(event);
      changed();
    },
    begin(recent, nextShowId) {
      clear();
      showId = nextShowId;
      for (const event of recent) take(event);
      changed();
    },
    erase(people) {
      if (people.length === 0) return;
      erased = [...erased, ...people];
      const kept = withoutPeople(held, people);
      const last = lastSeq;
      clear();
      for (const row of kept) add(row);
      lastSeq = last;
      changed();
    },
    setWords(lists) {
      const text = JSON.stringify(lists);
      if (text === wordsText) return;
      wordsText = text;
      words = readWordLists(lists);
      held = held.map((row) => retagRow(row, words));
      edits += 1;
      changed();
    },
    erased: () => erased,
    rows() {
      view ??= held.slice(-capacity);
      return view;
    },
    latest(key) {
      const index = find(key);
      return index === null ? undefined : held[index];
    },
    strike: () => strikes.strike(),
    total: () => added,
    edits: () => edits,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
