import { shareLow } from './share-low.ts';

/** Follow conversion (转粉率) below the room's own median: new follows for each view. */
export const followLow = shareLow({
  name: 'follow_low',
  unit: 'follows',
  figures: { share: 'followRate', cases: 'follows' },
  casesParam: 'follows',
  metric: 'followRate',
  own: ({ comparison }) => ({
    share: comparison.own.followRate,
    cases: comparison.own.follows,
  }),
  past: ({ followRate }) => followRate,
});
