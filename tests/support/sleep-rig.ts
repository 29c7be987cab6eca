import type { RoomEvent } from '#shared/contract/room-event.ts';

import { type CoreRig, type RigScreen, settled, startRig } from './core-rig.ts';
import { temporaryFolder } from './test-store.ts';
import { startTwitchChatServer, type TwitchChatServer } from './twitch-chat-server.ts';

const CHAT = ':ann!ann@ann.tmi.twitch.tv PRIVMSG #linxia_live :';
const STEP_MS = 10;

type GapEvent = Extract<RoomEvent, { kind: 'gap' }>;

/** A core on a clock of its own with a live show that listens to a chat server of this process. */
export type SleepRig = {
  readonly rig: CoreRig;
  readonly server: TwitchChatServer;
  link(): string | undefined;
  gaps(): readonly GapEvent[];
  texts(): readonly string[];
  /** Signs of life the server was asked for. */
  pings(): number;
  /** Somebody writes, and the desk has it. */
  say(text: string): Promise<void>;
  /** The process is held for so long: all clocks go on, its timers come late. */
  hold(ms: number): Promise<void>;
  /** Lets sockets, timers and commits go on until it is so. */
  until(isTrue: () => boolean): Promise<void>;
  close(): Promise<void>;
};

export async function startSleepRig(): Promise<SleepRig> {
  const folder = temporaryFolder();
  const rig = await startRig(folder.path);
  const desk: RigScreen = rig.screen('desk');
  const server = await startTwitchChatServer({ channels: ['linxia_live'] });
  let serial = 0;

  const texts = (): readonly string[] =>
    desk
      .events()
      .flatMap((event) =>
        event.kind === 'chat' ? [event.fragments.map(({ text }) => text).join('')] : [],
      );
  const link = (): string | undefined => desk.slice('sources').sources.at(0)?.link;

  async function until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) {
      rig.ports.clock.advance(STEP_MS);
      await settled();
    }
  }

  await desk.must('show.create', { title: 'Sleep', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  const address = server.url;
  await desk.must('source.add', { connector: 'twitch-irc', channel: 'linxia_live', address });
  await until(() => link() === 'ready');
  return {
    rig,
    server,
    link,
    gaps: () => desk.events().flatMap((event) => (event.kind === 'gap' ? [event] : [])),
    texts,
    pings: () => server.received.filter((line) => line.startsWith('PING')).length,
    async say(text) {
      serial += 1;
      server.broadcast(`@id=sleep-${serial} ${CHAT}${text}`);
      await until(() => texts().includes(text));
    },
    async hold(ms) {
      rig.ports.clock.hold(ms);
      await settled();
    },
    until,
    async close() {
      await rig.close();
      await server.close();
      folder.clean();
    },
  };
}
