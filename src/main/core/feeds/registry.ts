import { bridgeFeed } from './bridge/feed.ts';
import type { FeedDefinition } from './feed.ts';
import { replayFeed } from './replay/feed.ts';
import { simulatorFeed } from './simulator/feed.ts';
import { twitchFeed } from './twitch/feed.ts';

/** Every platform connector: a new one is a folder and one line here. */
const feeds: readonly FeedDefinition[] = [twitchFeed, simulatorFeed, replayFeed, bridgeFeed];

const byConnector = new Map(feeds.map((feed) => [feed.connector, feed]));

export function findFeed(connector: string): FeedDefinition | undefined {
  return byConnector.get(connector);
}
