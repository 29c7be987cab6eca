import type { ClientFrame, CommandFrame } from '#shared/contract/frames.ts';
import type {
  Transport,
  TransportHandlers,
  TransportLoss,
} from '#renderer/connection/transport.ts';

/** A transport whose other end is the test. */
export interface FakeTransport extends Transport {
  /** Everything that was sent while connected, oldest first. */
  readonly sent: readonly ClientFrame[];
  readonly commands: readonly CommandFrame[];
  connect(): void;
  receive(frame: unknown): void;
  lose(loss: TransportLoss): void;
  /** Answers the newest command of this name with an output. */
  reply(name: string, output: unknown): void;
  /** Refuses the newest command of this name; `params` are the error's, none when left out. */
  refuse(name: string, code: string, params?: Readonly<Record<string, string>>): void;
}

export function createFakeTransport(): FakeTransport {
  const sent: ClientFrame[] = [];
  let handlers: TransportHandlers | null = null;
  let isConnected = false;

  function opened(): TransportHandlers {
    if (handlers === null) throw new Error('the transport was not opened');
    return handlers;
  }

  function commands(): CommandFrame[] {
    return sent.filter((frame) => frame.type === 'command');
  }

  function newest(name: string): CommandFrame {
    const command = commands().findLast((frame) => frame.name === name);
    if (command === undefined) throw new Error(`no command ${name} was sent`);
    return command;
  }

  return {
    sent,
    get commands() {
      return commands();
    },
    open(next) {
      handlers = next;
    },
    send(frame) {
      if (isConnected) sent.push(frame);
    },
    close() {
      isConnected = false;
    },
    connect() {
      isConnected = true;
      opened().onOpen();
    },
    receive(frame) {
      opened().onFrame(frame);
    },
    lose(loss) {
      isConnected = false;
      opened().onLost(loss);
    },
    reply(name, output) {
      opened().onFrame({ type: 'reply', commandId: newest(name).commandId, output });
    },
    refuse(name, code, params = {}) {
      const error = { code, params };
      opened().onFrame({ type: 'refused', commandId: newest(name).commandId, error });
    },
  };
}
