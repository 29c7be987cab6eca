import { fail } from '#shared/contract/app-error.ts';
import { noActs } from '#shared/model/chat-act.ts';
import { IDLE_FEED, NO_OUTAGE, type FeedDefinition } from '../feed.ts';
import { INBOUND } from '../source-lists.rules.ts';

/**
 * What a bridge reports over the room's endpoint. The feed itself listens to nothing: whether the
 * bridge is there is known where it calls. One source, whatever platforms its events name.
 */
export const inboundFeed: FeedDefinition = {
  connector: INBOUND,
  platform: 'bridge',
  can: { viewers: false, joins: false, follows: false, orders: true, gifts: false, chat: false },
  acts: () => noActs('not_ours'),
  // Made by switching the endpoint on, never typed.
  parseChannel: (typed) => fail('channel_invalid', { channel: typed }),
  parseAddress: null,
  parseLogin: null,
  start(_config, sink) {
    sink.report({ link: 'connecting', reason: 'bridge_waiting', ...NO_OUTAGE });
    return IDLE_FEED;
  },
};
