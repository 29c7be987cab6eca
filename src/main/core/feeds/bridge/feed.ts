import { fail, ok } from '#shared/contract/app-error.ts';
import { noActs } from '#shared/model/chat-act.ts';
import { IDLE_FEED, NO_OUTAGE } from '../feed.ts';
import type { FeedDefinition } from '../feed.ts';

/**
 * Events that another program of this machine appends (`ingest.append`). The feed itself listens to
 * nothing: it gives the sender a source with a link state of its own.
 */
export const bridgeFeed: FeedDefinition = {
  connector: 'bridge',
  platform: null,
  can: { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true },
  acts: () => noActs('not_ours'),
  parseChannel(typed) {
    const name = typed.trim().toLowerCase();
    return /^[a-z0-9-]{2,40}$/.test(name) ? ok(name) : fail('channel_invalid', { channel: typed });
  },
  parseAddress: null,
  parseLogin: null,
  start(_config, sink) {
    sink.report({ link: 'ready', reason: null, ...NO_OUTAGE });
    return IDLE_FEED;
  },
};
