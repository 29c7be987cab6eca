import type { Socket } from 'socket.io-client';

import { readJson } from '#core/screens/private-file.ts';
import { RuntimeInfo, runtimeFilePath } from '#core/screens/runtime-file.ts';
import { commands, type CommandInput } from '#shared/contract/contract.ts';
import { PROTOCOL_VERSION, ServerFrame } from '#shared/contract/frames.ts';

import { programSocket } from './screen-client.ts';

/** Another program of this machine that sends events to a running host, with the host's own token. */
export class SenderProgram {
  readonly #socket: Socket;
  readonly #name: string;
  #batches = 0;

  private constructor(socket: Socket, name: string) {
    this.#socket = socket;
    this.#name = name;
  }

  static async connect(dataFolder: string, name: string): Promise<SenderProgram> {
    const runtime = readJson(runtimeFilePath(dataFolder), RuntimeInfo);
    if (runtime === null || runtime.port === null) throw new Error('the host is gone');
    const socket = programSocket(runtime.port, runtime.token);
    const hello = { type: 'hello', protocol: PROTOCOL_VERSION, roomId: 'main', screenName: name };
    socket.on('connect', () => socket.emit('frame', hello));
    await new Promise<void>((resolve, reject) => {
      socket.once('frame', () => resolve());
      socket.once('connect_error', reject);
      socket.connect();
    });
    return new SenderProgram(socket, name);
  }

  /** Resolves with how many of the batch were stored. */
  append(events: CommandInput<'ingest.append'>['events']): Promise<number> {
    const socket = this.#socket;
    const commandId = `${this.#name}-${(this.#batches += 1)}`;
    const answered = new Promise<number>((resolve, reject) => {
      const take = (raw: unknown): void => {
        const frame = ServerFrame.parse(raw);
        if (frame.type !== 'reply' && frame.type !== 'refused') return;
        if (frame.commandId !== commandId) return;
        socket.off('frame', take);
        if (frame.type === 'refused') reject(new Error(JSON.stringify(frame.error)));
        else resolve(commands['ingest.append'].output.parse(frame.output).stored);
      };
      socket.on('frame', take);
    });
    const input = { sender: this.#name, events };
    socket.emit('frame', {
      type: 'command',
      commandId,
      roomId: 'main',
      name: 'ingest.append',
      input,
    });
    return answered;
  }

  close(): void {
    this.#socket.close();
  }
}
