// npm start: builds what changed, then opens the desktop app, or serves the same screens to a browser
// where the desktop app cannot run.
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { buildApp } = await import('./lib/build-app.mjs');
const { BROWSER_HOST, BROWSER_TARGETS } = await import('./lib/build-targets.mjs');
const { findDesktop, hasDisplay, runDesktop } = await import('./lib/desktop-app.mjs');
const { fail, log } = await import('./lib/log.mjs');
const { openBrowser } = await import('./lib/open-browser.mjs');
const { stopWhenNpmIsGone } = await import('./lib/parent-watch.mjs');
const { fromRoot } = await import('./lib/repo-paths.mjs');
const { hostArguments, parseStartOptions, startHelp } = await import('./lib/start-options.mjs');
const { superviseHost } = await import('./lib/supervise-host.mjs');

/** @param {readonly string[] | null} only */
async function build(only) {
  const { failed } = await buildApp({ only, force: false });
  if (failed.length > 0) fail(`cuedesk: the build failed (${failed.join(', ')})`, 1);
}

/** @param {string} reason */
function sayBrowserInstead(reason) {
  log(`cuedesk: using the browser instead of the desktop app, because ${reason} (改用浏览器)`);
}

/**
 * @param {import('./lib/start-options.mjs').StartOptions} options
 * @returns {Promise<number>}
 */
async function serveBrowser(options) {
  await build(BROWSER_TARGETS);
  let isFirstStart = true;
  return superviseHost({
    command: process.execPath,
    argsFor: (port) => {
      // A restarted host returns to its show; a demo is begun only once.
      const demo = options.demo && isFirstStart;
      isFirstStart = false;
      return [fromRoot(BROWSER_HOST), ...hostArguments({ ...options, demo }, port)];
    },
    port: options.port,
    onFirstAddress: (address) => {
      if (options.json) process.stdout.write(`${JSON.stringify(address)}\n`);
      log(`cuedesk: open ${address.url}`);
      if (options.open && hasDisplay()) openBrowser(address.url);
    },
  });
}

/**
 * @param {import('./lib/start-options.mjs').StartOptions} options
 * @returns {Promise<number>}
 */
async function start(options) {
  if (options.browser) return serveBrowser(options);
  const found = await findDesktop();
  if ('reason' in found) {
    sayBrowserInstead(found.reason);
    return serveBrowser(options);
  }
  await build(null);
  const args = [...hostArguments(options, options.port), ...(options.json ? ['--json'] : [])];
  const result = await runDesktop(found.desktop, args, (line) => {
    process.stdout.write(`${line}\n`);
  });
  if ('exitCode' in result) return result.exitCode;
  sayBrowserInstead(result.aborted);
  return serveBrowser(options);
}

stopWhenNpmIsGone();
// npm changes into the package's folder; a relative path means the caller's.
const parsed = parseStartOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
if (parsed.kind === 'run') process.exitCode = await start(parsed.options);
else if (parsed.kind === 'help') process.stdout.write(startHelp);
else fail(`cuedesk: ${parsed.message}; see npm start -- --help`, 2);
