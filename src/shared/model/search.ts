import { z } from 'zod';

import { VirtualValue, Money } from './money.ts';
import { ShowId, Timestamp } from './ids.ts';
import { ShowOrigin } from './show.ts';

/** Longer than any message of a platform: what is typed or pasted is never refused for its length. */
export const SEARCH_TEXT_MAX = 20_000;
/** Hits of one answer at most. */
export const SEARCH_PAGE_MAX = 100;

/** Kinds of events that carry words of viewers; `removed`: messages that a platform took away. */
export const SEARCH_KINDS = [
  'chat',
  'paid_message',
  'gift',
  'membership',
  'reward',
  'notice',
  'removed',
] as const;
export const SearchKind = z.enum(SEARCH_KINDS);
export type SearchKind = z.infer<typeof SearchKind>;

/** One person of one platform, or everybody whose name holds these words. */
export const SearchedPerson = z.union([
  z.strictObject({ platform: z.string().max(24), platformUserId: z.string().min(1).max(200) }),
  z.strictObject({ name: z.string().max(200) }),
]);
export type SearchedPerson = z.infer<typeof SearchedPerson>;

export const SearchHit = z.strictObject({
  /** Its place in the log: newer messages have higher ones. */
  seq: z.int().positive(),
  showId: ShowId,
  /** Show time. */
  ts: Timestamp,
  kind: SearchKind.exclude(['removed']),
  platform: z.string(),
  /** Null when nobody is named. */
  person: z
    .strictObject({
      /** Null when the platform hides it. */
      platformUserId: z.string().nullable(),
      displayName: z.string(),
    })
    .nullable(),
  /** As it was written. */
  text: z.string(),
  /** Where the words that were looked for stand in `text`: UTF-16 units, ends not in them. */
  ranges: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
  /** The platform took it away. */
  isRemoved: z.boolean(),
  /** Of a paid message; null for others. */
  money: Money.nullable(),
  /** Of a gift; null for others and where the platform says none. */
  value: VirtualValue.nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchedShow = z.strictObject({
  id: ShowId,
  title: z.string(),
  origin: ShowOrigin,
  startedTs: Timestamp.nullable(),
});
export type SearchedShow = z.infer<typeof SearchedShow>;

/** How much of the log the search index holds; what it does not hold is read line by line. */
export const SearchIndexState = z.strictObject({
  isWhole: z.boolean(),
  /** Show time of the oldest message in it; null while it is empty. */
  backToTs: Timestamp.nullable(),
  /** Of the log's rows, 0 to 1. */
  fraction: z.number().min(0).max(1),
});
export type SearchIndexState = z.infer<typeof SearchIndexState>;
