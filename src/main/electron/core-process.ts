/** Entry of the utility process: the core of the desktop app, where the store can block no window. */
import type { MessagePortMain } from 'electron';

import { RESTART_EXIT_CODE, type Core } from '#core/core.ts';
import type { Ports } from '#core/ports.ts';
import { createSecretFile } from '#core/secrets/secret-file.ts';
import { startCore } from '#core/start-core.ts';
import { startFault } from '#core/start-fault.ts';
import { noteProcess, noteStep } from '#core/start-timeline.ts';
import { createSystemPorts } from '#core/host-ports.ts';

import { type FromCore, ToCore } from './core-messages.ts';
import { createMainCipher } from './main-cipher.ts';
import { createMainPrinter } from './main-printer.ts';
import { startIsOver } from './start-is-over.ts';
import { createPortConnection } from './port-connection.ts';

noteProcess('core');
/** By then the page has what it shows first. */
const START_TAKES_MS = 5_000;
const parent = process.parentPort;
let core: Core | null = null;
let ports: Ports | null = null;
const keyRing = createMainCipher(tell);
const printing = createMainPrinter(tell);
let isEnding = false;
// A file that was opened while the core was still opening its store.
let offered: string | null = null;
// Windows that asked while the core was still opening its store.
const waiting: MessagePortMain[] = [];

parent.on('message', (event) => {
  const parsed = ToCore.safeParse(event.data);
  if (!parsed.success) {
    ports?.logger.log('warn', 'main_message_unknown', {});
    return;
  }
  const message = parsed.data;
  switch (message.type) {
    case 'start':
      void start(message);
      return;
    case 'connect':
      for (const port of event.ports) connect(port);
      return;
    case 'offer':
      if (core === null) offered = message.path;
      else core.offerImport(message.path);
      return;
    case 'ping':
      tell({ type: 'alive' });
      return;
    case 'power':
      core?.power(message.state);
      return;
    case 'secret':
      keyRing.onAnswer(message);
      return;
    case 'printed':
      printing.onAnswer(message);
      return;
    case 'close':
      void end(0);
      return;
    default:
      message satisfies never;
  }
});

// Signals of a terminal reach the whole group; the main process decides when the core ends.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

async function start(message: Extract<ToCore, { type: 'start' }>): Promise<void> {
  noteStep('core: told to start');
  const own = portsFor(message);
  ports = own;
  process.on('uncaughtException', (error) => {
    own.logger.log('error', 'uncaught_exception', { error: error.stack ?? String(error) });
    process.exit(1);
  });
  try {
    core = await startCore(message.config, own);
  } catch (error) {
    const refusal = startFault(error, message.config.dataFolder);
    own.logger.log('error', 'start_failed', { error: String(error), code: refusal?.code ?? '' });
    tell({ type: 'failed', error: refusal, message: String(error) });
    return;
  }
  noteStep('core: started');
  own.clock.after(START_TAKES_MS, startIsOver);
  core.onRestartWanted(() => void end(RESTART_EXIT_CODE));
  if (isEnding) return end(0);
  if (message.demo !== 'none') core.askForDemo(message.demo === 'first');
  if (offered !== null) core.offerImport(offered);
  tell({ type: 'started', port: core.pages()?.port ?? null });
  for (const port of waiting.splice(0)) connect(port);
}

function portsFor({ config, secretProtection }: Extract<ToCore, { type: 'start' }>): Ports {
  const base = createSystemPorts(config.dataFolder, 'warn');
  const system = { ...base, printer: printing.printer };
  if (secretProtection === 'file') return system;
  const secrets = createSecretFile(config.dataFolder, keyRing.cipher, system.logger);
  return { ...system, secrets };
}

function connect(port: MessagePortMain): void {
  if (core === null || ports === null) {
    waiting.push(port);
    return;
  }
  noteStep('core: page connects');
  const connection = createPortConnection(port, ports.logger);
  core.connect(connection, { role: 'desk', screenId: null, roomId: null });
}

async function end(exitCode: number): Promise<void> {
  isEnding = true;
  // Still starting: start() comes back here when it is done.
  if (core === null) return;
  startIsOver();
  // A store that is to be replaced because it is damaged may refuse its last writes.
  await core.close().catch((error: unknown) => process.stderr.write(`close: ${String(error)}\n`));
  process.exit(exitCode);
}

function tell(message: FromCore): void {
  parent.postMessage(message);
}
