import { z } from 'zod';

import { ShowId, Timestamp } from './ids.ts';
import { ShowFigures } from './show-list.ts';

const count = z.int().min(0);
const Key = ShowFigures.keyof();
const ShowName = z.strictObject({
  showId: ShowId,
  title: z.string(),
  startedTs: Timestamp.nullable(),
});

/** Earlier live shows of the room in one currency and on the same platforms, taken together. */
export const AgainstShows = z.strictObject({
  /** Newest first. */
  shows: z.array(ShowName),
  /** Shows that were left out: of another currency, or on other platforms. */
  otherCurrency: count,
  otherPlatforms: count,
  /** And those that were on air too shortly. */
  tooShort: count,
  /** Of each figure that some of them know: the middle, the ends, and how many know it. */
  figures: z.array(
    z.strictObject({
      key: Key,
      median: z.number(),
      low: z.number(),
      high: z.number(),
      n: count,
    }),
  ),
});
export type AgainstShows = z.infer<typeof AgainstShows>;

/** A show that has ended against its targets and other shows. Money in its own currency. */
export const ReviewAgainst = z.strictObject({
  own: ShowFigures,
  /** Why figures of it are not known. */
  missing: z.array(
    z.strictObject({
      key: Key,
      reason: z.enum(['running', 'no_source', 'source_cannot', 'nothing_yet', 'no_views']),
    }),
  ),
  targets: z.array(z.strictObject({ key: Key, value: z.number() })),
  previous: AgainstShows,
  /** The last seven at most. */
  median: AgainstShows,
  /** Of the same weekday, begun within an hour of its time of day. */
  sameHour: AgainstShows,
  /** Another show that was chosen; null where none was. */
  chosen: z
    .strictObject({
      show: ShowName,
      /** Of its money. */
      currency: z.string(),
      /** Both on the platforms they have in common; null where there are none. */
      own: ShowFigures.nullable(),
      other: ShowFigures.nullable(),
      /** Platforms that one of them did not have. */
      leftOut: z.array(z.string()),
    })
    .nullable(),
});
export type ReviewAgainst = z.infer<typeof ReviewAgainst>;
