import BetterSqlite from 'better-sqlite3';

import type { SourceId } from '#shared/model/ids.ts';

import { settled, startRig, type CoreRig, type RigScreen } from './core-rig.ts';
import { gapRows, type GapRow } from './source-ledger.ts';
import { startTwitchChatServer, type TwitchChatServer } from './twitch-chat-server.ts';

const CHANNEL = 'linxia_live';

/** A whole core that listens to one channel of a local server, and a ledger of what that has sent. */
export class WatchedChannel {
  readonly rig: CoreRig;
  readonly desk: RigScreen;
  readonly server: TwitchChatServer;
  readonly sourceId: SourceId;
  /** Keys of messages whose receipt was awaited: they must be in the store, once each. */
  readonly received: string[] = [];
  #serial = 0;
  #last: readonly string[] = [];

  private constructor(rig: CoreRig, desk: RigScreen, server: TwitchChatServer, sourceId: SourceId) {
    this.rig = rig;
    this.desk = desk;
    this.server = server;
    this.sourceId = sourceId;
  }

  /** On air, joined and confirmed. */
  static async start(): Promise<WatchedChannel> {
    const rig = await startRig(null);
    const desk = rig.screen('desk');
    const server = await startTwitchChatServer({ channels: [CHANNEL] });
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    await desk.must('show.start', {});
    const { sourceId } = await desk.must('source.add', {
      connector: 'twitch-irc',
      channel: CHANNEL,
      address: server.url,
    });
    const watched = new WatchedChannel(rig, desk, server, sourceId);
    await watched.untilLink('ready');
    return watched;
  }

  link(): string | undefined {
    return this.desk.slice('sources').sources.find(({ id }) => id === this.sourceId)?.link;
  }

  /** Sends new messages, after the last ones again, as a platform does on a rejoin. */
  async talk(count: number): Promise<void> {
    for (const line of this.#last) this.server.broadcast(line);
    const keys = Array.from({ length: count }, () => {
      this.#serial += 1;
      return `key-${this.#serial}`;
    });
    this.#last = keys.map((key) => this.#line(key));
    for (const line of this.#last) this.server.broadcast(line);
    await this.server.receipt();
    this.received.push(...keys);
  }

  /** Time goes on in small steps until the link is so. */
  async untilLink(wanted: string): Promise<void> {
    while (this.link() !== wanted) {
      this.rig.ports.clock.advance(20);
      await settled();
    }
  }

  async setEnabled(isEnabled: boolean): Promise<void> {
    await this.desk.must('source.setEnabled', { sourceId: this.sourceId, isEnabled });
  }

  /** What the store holds of the messages, and of the gaps of this source. */
  async check(): Promise<{ lost: number; doubled: number; gaps: readonly GapRow[] }> {
    await this.rig.advance(200);
    const db = new BetterSqlite(this.rig.storePath, { readonly: true });
    const rows = db
      .prepare<[], { key: string; n: number }>(
        'SELECT dedupe_key AS key, count(*) AS n FROM events WHERE kind = 1 GROUP BY 1',
      )
      .all();
    const gaps = gapRows(db).filter(({ sourceId }) => sourceId === this.sourceId);
    db.close();
    const held = new Set(rows.map(({ key }) => key));
    return {
      lost: this.received.filter((key) => !held.has(key)).length,
      doubled: rows.filter(({ n }) => n > 1).length,
      gaps,
    };
  }

  async close(): Promise<void> {
    await this.rig.close();
    await this.server.close();
  }

  #line(key: string): string {
    const tags = `@id=${key};display-name=Ann;user-id=7;room-id=100200300`;
    return `${tags} :ann!ann@ann.tmi.twitch.tv PRIVMSG #${CHANNEL} :line ${key}`;
  }
}

/** TCP connections this process holds now, both ends of each. */
export function openSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}
