import { once } from 'node:events';

import type { RawData, WebSocket } from 'ws';

const HOST = 'tmi.twitch.tv';
const KNOWN_CAPABILITIES = ['twitch.tv/tags', 'twitch.tv/commands', 'twitch.tv/membership'];

export type PeerRules = {
  isKnown(channel: string): boolean;
  isSuspended(channel: string): boolean;
  isMuted(): boolean;
  /** The token a login name must bring; undefined where there is no such account. */
  tokenOf(name: string): string | undefined;
  onReceived(line: string): void;
  /** After names and room state were sent. */
  onJoined(channel: string): void;
};

/** The server's side of one connection, answering as Twitch's chat does. */
export class TwitchChatPeer {
  readonly #socket: WebSocket;
  readonly #rules: PeerRules;
  readonly #capabilities = new Set<string>();
  readonly #channels = new Set<string>();
  #nick: string | null = null;
  #pass = '';
  #rest = '';

  constructor(socket: WebSocket, rules: PeerRules) {
    this.#socket = socket;
    this.#rules = rules;
    socket.on('message', (data) => this.#receive(data));
    // A broken client must not end the server.
    socket.on('error', () => socket.terminate());
  }

  hasJoined(channel: string): boolean {
    return this.#channels.has(channel);
  }

  /** One line, or several in one frame. */
  send(...lines: readonly string[]): void {
    this.sendFrame(lines.map((line) => `${line}\r\n`).join(''));
  }

  sendFrame(frame: string | Uint8Array): void {
    if (this.#rules.isMuted() || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(frame);
  }

  sendBrokenText(frame: Uint8Array): void {
    this.#socket.send(frame, { binary: false });
  }

  /** Resolves when the client has read everything sent so far, or is gone. */
  async receipt(): Promise<void> {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const ended = new AbortController();
    const { signal } = ended;
    const answered = Promise.race([
      once(this.#socket, 'pong', { signal }),
      once(this.#socket, 'close', { signal }),
    ]);
    this.#socket.ping();
    await answered;
    ended.abort();
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #receive(data: RawData): void {
    const lines = (this.#rest + textOf(data)).split('\r\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      this.#rules.onReceived(line);
      this.#answer(line);
    }
  }

  #answer(line: string): void {
    const [command = '', ...rest] = line.split(' ');
    const argument = rest.join(' ');
    switch (command.toUpperCase()) {
      case 'CAP':
        return this.#negotiate(argument);
      case 'PASS':
        this.#pass = argument;
        return;
      case 'NICK':
        return this.#welcome(argument.toLowerCase());
      case 'JOIN':
        for (const channel of argument.split(',')) this.#join(channel.toLowerCase());
        return;
      case 'PART':
        this.#channels.delete(argument.slice(1));
        return;
      case 'PING':
        return this.send(`:${HOST} PONG ${HOST} :${argument.replace(/^:/, '')}`);
      case 'PONG':
        return;
      default:
        return this.send(`:${HOST} 421 ${this.#nick ?? '*'} ${command} :Unknown command`);
    }
  }

  #negotiate(argument: string): void {
    const asked = /^REQ :?(.*)$/.exec(argument)?.[1]?.trim();
    if (asked === undefined) return;
    const wanted = asked.split(/\s+/);
    const isKnown = wanted.every((name) => KNOWN_CAPABILITIES.includes(name));
    if (isKnown) for (const name of wanted) this.#capabilities.add(name);
    this.send(`:${HOST} CAP * ${isKnown ? 'ACK' : 'NAK'} :${asked}`);
  }

  #welcome(nick: string): void {
    const refusal = this.#refusalOf(nick);
    if (refusal !== null) {
      this.send(`:${HOST} NOTICE * :${refusal}`);
      return;
    }
    this.#nick = nick;
    this.send(
      `:${HOST} 001 ${nick} :Welcome, GLHF!`,
      `:${HOST} 002 ${nick} :Your host is ${HOST}`,
      `:${HOST} 003 ${nick} :This server is rather new`,
      `:${HOST} 004 ${nick} :-`,
      `:${HOST} 375 ${nick} :-`,
      `:${HOST} 372 ${nick} :You are in a maze of twisty passages, all alike.`,
      `:${HOST} 376 ${nick} :>`,
    );
  }

  /** As Twitch words it; null when the login is fine. */
  #refusalOf(nick: string): string | null {
    if (/^justinfan\d+$/.test(nick)) return null;
    if (!this.#pass.startsWith('oauth:')) return 'Improperly formatted auth';
    const token = this.#rules.tokenOf(nick);
    if (token === undefined) return 'Login unsuccessful';
    return this.#pass === `oauth:${token}` ? null : 'Login authentication failed';
  }

  #join(name: string): void {
    const nick = this.#nick;
    // Twitch ignores a join before the login, and says nothing about a channel that is not there.
    if (nick === null || !name.startsWith('#')) return;
    const channel = name.slice(1);
    if (this.#rules.isSuspended(channel)) {
      const tags = this.#capabilities.has('twitch.tv/tags') ? '@msg-id=msg_channel_suspended ' : '';
      this.send(
        `${tags}:${HOST} NOTICE ${name} :This channel does not exist or has been suspended.`,
      );
      return;
    }
    if (!this.#rules.isKnown(channel) || this.#rules.isMuted()) return;
    this.#channels.add(channel);
    this.send(`:${nick}!${nick}@${nick}.${HOST} JOIN ${name}`);
    const state = `:${HOST} ROOMSTATE ${name}`;
    const tags = '@emote-only=0;followers-only=-1;r9k=0;room-id=100200300;slow=0;subs-only=0 ';
    const end = [
      `:${nick}.${HOST} 353 ${nick} = ${name} :${nick}`,
      `:${nick}.${HOST} 366 ${nick} ${name} :End of /NAMES list`,
    ];
    if (this.#capabilities.has('twitch.tv/commands')) {
      end.push(this.#capabilities.has('twitch.tv/tags') ? tags + state : state);
    }
    this.send(...end);
    this.#rules.onJoined(channel);
  }
}

/** A frame's text, in whichever form the socket hands it over. */
function textOf(data: RawData): string {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : data;
  return Buffer.from(bytes as Uint8Array).toString();
}
