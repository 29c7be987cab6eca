import type { SourceCan } from '#shared/model/source.ts';
import { bridgeFeed } from './bridge/feed.ts';
import { inboundFeed } from './bridge/inbound-feed.ts';
import type { FeedDefinition } from './feed.ts';
import { replayFeed } from './replay/feed.ts';
import { simulatorFeed } from './simulator/feed.ts';
import { twitchFeed } from './twitch/feed.ts';

/** Every platform connector: a new one is a folder and one line here. */
const feeds: readonly FeedDefinition[] = [
  twitchFeed,
  simulatorFeed,
  replayFeed,
  bridgeFeed,
  inboundFeed,
];

const byConnector = new Map(feeds.map((feed) => [feed.connector, feed]));

/** What a connector is able to give; null for one this program does not know (any more). */
export function canOf(connector: string): SourceCan | null {
  return findFeed(connector)?.can ?? null;
}

export function findFeed(connector: string): FeedDefinition | undefined {
  return byConnector.get(connector);
}
