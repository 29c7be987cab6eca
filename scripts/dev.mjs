// npm run dev -- [--data DIR] [--demo]: the desk with hot reload on a browser host that restarts when
// its code changes. The desk's window in Electron shows the same screen; use npm start for that.
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { spawn } = await import('node:child_process');
const { createServer } = await import('vite');
const { devServerConfig } = await import('./lib/dev-server.mjs');
const { fail, log } = await import('./lib/log.mjs');
const { fromRoot } = await import('./lib/repo-paths.mjs');
const { hostArguments, parseStartOptions } = await import('./lib/start-options.mjs');

const parsed = parseStartOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
const options =
  parsed.kind === 'run' ? parsed.options : fail('dev: --data DIR, --port N, --demo', 2);

const host = spawn(
  process.execPath,
  [
    '--watch',
    '--watch-preserve-output',
    fromRoot('src/main/node/browser-host.ts'),
    ...hostArguments(options, options.port),
  ],
  { stdio: ['ignore', 2, 2, 'ipc'] },
);
host.on('exit', (code) => process.exit(code ?? 0));

/** @type {import('vite').ViteDevServer | null} */
let server = null;

/** @param {string} url where the host can be reached now; a restart may come back on another port */
async function serveDesk(url) {
  const address = new URL(url);
  await server?.close();
  server = await createServer(devServerConfig(address.origin));
  await server.listen();
  log(`dev: open ${server.resolvedUrls?.local[0] ?? ''}${address.hash}`);
}

host.on('message', (/** @type {any} */ message) => {
  if (message?.type === 'fatal') log(`dev: ${message.message}`);
  if (message?.type === 'ready') {
    serveDesk(message.url).catch((error) => fail(`dev: ${error.message}`, 1));
  }
});
