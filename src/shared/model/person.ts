import { z } from 'zod';

import { ActorRole } from '../contract/actor.ts';
import { PlatformName } from '../contract/event-envelope.ts';
import { ShowId, Timestamp } from './ids.ts';
import { CurrencySum, VirtualSum } from './metrics.ts';
import { ShowOrigin } from './show.ts';

/** Characters (UTF-16 units) a note holds at most. */
export const NOTE_MAX = 2_000;
/** Letters a mark of one's own has at most, as a reader counts them. */
export const MARK_WORD_MAX = 8;
/** Marks a person has at most in a room, expired ones not counted. */
export const MARKS_MAX = 8;
/** People with a note or a mark whom desks are told of; the card of anybody else still says all. */
export const MARKED_PEOPLE_MAX = 2_000;
/** Newest messages of this show on a card. */
export const CARD_MESSAGES_MAX = 20;
/** Newest shows that are named on a card. */
export const CARD_SHOWS_MAX = 5;
/** Marks that have expired on a card, the newest. */
export const CARD_EXPIRED_MAX = 3;

/** A person on a platform; somebody on two platforms is two, whatever their names. */
export const PersonKey = z.strictObject({
  platform: PlatformName,
  platformUserId: z.string().min(1).max(200),
});
export type PersonKey = z.infer<typeof PersonKey>;

/** One text for each person, as keys of a map. */
export function personKeyText(platform: string, platformUserId: string): string {
  return `${platform}\n${platformUserId}`;
}

/** 老客 · 留意 · 当心 · a word of one's own. */
export const MARK_KINDS = ['vip', 'watch', 'careful', 'custom'] as const;
export const MarkKind = z.enum(MARK_KINDS);
export type MarkKind = z.infer<typeof MarkKind>;

/** Until when a mark holds: the end of the show it was made in, days from now, or for ever. */
export const MARK_SPANS = ['show', 'week', 'month', 'ever'] as const;
export const MarkSpan = z.enum(MARK_SPANS);
export type MarkSpan = z.infer<typeof MarkSpan>;

/** What a desk draws beside a name. */
export const MarkWord = z.strictObject({
  kind: MarkKind,
  /** Of kind `custom`; empty for the others, whose word is the screen's. */
  word: z.string(),
});
export type MarkWord = z.infer<typeof MarkWord>;

export const PersonMark = z.strictObject({
  id: z.int().positive(),
  ...MarkWord.shape,
  /** Wall time, as all times of a mark. */
  madeTs: Timestamp,
  /** Null: until the show ends, or for ever. */
  untilTs: Timestamp.nullable(),
  /** Holds until the show it was made in ends. */
  isForShow: z.boolean(),
  /** Since when it does not hold any more; null while it does. */
  expiredTs: Timestamp.nullable(),
});
export type PersonMark = z.infer<typeof PersonMark>;

export const PersonNote = z.strictObject({
  text: z.string().min(1).max(NOTE_MAX),
  /** Wall time of the last change; also names this text, so that two desks do not write over each other. */
  changedTs: Timestamp,
});
export type PersonNote = z.infer<typeof PersonNote>;

/** What a person gave to a show or to several: counts of the log, money per currency alone. */
export const PersonPart = z.strictObject({
  messages: z.int().min(0),
  /** Items, not gifts: a streak of ten roses is ten. */
  gifts: z.int().min(0),
  giftValues: z.array(VirtualSum),
  paidMessages: z.int().min(0),
  paidMessageMoney: z.array(CurrencySum),
  memberships: z.int().min(0),
  ordersPaid: z.int().min(0),
  paid: z.array(CurrencySum),
  /** Paid orders whose money the platform did not tell: they are in no sum. */
  ordersPaidUnpriced: z.int().min(0),
  ordersCancelled: z.int().min(0),
  cancelled: z.array(CurrencySum),
});
export type PersonPart = z.infer<typeof PersonPart>;

/** A show in which the person wrote, gave or ordered. */
export const PersonShow = z.strictObject({
  showId: ShowId,
  title: z.string(),
  origin: ShowOrigin,
  /** Show time; null where it never went on air. */
  startedTs: Timestamp.nullable(),
});
export type PersonShow = z.infer<typeof PersonShow>;

export const PersonMessage = z.strictObject({
  seq: z.int().positive(),
  /** Show time. */
  ts: Timestamp,
  text: z.string(),
});
export type PersonMessage = z.infer<typeof PersonMessage>;

/** All a desk shows of one person of a room. */
export const PersonCard = z.strictObject({
  ...PersonKey.shape,
  /** Login or handle, and the name the platform shows: as last seen. */
  name: z.string(),
  displayName: z.string(),
  /** As the newest of their events says; null where no event of theirs is held. */
  roles: z.array(ActorRole).nullable(),
  /** In live shows of the whole store; null for people met in a demo, replay or rehearsal alone. */
  firstSeenTs: Timestamp.nullable(),
  lastSeenTs: Timestamp.nullable(),
  /** Live shows of this room, and the one that is shown whatever it is. */
  showCount: z.int().min(0),
  shows: z.array(PersonShow).max(CARD_SHOWS_MAX),
  /** Null without a show. */
  thisShow: PersonPart.nullable(),
  /** Live shows of this room before. */
  earlier: PersonPart,
  /** What sources of this platform in this room are able to tell; false: a zero means nothing. */
  tells: z.strictObject({ gifts: z.boolean(), orders: z.boolean() }),
  /** Newest first, of this show. */
  messages: z.array(PersonMessage).max(CARD_MESSAGES_MAX),
  note: PersonNote.nullable(),
  /** Those that hold, then the newest that expired. */
  marks: z.array(PersonMark),
});
export type PersonCard = z.infer<typeof PersonCard>;

/** Who of the room has a note or a mark that holds: for desks alone, never for a second screen. */
export const PeopleSlice = z.strictObject({
  /** Marked people first, then by the newest note. */
  people: z
    .array(
      z.strictObject({
        ...PersonKey.shape,
        hasNote: z.boolean(),
        marks: z.array(MarkWord),
      }),
    )
    .max(MARKED_PEOPLE_MAX),
  /** People beyond these. */
  leftOut: z.int().min(0),
});
export type PeopleSlice = z.infer<typeof PeopleSlice>;

export const NO_PEOPLE: PeopleSlice = { people: [], leftOut: 0 };
