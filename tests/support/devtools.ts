import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { WebSocket } from 'ws';
import { z } from 'zod';

const Message = z.object({
  id: z.int().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
});
const Attached = z.object({
  sessionId: z.string(),
  targetInfo: z.object({ type: z.string(), url: z.string() }),
});

/** A page of an Electron or Chromium over the DevTools protocol, which a bare spawn can offer too. */
export type DevtoolsPage = {
  /** The value of an expression; a promise is waited for. */
  evaluate(expression: string): Promise<unknown>;
  /** A key as the system would send it. */
  pressKey(key: string): Promise<void>;
  close(): void;
};

/** What a program must be started with. */
export const DEVTOOLS_SWITCH = '--remote-debugging-port=0';

/**
 * The first page whose address begins with `prefix`, as early as it is there. The program's stderr
 * must be piped.
 */
export async function attachToPage(program: ChildProcess, prefix: string): Promise<DevtoolsPage> {
  const socket = new WebSocket(await devtoolsAddress(program));
  await once(socket, 'open');
  const waiting = new Map<number, (message: z.infer<typeof Message>) => void>();
  let serial = 0;
  let onAttached: (attached: z.infer<typeof Attached>) => void = () => undefined;
  socket.on('message', (raw: Buffer) => {
    const message = Message.parse(JSON.parse(raw.toString()));
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    if (message.method === 'Target.attachedToTarget') onAttached(Attached.parse(message.params));
  });

  function send(method: string, params: object, sessionId?: string) {
    serial += 1;
    const id = serial;
    socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise<Record<string, unknown>>((resolve, reject) => {
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result ?? {});
        else reject(new Error(`${method}: ${error.message}`));
      });
    });
  }

  const sessionId = await new Promise<string>((resolve, reject) => {
    onAttached = (attached) => {
      if (attached.targetInfo.type === 'page') resolve(attached.sessionId);
    };
    const order = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
    send('Target.setAutoAttach', order).catch(reject);
  });

  async function evaluate(expression: string): Promise<unknown> {
    const order = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await send('Runtime.evaluate', order, sessionId);
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return z.object({ value: z.unknown() }).parse(result).value;
  }

  for (;;) {
    const address = String(await evaluate('location.href'));
    if (address.startsWith(prefix)) break;
  }
  return {
    evaluate,
    async pressKey(key) {
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key }, sessionId);
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key }, sessionId);
    },
    close: () => socket.close(),
  };
}

/** Where a program that was started with the switch is reached; its stderr must be piped. */
export function devtoolsAddress(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    program.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
    program.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}
