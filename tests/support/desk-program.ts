import { io, type Socket } from 'socket.io-client';

import {
  commands,
  type CommandInput,
  type CommandName,
  type CommandOutput,
} from '#shared/contract/contract.ts';
import { PROTOCOL_VERSION, ServerFrame } from '#shared/contract/frames.ts';

import { reconnectDelayMs } from '#renderer/connection/reconnect-delay.ts';

import { codeOf, cookieOf, postPair } from './screen-client.ts';

/** The desk without its window: pairs by the one-time link as the page does, then speaks the contract. */
export class DeskProgram {
  readonly frames: ServerFrame[] = [];
  readonly #socket: Socket;
  #serial = 0;
  readonly #listeners = new Set<() => void>();
  readonly #origin: string;
  readonly #cookie: string;
  readonly #roomId: string;
  /** Sent and not answered: told anew once a connection that was cut is back, as the page does. */
  readonly #unanswered = new Map<string, object>();
  #isIn = false;

  private constructor(
    socket: Socket,
    of: { readonly origin: string; readonly cookie: string; readonly roomId: string },
  ) {
    this.#socket = socket;
    this.#origin = of.origin;
    this.#cookie = of.cookie;
    this.#roomId = of.roomId;
    socket.on('frame', (raw: unknown) => {
      const frame = ServerFrame.parse(raw);
      this.frames.push(frame);
      if (frame.type === 'snapshot') this.#enter();
      for (const listener of this.#listeners) listener();
    });
  }

  static async connect(deskUrl: string, roomId = 'main'): Promise<DeskProgram> {
    const url = new URL(deskUrl);
    const answer = await postPair(Number(url.port), { code: codeOf(deskUrl), name: 'test desk' });
    return DeskProgram.#open(url.origin, cookieOf(answer), roomId);
  }

  /** A second desk, as another tab of the browser: the link is good for one pairing alone. */
  another(): Promise<DeskProgram> {
    return DeskProgram.#open(this.#origin, this.#cookie, this.#roomId);
  }

  static async #open(origin: string, cookie: string, roomId: string): Promise<DeskProgram> {
    const socket = io(origin, {
      path: '/socket.io',
      transports: ['websocket'],
      auth: { role: 'desk' },
      forceNew: true,
      reconnection: false,
      extraHeaders: { Origin: origin, Cookie: cookie },
    });
    const program = new DeskProgram(socket, { origin, cookie, roomId });
    // As the page does (socket-transport.ts).
    const again = (): void => {
      setTimeout(() => socket.connect(), reconnectDelayMs(0, Math.random()));
    };
    socket.on('disconnect', (reason) => {
      program.#isIn = false;
      socket.sendBuffer.length = 0;
      if (reason !== 'io client disconnect') again();
    });
    socket.on('connect_error', again);
    socket.on('connect', () => {
      const hello = {
        type: 'hello',
        protocol: PROTOCOL_VERSION,
        roomId,
        screenName: 'test',
      };
      socket.emit('frame', hello);
    });
    await program.until(() => program.frames.some((frame) => frame.type === 'snapshot'));
    return program;
  }

  /** Whoever has not said hello is in no room, and what it sends is refused. */
  #enter(): void {
    if (this.#isIn) return;
    this.#isIn = true;
    for (const frame of this.#unanswered.values()) this.#socket.emit('frame', frame);
  }

  /** Resolves when the condition holds; looked at after every frame. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!condition()) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** The value of a command that must succeed. */
  async must<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
    this.#serial += 1;
    const commandId = `program-${process.pid}-${Date.now()}-${this.#serial}`;
    const frame = { type: 'command', commandId, roomId: this.#roomId, name, input } as const;
    this.#unanswered.set(commandId, frame);
    if (this.#isIn) this.#socket.emit('frame', frame);
    let answer: ServerFrame | undefined;
    await this.until(() => {
      answer = this.frames.find(
        (frame) =>
          (frame.type === 'reply' || frame.type === 'refused') && frame.commandId === commandId,
      );
      return answer !== undefined;
    });
    this.#unanswered.delete(commandId);
    if (answer?.type !== 'reply') throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
    return commands[name].output.parse(answer.output) as CommandOutput<N>;
  }

  close(): void {
    this.#socket.close();
  }
}
