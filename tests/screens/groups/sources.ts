import { createServer } from 'node:net';

import type { Page } from '@playwright/test';

import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { Source } from '#shared/model/source.ts';
import { SenderProgram } from '#tests/support/sender-program.ts';
import { startTwitchChatServer, type TwitchChatServer } from '#tests/support/twitch-chat-server.ts';

import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

const CHANNEL = 'linen_live';
const TOKEN = 'q1w2e3r4t5y6u7i8o9p0q1w2e3r4t5';
const LATE_MS = 7 * 60_000;
/** From then on a source counts as silent; the words say how long. */
const QUIET = /没有数据|silent for/;

let serial = 0;

/** A line of the channel, told at another time than now when the clocks disagree. */
function chatLine(offsetMs: number): string {
  serial += 1;
  const tags = `@badge-info=;badges=;color=#5b8dd6;display-name=MeiMei;emotes=;id=${serial}-4c1f;mod=0;room-id=100200300;subscriber=0;tmi-sent-ts=${Date.now() - offsetMs};turbo=0;user-id=4400${serial % 7};user-type=`;
  const words = ['这件有 L 码吗', '主播身高多少', '链接发一下', 'does it shrink?'][serial % 4];
  return `${tags} :meimei!meimei@meimei.tmi.twitch.tv PRIVMSG #${CHANNEL} :${words}`;
}

