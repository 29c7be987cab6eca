import type { EventKind } from './room-event.ts';

/** Integer codes the store keeps for kinds. Never renumber; the store's `event_kinds` names them too. */
export const EVENT_KIND_CODES = {
  chat: 1,
  'chat.deleted': 2,
  gift: 3,
  paid_message: 4,
  membership: 5,
  follow: 6,
  join: 7,
  like: 8,
  share: 9,
  raid: 10,
  reward: 11,
  notice: 12,
  room_state: 13,
  viewers: 14,
  moderation: 15,
  stream: 16,
  order: 17,
  cart_add: 18,
  product: 19,
  connector: 20,
  'show.state': 40,
  gap: 41,
  'shelf.pushed': 42,
  'shelf.undone': 43,
  'shelf.taken_down': 44,
  'cue.sent': 45,
  'cue.answered': 46,
  'block.started': 47,
  bookmark: 48,
  'warning.seen': 49,
  // A platform's, but among the codes that an index of few rows holds: a start asks for it.
  warning: 50,
  'question.answered': 51,
  'question.reopened': 52,
  'figures.entered': 53,
  'figures.withdrawn': 54,
  'alert.raised': 55,
  'alert.answered': 56,
  'warning.noted': 57,
  'chat.acted': 58,
  'chat.settled': 59,
  // A platform's, among them for the same reason as its warnings.
  'chat.pinned': 60,
  'targets.set': 61,
  'targets.withdrawn': 62,
  'push.overruled': 63,
} as const satisfies Record<EventKind, number>;

/** Kinds that are counted into metrics but not sent one by one to screens. */
export const COUNTED_ONLY_KINDS: ReadonlySet<EventKind> = new Set([
  'join',
  'like',
  'viewers',
  'cart_add',
]);
