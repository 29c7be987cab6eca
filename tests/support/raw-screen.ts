import { WebSocket } from 'ws';

import type { ScreenRole } from '#shared/model/screen.ts';

/** engine.io's answer to a ping; the server asks every ten seconds and waits for ten. */
const PONG = '3';
const ALIVE_EVERY_MS = 5_000;

export type RawScreenOptions = {
  readonly address: string;
  readonly port: number;
  readonly cookie: string;
  /** Path of the socket; the screens' own when left out. */
  readonly path?: string;
};

/** A screen without socket.io's client: it says what it likes and reads when it likes. */
export class RawScreen {
  /** Every message that was read so far, as engine.io wrote it. */
  readonly texts: string[] = [];
  readonly socket: WebSocket;
  /** Resolves when the line is closed, whoever closed it. */
  readonly closed: Promise<void>;
  readonly #listeners = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => {
      socket.on('close', () => {
        resolve();
        this.#look();
      });
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      this.texts.push(Buffer.isBuffer(data) ? data.toString('utf8') : '');
      this.#look();
    });
  }

  /** A line that is open but has not said who it is. Rejects when the upgrade is refused. */
  static connect(options: RawScreenOptions): Promise<RawScreen> {
    const { address, port, cookie, path = '/socket.io/' } = options;
    const origin = `http://${address}:${port}`;
    const url = `ws://${address}:${port}${path}?EIO=4&transport=websocket`;
    const socket = new WebSocket(url, { headers: { Origin: origin, Cookie: cookie } });
    const screen = new RawScreen(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(screen));
      socket.once('error', reject);
    });
  }

  /** Says who it is and waits to be let in. */
  async greet(role: ScreenRole): Promise<void> {
    this.send(`40${JSON.stringify({ role })}`);
    await this.until(() => this.texts.some((text) => text.startsWith('40')));
  }

  send(message: string | Buffer): void {
    this.socket.send(message);
  }

  sendFrame(frame: unknown): void {
    this.send(`42${JSON.stringify(['frame', frame])}`);
  }

  /** Resolves when the condition holds, looked at after each message; rejects when the line ends. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const isMet = condition();
        if (!isMet && !this.isClosed()) return;
        this.#listeners.delete(look);
        if (isMet) resolve();
        else reject(new Error('the line ended'));
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Says every few seconds that it is alive, as a page does whose network reads nothing. */
  stayAlive(): void {
    const timer = setInterval(() => this.send(PONG), ALIVE_EVERY_MS);
    void this.closed.then(() => clearInterval(timer));
  }

  isClosed(): boolean {
    return this.socket.readyState >= WebSocket.CLOSING;
  }

  /** Stops reading: what is sent to it fills the buffers on the way. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** Ends without a goodbye. */
  drop(): void {
    this.socket.terminate();
  }

  #look(): void {
    for (const listener of this.#listeners) listener();
  }
}
