import { shareLow } from './share-low.ts';

/** Interaction (互动率) below the room's own median: people who chatted for each view. */
export const chatLow = shareLow({
  name: 'chat_low',
  unit: 'count',
  figures: { share: 'interaction', cases: 'chatters' },
  casesParam: 'chatters',
  metric: 'interactionRate',
  own: ({ comparison, totals: { chatters } }) => ({
    share: comparison.own.interaction,
    cases: chatters.known ? chatters.value : null,
  }),
  past: ({ interaction }) => interaction,
});
