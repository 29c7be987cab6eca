import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { HostMessage } from '#node/host-message.ts';

const HOST = fileURLToPath(new URL('../../src/main/node/browser-host.ts', import.meta.url));

export type ExitStatus = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type StartedHost = {
  readonly child: ChildProcess;
  /** What it said first: ready, already-running or fatal. */
  readonly message: HostMessage;
  /** Everything it wrote to stderr so far. */
  stderr(): string;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<ExitStatus>;
  /** Resolves when it has ended, however that came about. */
  readonly exited: Promise<ExitStatus>;
};

/**
 * Starts the real browser host, as `npm start` does, and waits for its first message. Rejects when
 * it ends without one.
 */
export function startBrowserHost(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<StartedHost> {
  const child = spawn(process.execPath, [HOST, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env,
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
  child.stdout?.resume();
  const exited = new Promise<ExitStatus>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (raw) => {
      resolve({
        child,
        message: HostMessage.parse(raw),
        stderr: () => errors,
        exited,
        async end(signal) {
          child.kill(signal);
          return exited;
        },
      });
    });
    void exited.then(({ code, signal }) => {
      reject(new Error(`the host ended without a word (${code ?? signal}): ${errors}`));
    });
  });
}

/** The ready message, or a failure that says what came instead. */
export function readyMessage(host: StartedHost): Extract<HostMessage, { type: 'ready' }> {
  if (host.message.type === 'ready') return host.message;
  throw new Error(`not ready: ${JSON.stringify(host.message)} ${host.stderr()}`);
}
