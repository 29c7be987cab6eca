import { expect, test } from 'vitest';

import { showLift } from '#core/lift/show-lift.ts';
import { wholeReview } from '#core/lift/whole-review.ts';
import { getReview } from '#core/review/review.service.ts';
import { Review } from '#shared/model/review.ts';
import { withLiftFindings } from '#shared/rules/findings/with-lift-findings.ts';
import { GOLDEN_SHOWS, playGolden } from '#tests/support/golden-show.ts';
import { openTestStore } from '#tests/support/test-store.ts';

const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };

test('files have the findings that the page has once what followed is known', async () => {
  const store = openTestStore();
  try {
    const { db } = store.store;
    const [spec] = GOLDEN_SHOWS;
    if (spec === undefined) throw new Error('no golden show');
    const { roomId, showId, endTs } = playGolden(store, spec);
    const [whole, read, lift] = [
      await wholeReview(db, roomId, showId, null, endTs, () => ALL),
      getReview(db, roomId, showId, endTs, () => ALL),
      await showLift(db, roomId, showId, endTs, () => ALL),
    ];
    if (!whole.ok || !read.ok || !lift.ok) throw new Error('no review');
    const { voice, against } = whole.value;
    expect(Review.parse(whole.value)).toEqual({
      ...withLiftFindings(read.value, lift.value),
      voice,
      against,
    });
    // The page says before that it is still compared; a file says what came of it.
    const waiting = ({ quiet }: Review) =>
      quiet.filter(({ reason }) => reason === 'still_counting');
    expect(waiting(read.value).map(({ detector }) => detector)).toEqual([
      'cue_no_effect',
      'cue_works',
    ]);
    expect(waiting(whole.value)).toEqual([]);
    expect(lift.value.things.length).toBeGreaterThan(0);
  } finally {
    store.close();
  }
});
