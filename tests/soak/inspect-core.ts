import { once } from 'node:events';

import { WebSocket } from 'ws';
import { z } from 'zod';

const Answer = z.object({
  id: z.int(),
  result: z.unknown().optional(),
  error: z.unknown().optional(),
});
const Value = z.object({
  result: z.object({ value: z.object({ heap: z.number(), resources: z.int() }) }),
});

const LOOK = `({
  heap: process.memoryUsage().heapUsed,
  resources: process.getActiveResourcesInfo().length,
})`;

/** A look into a running core through Node's own inspector, which SIGUSR1 opens: no line of the product knows. */
export class CoreInspector {
  readonly #socket: WebSocket;
  #serial = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** `said` is what the core has printed so far: the inspector's address is the last it names. */
  static async open(pid: number, said: () => string): Promise<CoreInspector> {
    process.kill(pid, 'SIGUSR1');
    let address: string | undefined;
    while (address === undefined) {
      await new Promise((resolve) => setImmediate(resolve));
      address = /ws:\/\/\S+(?=\s)/.exec(said())?.[0];
    }
    const socket = new WebSocket(address);
    await once(socket, 'open');
    return new CoreInspector(socket);
  }

  /** Bytes of heap that are held after a collection, and what keeps the event loop going. */
  async look(): Promise<{ readonly heap: number; readonly resources: number }> {
    await this.#ask('HeapProfiler.collectGarbage', {});
    const answer = await this.#ask('Runtime.evaluate', { expression: LOOK, returnByValue: true });
    return Value.parse(answer).result.value;
  }

  close(): void {
    this.#socket.close();
  }

  #ask(method: string, params: Readonly<Record<string, unknown>>): Promise<unknown> {
    this.#serial += 1;
    const id = this.#serial;
    return new Promise((resolve, reject) => {
      const take = (raw: Buffer): void => {
        const answer = Answer.safeParse(JSON.parse(raw.toString()));
        if (!answer.success || answer.data.id !== id) return;
        this.#socket.off('message', take);
        if (answer.data.error === undefined) resolve(answer.data.result);
        else reject(new Error(JSON.stringify(answer.data.error)));
      };
      this.#socket.on('message', take);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
