// Keeps the browser host running: a crash in the middle of a show must not end the show.
import { spawn } from 'node:child_process';
import { log } from './log.mjs';

const STOP_TIMEOUT_MS = 15_000;
const REPEATED_SIGNAL_MS = 2_000;
const BACKOFF_BASE_MS = 200;
const BACKOFF_LIMIT_MS = 5_000;
// Of the core (core.ts): it has closed in order and wants to be started again.
const RESTART_EXIT_CODE = 75;
// A run that served this long has done its work: what ended it was an accident, and the show waits.
const HEALTHY_AFTER_MS = 1_000;
// A host that says nothing to fifteen questions in a row hangs. Questions are counted and not time:
// while the machine sleeps none is asked.
const ASK_EVERY_MS = 2_000;
const UNANSWERED_LIMIT = 15;
// A host that has never come up is broken, not unlucky.
const ATTEMPTS_BEFORE_FIRST_READY = 5;
const isWindows = process.platform === 'win32';

/** @typedef {{url: string, pid: number, port: number}} HostAddress */

/**
 * At once after the first failure, then full jitter: somewhere between nothing and a limit that
 * doubles.
 * @param {number} failures in a row, of hosts that did not live long enough to serve
 * @param {number} random from 0 to 1
 */
export function backoffMs(failures, random) {
  if (failures <= 1) return 0;
  return Math.round(random * Math.min(BACKOFF_LIMIT_MS, BACKOFF_BASE_MS * 2 ** (failures - 1)));
}

/**
 * @param {object} plan
 * @param {string} plan.command
 * @param {(port: number | null) => string[]} plan.argsFor the arguments, given the port to keep
 * @param {number | null} plan.port
 * @param {(address: HostAddress) => void} plan.onFirstAddress
 * @param {number} [plan.askEveryMs]
 * @returns {Promise<number>} exit code
 */
export function superviseHost(plan) {
  const { command, argsFor, port: wantedPort, onFirstAddress, askEveryMs = ASK_EVERY_MS } = plan;
  return new Promise((resolve) => {
    let port = wantedPort;
    let failures = 0;
    let isAnnounced = false;
    /** @type {import('node:child_process').ChildProcess | null} */
    let child = null;
    /** @type {NodeJS.Timeout | undefined} */
    let restartTimer;
    /** @type {number | null} */
    let stoppingSince = null;

    /** @param {HostAddress} address */
    const announce = (address) => {
      port = address.port;
      if (isAnnounced) return log(`cuedesk: running again at ${address.url}`);
      isAnnounced = true;
      onFirstAddress(address);
    };

    /** @param {number} code */
    const finish = (code) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve(code);
    };

    const startHost = () => {
      /** @type {number | null} */
      let readyAt = null;
      let unanswered = 0;
      /** @type {number | null} */
      let fatalCode = null;
      // A group of its own: Ctrl-C then reaches it once, through us, and not from the terminal too.
      // If we are killed, the closed IPC channel tells it.
      const host = spawn(command, argsFor(port), {
        stdio: ['ignore', 2, 2, 'ipc'],
        detached: !isWindows,
      });
      child = host;
      const asking = setInterval(() => {
        if (readyAt === null || stoppingSince !== null || !host.connected) return;
        if (unanswered >= UNANSWERED_LIMIT) {
          log('cuedesk: the host does not answer and is started anew (后台没有响应，正在重启)');
          host.kill('SIGKILL');
          return;
        }
        unanswered += 1;
        // A pipe that a stopped host no longer empties tells nothing here; its silence does.
        host.send({ type: 'ping' }, () => undefined);
      }, askEveryMs);
      host.on('message', (/** @type {any} */ message) => {
        if (message?.type === 'alive') unanswered = 0;
        if (message?.type === 'ready') {
          readyAt = performance.now();
          announce(addressOf(message));
        }
        if (message?.type === 'already-running') announce(addressOf(message));
        if (message?.type === 'fatal') {
          log(`cuedesk: ${message.message}`);
          fatalCode = Number.isInteger(message.exitCode) ? message.exitCode : 1;
        }
      });
      host.on('error', (error) => log(`cuedesk: the host cannot be started: ${error.message}`));
      // 'close' comes after a failed spawn too, where 'exit' does not.
      host.on('close', (code, signal) => {
        child = null;
        clearInterval(asking);
        if (stoppingSince !== null)
          return finish(fatalCode ?? (signal === 'SIGKILL' ? 1 : (code ?? 0)));
        if (fatalCode !== null) return finish(fatalCode);
        if (code === 0) return finish(0);
        if (code === RESTART_EXIT_CODE) return startHost();
        const hasServed = readyAt !== null && performance.now() - readyAt > HEALTHY_AFTER_MS;
        failures = hasServed ? 0 : failures + 1;
        const how = signal ? `by ${signal}` : `with code ${code}`;
        if (!isAnnounced && failures >= ATTEMPTS_BEFORE_FIRST_READY) {
          log(`cuedesk: the host ended ${how} ${failures} times and never came up`);
          return finish(1);
        }
        const waitMs = backoffMs(failures, Math.random());
        log(`cuedesk: the host ended ${how}; starting it again in ${waitMs} ms`);
        restartTimer = setTimeout(startHost, waitMs);
      });
    };

    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      if (!child) {
        clearTimeout(restartTimer);
        return finish(0);
      }
      const host = child;
      // npm passes on the signal that the terminal has already sent, so a second one means nothing
      // unless it comes from a person who has waited.
      const now = performance.now();
      if (stoppingSince !== null) {
        if (now - stoppingSince > REPEATED_SIGNAL_MS) host.kill('SIGKILL');
        return undefined;
      }
      stoppingSince = now;
      // There are no signals on Windows, only killing; there the host is told by losing us.
      if (isWindows) host.disconnect();
      else host.kill(signal);
      setTimeout(() => host.kill('SIGKILL'), STOP_TIMEOUT_MS).unref();
      return undefined;
    };

    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    startHost();
  });
}

/** @param {HostAddress} message */
function addressOf({ url, pid, port }) {
  return { url, pid, port };
}
