import { noActs } from '#shared/model/chat-act.ts';
import type { SourceCan } from '#shared/model/source.ts';
import type { Ports } from '../../ports.ts';
import { IDLE_FEED, NO_OUTAGE } from '../feed.ts';
import type { FeedConfig, FeedDefinition, FeedSink, RoomView, RunningFeed } from '../feed.ts';
import type { LinkConnection, LinkListener } from '../supervisor/live-link.ts';
import { openLater } from '../supervisor/open-later.ts';
import { superviseLink } from '../supervisor/supervise-link.ts';
import { parseChatAddress, parseTwitchChannel } from './channel.ts';
import type { ReceivedLine, TwitchTarget } from './client.ts';
import { decodeParsedLine } from './decode.ts';
import { TWITCH_CONNECTOR, TWITCH_PLATFORM } from './envelope.ts';
import { parseTwitchLogin } from './login.ts';
import { FATAL_REASONS } from './session.rules.ts';

const TWITCH_ADDRESS = 'wss://irc-ws.chat.twitch.tv:443';
export const PING_INTERVAL_MS = 15_000;

/** Chat without an account tells neither viewers nor follows, and Twitch has no shop. */
const CAN: SourceCan = {
  viewers: false,
  joins: false,
  follows: false,
  orders: false,
  gifts: true,
  chat: true,
};

/** Twitch's chat of any channel, read without an account or with one. */
export const twitchFeed: FeedDefinition = {
  connector: TWITCH_CONNECTOR,
  platform: TWITCH_PLATFORM,
  can: CAN,
  acts: (_platform, login) => noActs(login?.state === 'named' ? 'reads_only' : 'no_login'),
  parseChannel: parseTwitchChannel,
  parseAddress: parseChatAddress,
  parseLogin: parseTwitchLogin,
  start: startTwitchFeed,
};

function startTwitchFeed(
  config: FeedConfig,
  sink: FeedSink,
  room: RoomView,
  ports: Ports,
): RunningFeed {
  const channel = parseTwitchChannel(config.channel);
  if (!channel.ok) {
    sink.report({ link: 'failed', reason: 'channel_unknown', ...NO_OUTAGE });
    return IDLE_FEED;
  }
  const { login } = config;
  if (login === 'unreadable') {
    sink.report({ link: 'failed', reason: 'token_unreadable', ...NO_OUTAGE });
    return IDLE_FEED;
  }
  const target = { url: config.address ?? TWITCH_ADDRESS, channel: channel.value, login };
  return superviseLink<ReceivedLine>(
    {
      pingIntervalMs: PING_INTERVAL_MS,
      fatalReasons: FATAL_REASONS,
      decode: ({ parsed }, receivedTs) =>
        typeof parsed === 'string'
          ? { ok: false, reason: parsed }
          : decodeParsedLine(parsed, receivedTs),
      open: (listener) => openLater(() => loadClient(target, ports), listener, ports.logger),
    },
    sink,
    room,
    ports,
  );
}

/** The one user of a WebSocket client, and of Node's HTTPS with it. */
async function loadClient(
  target: TwitchTarget,
  ports: Ports,
): Promise<(listener: LinkListener<ReceivedLine>) => LinkConnection> {
  const { openTwitchClient } = await import('./client.ts');
  return (listener) => openTwitchClient(target, listener, ports);
}
