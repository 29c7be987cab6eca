import type { Readable, Writable } from 'node:stream';

import { z } from 'zod';

const Message = z.object({
  id: z.int().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

/**
 * A browser's DevTools protocol over two pipes (`--remote-debugging-pipe`): JSON, each message ended
 * by a zero byte. No port is opened, so that nobody else on the machine can drive it.
 */
export class DevtoolsPipe {
  readonly #write: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onEvent: (method: string, params: unknown) => void;
  /** Rejects once the browser is gone or was given up; never resolves. */
  readonly failed: Promise<never>;
  #tellFailed: (error: Error) => void = () => undefined;
  #serial = 0;
  #pieces: Buffer[] = [];
  #fault: Error | null = null;

  constructor(write: Writable, read: Readable, onEvent: (method: string, params: unknown) => void) {
    this.#write = write;
    this.#onEvent = onEvent;
    this.failed = new Promise((_resolve, reject) => (this.#tellFailed = reject));
    // Whoever waits for something else hears of it there.
    this.failed.catch(() => undefined);
    read.on('data', (piece: Buffer) => this.#take(piece));
    // A broken pipe is the browser's end, of which its process tells more.
    for (const stream of [write, read]) stream.on('error', () => undefined);
  }

  /** Throws what the browser says, and once it is gone. */
  send(method: string, params: object, sessionId: string | null): Promise<unknown> {
    if (this.#fault !== null) return Promise.reject(this.#fault);
    this.#serial += 1;
    const id = this.#serial;
    const message = { id, method, params, ...(sessionId === null ? {} : { sessionId }) };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#write.write(`${JSON.stringify(message)}\0`);
    });
  }

  /** Whoever waits is told; nothing is sent any more. */
  fail(error: Error): void {
    this.#fault ??= error;
    this.#tellFailed(this.#fault);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(this.#fault);
  }

  #take(piece: Buffer): void {
    let rest = piece;
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      const text = Buffer.concat([...this.#pieces, rest.subarray(0, end)]).toString('utf8');
      this.#pieces = [];
      rest = rest.subarray(end + 1);
      this.#handle(text);
    }
    if (rest.byteLength > 0) this.#pieces.push(rest);
  }

  #handle(text: string): void {
    const message = Message.parse(JSON.parse(text));
    if (message.id === undefined) {
      this.#onEvent(message.method ?? '', message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result);
    else waiting?.reject(new Error(message.error.message));
  }
}
