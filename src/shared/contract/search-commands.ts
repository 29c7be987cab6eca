import { z } from 'zod';

import { ShowId, Timestamp } from '../model/ids.ts';
import {
  SEARCH_PAGE_MAX,
  SEARCH_TEXT_MAX,
  SearchedPerson,
  SearchedShow,
  SearchHit,
  SearchIndexState,
  SearchKind,
} from '../model/search.ts';

/** The part of the contract that looks through the messages of all shows. */
export const searchCommands = {
  /**
   * Messages of the room's shows that contain a text, newest first, in the order in which they were
   * stored. Both are compared without case, width and what is invisible; no character of `text` means
   * anything but itself. Without a text it lists what the other fields allow; without any of them
   * nothing. A later request with the same `searchId` ends an earlier one, which answers at once
   * with `isSuperseded`.
   */
  'search.messages': {
    input: z.strictObject({
      /** One for each place where somebody types; anything. */
      searchId: z.string().min(1).max(40),
      text: z.string().max(SEARCH_TEXT_MAX),
      person: SearchedPerson.nullable(),
      platform: z.string().max(24).nullable(),
      kind: SearchKind.nullable(),
      showId: ShowId.nullable(),
      /** Show time, the end not in it. */
      fromTs: Timestamp.nullable(),
      toTs: Timestamp.nullable(),
      /** `next` of the page before; null begins with the newest. */
      beforeSeq: z.int().positive().nullable(),
      limit: z.int().min(1).max(SEARCH_PAGE_MAX),
    }),
    output: z.strictObject({
      hits: z.array(SearchHit),
      /** Of the hits, in no order. */
      shows: z.array(SearchedShow),
      /** Where the next page begins; null when everything was looked through. */
      next: z.int().positive().nullable(),
      /** It stopped before the page was full, since reading on would take long: ask again from `next`. */
      isCutShort: z.boolean(),
      /** Show time of the oldest message it came to; null where it came to none. */
      lookedBackToTs: Timestamp.nullable(),
      isSuperseded: z.boolean(),
      /** More people have such a name than were looked for: those that came last were. */
      hasMorePeople: z.boolean(),
      index: SearchIndexState,
    }),
    callers: ['desk'],
  },
} as const;