/** A server that takes connections and says nothing, as behind a captive portal. */
async function startMuteServer(): Promise<{ url: string; close(): void }> {
  const server = createServer((socket) => socket.on('error', () => socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return { url: `ws://127.0.0.1:${port}`, close: () => void server.close() };
}

class SourceStage {
  readonly open: OpenedDesk;
  readonly #studio: Studio;

  constructor(studio: Studio, open: OpenedDesk) {
    this.#studio = studio;
    this.open = open;
  }

  add(channel: string, address: string): Promise<{ sourceId: Source['id'] }> {
    const { operator } = this.open;
    return operator.must('source.add', { connector: 'twitch-irc', channel, address });
  }

  async until(link: Source['link'], reason: string | null): Promise<void> {
    await this.open.operator.until(
      () =>
        this.open
          .slice('sources')
          ?.sources.some(
            (one) => one.link === link && (reason === null || one.reason === reason),
          ) ?? false,
    );
  }

  /** The desk as it is, and the sheet with what to do. */
  async take(name: string): Promise<void> {
    await this.#studio.take(this.open.page, name, 'trouble');
    await openSheet(this.open.page);
    await this.#studio.take(this.open.page, `${name}-sheet`, 'trouble');
    await this.open.closeSheet();
  }

  async removeAll(): Promise<void> {
    const { operator } = this.open;
    for (const { id } of this.open.slice('sources')?.sources ?? []) {
      await operator.must('source.remove', { sourceId: id });
    }
  }
}

async function openSheet(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Twitch/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
}

/** Everything that a channel's link can be in, on a show that is on air. */
export async function sourceStates(studio: Studio): Promise<void> {
  const server = await startTwitchChatServer({
    channels: [CHANNEL],
    suspended: ['closed_live'],
    accounts: new Map([['operator_mei', 'another0token0that0is0right0']]),
  });
  const mute = await startMuteServer();
  const open = await studio.openDesk();
  try {
    await open.goLive();
    const stage = new SourceStage(studio, open);
    if (studio.camera.isPatient) await slowStates(studio, stage, mute.url);
    await networkStates(studio, stage);
    await refusedStates(studio, stage, server);
    await joinedStates(studio, stage, server);
    await warningStates(studio, open);
  } finally {
    await open.close();
    mute.close();
    await server.close();
  }
}

/** What a platform says to the broadcast itself, as a program beside the desk hands it on. */
async function warningStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const sender = await SenderProgram.connect(open.desk.dataFolder, 'bridge');
  const isChinese = open.language === 'zh-CN';
  const says = [
    {
      name: 'platform-warning',
      text: isChinese ? '请勿在直播中引导站外交易' : 'Do not lead viewers to deals elsewhere',
      isCut: false,
    },
    {
      name: 'platform-cut',
      text: isChinese
        ? '违反直播规范，直播间已被关闭'
        : 'The room was closed for breaking the rules',
      isCut: true,
    },
  ];
  try {
    for (const { name, text, isCut } of says) {
      await studio.step(name, async () => {
        await sender.append([warningEvent(name, text, isCut)]);
        await open.page.getByText(text).waitFor();
        await studio.take(open.page, name, 'trouble');
      });
    }
    await studio.step('stream-down', async () => {
      for (const { seq } of open.slice('sources')?.warnings ?? []) {
        await open.operator.must('warning.acknowledge', { seq });
      }
      await sender.append([streamEvent('online'), streamEvent('offline')]);
      await open.page.getByText(/直播流.*断了|stream on .* is down/).waitFor();
      await studio.take(open.page, 'stream-down', 'trouble');
    });
  } finally {
    sender.close();
  }
}

/** What a platform says of its own stream. */
function streamEvent(state: 'online' | 'offline'): FeedEvent {
  return { ...bridgedEvent(`stream-${state}`), kind: 'stream', state, title: null };
}

function warningEvent(dedupeKey: string, text: string, isCut: boolean): FeedEvent {
  return { ...bridgedEvent(dedupeKey), kind: 'warning', text, isCut };
}

function bridgedEvent(dedupeKey: string) {
  return {
    platform: 'bilibili',
    source: 'bridge',
    platformRoomId: '5440',
    dedupeKey,
    platformTs: Date.now(),
    receivedTs: Date.now(),
    test: false,
    historical: false,
    actor: null,
    schema: EVENT_SCHEMA,
  } as const;
}

/** A server that never answers is given up after ten seconds. */
async function slowStates(studio: Studio, stage: SourceStage, muteUrl: string): Promise<void> {
  // It connects for ten seconds at most: each picture has its own attempt.
  await studio.step('source-connecting', async () => {
    await stage.add(CHANNEL, muteUrl);
    await stage.until('connecting', null);
    await studio.take(stage.open.page, 'source-connecting', 'trouble', 300);
    await openSheet(stage.open.page);
    await stage.removeAll();
    await stage.add(CHANNEL, muteUrl);
    await stage.until('connecting', null);
    await studio.take(stage.open.page, 'source-connecting-sheet', 'trouble', 300);
    await stage.open.closeSheet();
  });
  await studio.step('source-no-answer', async () => {
    await stage.until('reconnecting', 'connect_timeout');
    await stage.take('source-no-answer');
  });
  await stage.removeAll();
}

async function networkStates(studio: Studio, stage: SourceStage): Promise<void> {
  await studio.step('source-no-network', async () => {
    await stage.add(CHANNEL, 'wss://chat.linen.invalid');
    await stage.until('reconnecting', 'host_unknown');
    await stage.take('source-no-network');
  });
  await stage.removeAll();
  await studio.step('source-refused', async () => {
    await stage.add(CHANNEL, 'ws://127.0.0.1:9');
    await stage.until('reconnecting', 'connect_refused');
    await stage.take('source-refused');
  });
  await stage.removeAll();
}

async function refusedStates(
  studio: Studio,
  stage: SourceStage,
  server: TwitchChatServer,
): Promise<void> {
  await studio.step('source-suspended', async () => {
    await stage.add('closed_live', server.url);
    await stage.until('failed', 'channel_suspended');
    await stage.take('source-suspended');
  });
  await stage.removeAll();
  if (studio.camera.isPatient) {
    await studio.step('source-mistyped', async () => {
      await stage.add('linnen_live', server.url);
      await stage.until('reconnecting', 'join_unanswered');
      await stage.take('source-mistyped');
    });
    await stage.removeAll();
  }
  await studio.step('source-wrong-token', async () => {
    const { sourceId } = await stage.add(CHANNEL, server.url);
    await stage.open.operator.must('source.setLogin', {
      sourceId,
      name: 'operator_mei',
      token: TOKEN,
    });
    await stage.until('failed', 'token_refused');
    await stage.take('source-wrong-token');
  });
  await stage.removeAll();
}

async function joinedStates(
  studio: Studio,
  stage: SourceStage,
  server: TwitchChatServer,
): Promise<void> {
  const { open } = stage;
  await studio.step('source-unknown', async () => {
    await stage.add(CHANNEL, server.url);
    await stage.until('ready', null);
    server.broadcast(
      `@msg-id=msg_room_not_found :tmi.twitch.tv NOTICE #${CHANNEL} :This channel does not exist.`,
    );
    await stage.until('failed', 'channel_unknown');
    await stage.take('source-unknown');
  });
  await stage.removeAll();
  await stage.add(CHANNEL, server.url);
  await stage.until('ready', null);
  for (let line = 0; line < 12; line += 1) server.broadcast(chatLine(0));
  if (studio.camera.isPatient) {
    await studio.step('source-silent', async () => {
      await openSheet(open.page);
      await open.page.getByRole('dialog').getByText(QUIET).waitFor({ timeout: 120_000 });
      await open.closeSheet();
      await stage.take('source-silent');
    });
  }
  await studio.step('source-reconnecting', async () => {
    server.mute(true);
    server.drop();
    await stage.until('reconnecting', null);
    await stage.take('source-reconnecting');
    server.mute(false);
  });
  await studio.step('source-off', async () => {
    const [source] = open.slice('sources')?.sources ?? [];
    if (source === undefined) throw new Error('there is no source');
    await open.operator.must('source.setEnabled', { sourceId: source.id, isEnabled: false });
    await stage.take('source-off');
  });
  await stage.removeAll();
  await studio.step('clock-wrong', async () => {
    await stage.add(CHANNEL, server.url);
    await stage.until('ready', null);
    for (let line = 0; line < 40; line += 1) {
      server.broadcast(chatLine(LATE_MS));
      await server.receipt();
    }
    await open.shown(/时钟快了|clock is about/);
    await stage.take('clock-wrong');
  });
}
