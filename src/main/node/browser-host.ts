/** The core without Electron: serves the desk to a browser of this machine until it is told to end. */
import { fileURLToPath } from 'node:url';

import { RESTART_EXIT_CODE, type Core } from '#core/core.ts';
import { defaultDataFolder, parseHostArguments } from '#core/host-arguments.ts';
import { startCore } from '#core/start-core.ts';
import { startFault } from '#core/start-fault.ts';
import { describeStartProblem } from '#core/start-problem.ts';
import { createSystemPorts } from '#core/host-ports.ts';

import { HostQuestion, type HostMessage } from './host-message.ts';
import { productVersion } from './product-version.ts';
import { askRunningHost } from './running-host.ts';

const CLOSE_LIMIT_MS = 10_000;
const ASK_LIMIT_MS = 3_000;

const args = parseHostArguments(process.argv.slice(2));
if (!args.ok) {
  await announce({ type: 'fatal', message: describeStartProblem(args.error), exitCode: 2 });
  process.exit(2);
}
const dataFolder = args.value.dataFolder ?? defaultDataFolder();
const ports = createSystemPorts(dataFolder, 'warn');

process.on('uncaughtException', (error) => {
  ports.logger.log('error', 'uncaught_exception', { error: error.stack ?? String(error) });
  process.exit(1);
});

let core: Core | null = null;
let isEnding = false;

/** Ends once, in order and within a limit; a signal that is repeated or forwarded changes nothing. */
function end(why: string, exitCode = 0): void {
  if (isEnding) return;
  isEnding = true;
  ports.logger.log('info', 'host_ends', { why });
  ports.clock.after(CLOSE_LIMIT_MS, () => {
    ports.logger.log('error', 'close_took_too_long', { limitMs: CLOSE_LIMIT_MS });
    process.exit(1);
  });
  // A store that is to be replaced because it is damaged may refuse its last writes.
  const closed = (core?.close() ?? Promise.resolve()).catch((error: unknown) => {
    ports.logger.log('error', 'close_failed', { error: String(error) });
  });
  void closed.then(() => process.exit(exitCode));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => end(signal));
}
// Whoever started the host asks whether it still turns.
process.on('message', (raw) => {
  if (HostQuestion.safeParse(raw).success) void announce({ type: 'alive' });
});
// Whoever started the host is gone: nobody could end it any more.
process.on('disconnect', () => end('disconnect'));

try {
  core = await startCore(
    {
      dataFolder,
      hostKind: 'browser',
      version: productVersion(),
      pagesFolder: fileURLToPath(new URL('../../../out/renderer', import.meta.url)),
      sqliteBinding: process.env['CUEDESK_SQLITE_BINDING'] ?? null,
      storeWorker: storeWorker(),
      deskPort: args.value.port ?? 0,
    },
    ports,
  );
} catch (error) {
  await explainAndExit(error);
}
// A signal during the start is answered now.
if (core !== null && isEnding) void core.close().then(() => process.exit(0));
else if (core !== null) {
  core.onRestartWanted(() => end('restart', RESTART_EXIT_CODE));
  const { isDemo, isFirstDemo } = args.value;
  if (isDemo || isFirstDemo) core.askForDemo(!isDemo);
  const port = core.pages()?.port ?? 0;
  await announce({ type: 'ready', url: core.deskUrl(), pid: process.pid, port });
}

async function explainAndExit(error: unknown): Promise<never> {
  const fault = startFault(error, dataFolder);
  if (fault?.code === 'store_in_use') {
    const running = await askRunningHost(dataFolder, ASK_LIMIT_MS);
    if (running !== null) {
      await announce({ type: 'already-running', ...running });
      process.exit(0);
    }
  }
  const words = error instanceof Error ? error.message : String(error);
  if (fault === null) ports.logger.log('error', 'start_failed', { error: String(error) });
  const message = fault === null ? words : describeStartProblem(fault);
  await announce({ type: 'fatal', message, exitCode: 1 });
  process.exit(1);
}

/** To the parent over IPC; without one, links as a JSON line on stdout and trouble on stderr. */
function announce(message: HostMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send !== undefined) {
      process.send(message, undefined, {}, () => resolve());
    } else if (message.type === 'fatal') {
      process.stderr.write(`${message.message}\n`, () => resolve());
    } else if (message.type === 'alive') {
      resolve();
    } else {
      const { url, pid, port } = message;
      process.stdout.write(`${JSON.stringify({ url, pid, port })}\n`, () => resolve());
    }
  });
}

/** Built it lies in the folder above the built host, as source beside the core's other sources. */
function storeWorker(): string {
  const isSource = import.meta.url.endsWith('.ts');
  const place = isSource ? '../core/store/store-worker.ts' : '../store-worker.cjs';
  return fileURLToPath(new URL(place, import.meta.url));
}
