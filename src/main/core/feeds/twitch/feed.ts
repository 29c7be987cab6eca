import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { SourceCan } from '#shared/model/source.ts';
import type { FeedConfig, FeedDefinition, FeedSink, RoomView, RunningFeed } from '../feed.ts';
import type { Ports } from '../../ports.ts';
import { reconnectDelayMs } from '../reconnect-delay.rules.ts';
import { parseChatAddress, parseTwitchChannel } from './channel.ts';
import { openTwitchClient } from './client.ts';
import type { ReceivedLine, TwitchClient } from './client.ts';
import { decodeParsedLine } from './decode.ts';
import { TWITCH_CONNECTOR, TWITCH_PLATFORM } from './envelope.ts';
import { isFatal } from './session.rules.ts';
import type { EndReason } from './session.rules.ts';

const TWITCH_ADDRESS = 'wss://irc-ws.chat.twitch.tv:443';

/** Chat without an account tells neither viewers nor follows, and Twitch has no shop. */
const CAN: SourceCan = {
  viewers: false,
  joins: false,
  follows: false,
  orders: false,
  gifts: true,
  chat: true,
};

/** Twitch's chat of any channel, read without an account. */
export const twitchFeed: FeedDefinition = {
  connector: TWITCH_CONNECTOR,
  platform: TWITCH_PLATFORM,
  can: CAN,
  parseChannel: parseTwitchChannel,
  parseAddress: parseChatAddress,
  start: startTwitchFeed,
};

function startTwitchFeed(
  config: FeedConfig,
  sink: FeedSink,
  room: RoomView,
  ports: Ports,
): RunningFeed {
  const { clock, randomness } = ports;
  const channel = parseTwitchChannel(config.channel);
  let client: TwitchClient | null = null;
  let cancelAttempt = (): void => undefined;
  let failedAttempts = 0;
  let isReady = false;
  let isStopped = false;
  let heardTs = room.showNow();
  /** Show time since which data is missing; null while nothing is. */
  let missingSinceTs: number | null = null;

  function connect(login: string): void {
    client = openTwitchClient(
      config.address ?? TWITCH_ADDRESS,
      login,
      {
        ready: becomeReady,
        lines: takeLines,
        badFrame: (frame, reason) => sink.bad(frame, reason),
        ended: (reason) => loseLink(login, reason),
      },
      ports,
    );
  }

  function becomeReady(): void {
    isReady = true;
    failedAttempts = 0;
    sink.report({ link: 'ready', reason: null, nextAttemptTs: null });
    closeGap();
  }

  function takeLines(lines: readonly ReceivedLine[]): void {
    heardTs = room.showNow();
    const receivedTs = clock.wallNow();
    const events: FeedEvent[] = [];
    for (const { raw, parsed } of lines) {
      const result =
        typeof parsed === 'string'
          ? ({ ok: false, reason: parsed } as const)
          : decodeParsedLine(parsed, receivedTs);
      if (!result.ok) {
        sink.bad(raw, result.reason);
      } else if (result.events.length > 0) {
        sink.raw(raw);
        events.push(...result.events);
      }
    }
    if (events.length > 0) sink.accept(events);
  }

  function loseLink(login: string, reason: EndReason): void {
    client = null;
    if (isReady) {
      // A silent link may have been dead since the last sign of life.
      missingSinceTs ??= reason === 'silent' ? heardTs : room.showNow();
      isReady = false;
    }
    ports.logger.log('warn', 'twitch.link_lost', { reason, failedAttempts });
    if (isFatal(reason)) {
      sink.report({ link: 'failed', reason, nextAttemptTs: null });
      return;
    }
    const delayMs = reconnectDelayMs(failedAttempts, randomness.fraction());
    failedAttempts += 1;
    sink.report({ link: 'reconnecting', reason, nextAttemptTs: clock.wallNow() + delayMs });
    cancelAttempt = clock.after(delayMs, () => {
      sink.report({ link: 'reconnecting', reason, nextAttemptTs: null });
      connect(login);
    });
  }

  function closeGap(): void {
    if (missingSinceTs === null) return;
    const toTs = Math.max(missingSinceTs, room.showNow());
    sink.gap(missingSinceTs, toTs, null, null);
    missingSinceTs = null;
  }

  if (channel.ok) {
    sink.report({ link: 'connecting', reason: null, nextAttemptTs: null });
    connect(channel.value);
  } else {
    sink.report({ link: 'failed', reason: 'channel_unknown', nextAttemptTs: null });
  }

  return {
    async stop() {
      if (isStopped) return;
      isStopped = true;
      cancelAttempt();
      // Ending while the link is down: what was missed up to here stays visible.
      closeGap();
      await client?.close();
      client = null;
    },
  };
}
