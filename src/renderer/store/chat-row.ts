import { joinFragments } from '#shared/contract/fragment.ts';
import type { RoomEvent, RoomEventOf } from '#shared/contract/room-event.ts';
import { normaliseChat } from '#shared/rules/chat-tags/normalise.ts';
import { tagLine, type LineTags } from '#shared/rules/chat-tags/tag-line.ts';
import { addOwnWords, type ReadWords } from '#shared/rules/chat-words/word-lists.ts';

/** Kinds that are a row of their own in the chat; the rest changes rows or is shown elsewhere. */
export const CHAT_ROW_KINDS = [
  'chat',
  'gift',
  'paid_message',
  'membership',
  'raid',
  'reward',
  'notice',
  'moderation',
  'gap',
] as const;
export type ChatRowKind = (typeof CHAT_ROW_KINDS)[number];
export type ChatRowEvent = { [K in ChatRowKind]: RoomEventOf<K> }[ChatRowKind];

/** Why a message is struck: one message removed, all of a person's, or removed before delivery. */
export type Deletion = 'message' | 'timeout' | 'ban' | 'person' | 'before' | 'cleared';

export interface ChatRow {
  /** Stays the same while a gift streak grows. */
  readonly key: string;
  readonly seq: number;
  /** Show time, UTC milliseconds. */
  readonly ts: number;
  readonly event: ChatRowEvent;
  /** The message as plain text; empty where there is none. */
  readonly text: string;
  /**
   * What a chat line is about and why it belongs under "flagged"; worked out once, when it is first
   * asked for: in a flood most lines pass unseen. Nothing for other kinds.
   */
  readonly about: () => LineTags;
  readonly deletion: Deletion | null;
  /** It stands on top of the platform's chat. */
  readonly isPinned: boolean;
  /** Items of a gift streak so far; 1 for everything else. */
  readonly count: number;
}

const rowKinds: ReadonlySet<string> = new Set(CHAT_ROW_KINDS);

export function isChatRowEvent(event: RoomEvent): event is ChatRowEvent {
  return rowKinds.has(event.kind);
}

/** A growing streak is one row: its events share this key. */
export function rowKey(event: ChatRowEvent): string {
  if (event.kind === 'gift' && event.comboId !== null) {
    return `${event.platform}/combo/${event.comboId}`;
  }
  return String(event.seq);
}

/** The message as plain text. */
export function textOf(event: ChatRowEvent): string {
  switch (event.kind) {
    case 'chat':
    case 'gift':
    case 'paid_message':
    case 'membership':
    case 'reward':
    case 'notice':
      return joinFragments(event.fragments);
    case 'raid':
    case 'moderation':
    case 'gap':
      return '';
  }
}

/** The same row by other words; the very same when they change nothing. */
export function retagRow(row: ChatRow, words: ReadWords): ChatRow {
  if (row.event.kind !== 'chat') return row;
  const [before, now] = [row.about(), tagsOf(row.text, words)];
  const isSame = now.tags.join() === before.tags.join() && now.flags.join() === before.flags.join();
  return isSame ? row : { ...row, about: () => now };
}

function tagsOf(text: string, words: ReadWords): LineTags {
  const line = normaliseChat(text);
  return addOwnWords(line, tagLine(line), words);
}

const UNTAGGED: LineTags = { tags: [], flags: [] };
const untagged = (): LineTags => UNTAGGED;

function tagsWhenAsked(text: string, words: ReadWords): () => LineTags {
  let read: LineTags | null = null;
  return () => (read ??= tagsOf(text, words));
}

/** `words`: the operator's own, beside the product's rules. */
export function makeRow(event: ChatRowEvent, words: ReadWords): ChatRow {
  const text = textOf(event);
  const isChat = event.kind === 'chat';
  return {
    key: rowKey(event),
    seq: event.seq,
    ts: event.eventTs,
    event,
    text,
    about: isChat ? tagsWhenAsked(text, words) : untagged,
    deletion: isChat && event.isDeleted === true ? 'before' : null,
    isPinned: isChat && event.pinned,
    count: event.kind === 'gift' ? (event.comboCount ?? event.count) : 1,
  };
}

/** The streak's row after one more event of it; stays in its place. */
export function growRow(row: ChatRow, event: RoomEventOf<'gift'>): ChatRow {
  const count = event.comboCount ?? row.count + event.count;
  return { ...row, event, count: Math.max(row.count, count) };
}
