import { type ChildProcess, spawn } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

import { z } from 'zod';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { Clock, Logger } from '../ports.ts';
import { browserPlaces } from './browser-places.rules.ts';
import { browserUser } from './browser-user.ts';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { PRINT_LIMIT_MS, type PagePrinter, type PrintOrder } from './page-printer.ts';
import { printInPage, type SendToPage } from './print-in-page.ts';

/** Alone, quiet, and without a way to any network: the page needs none. */
const SWITCHES = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-sync',
  '--hide-scrollbars',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
];
/** Asked to end; killed when it takes longer. */
const END_LIMIT_MS = 3_000;
/** What a browser says when it does not start, as much as is worth showing. */
const SAID_MOST = 300;

const Target = z.object({ targetId: z.string() });
const Session = z.object({ sessionId: z.string() });
const Navigated = z.object({ loaderId: z.string() });
const Lifecycle = z.object({ name: z.string(), loaderId: z.string() });

type PrinterDeps = {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/**
 * Prints by a Chromium, Chrome or Edge of this machine, started without a window on a profile of its
 * own that is removed afterwards. One page at a time.
 */
export function createBrowserPrinter(deps: PrinterDeps): PagePrinter {
  const user = browserUser(deps.platform);
  let last: Promise<unknown> = Promise.resolve();
  let running: ChildProcess | null = null;
  let isClosed = false;

  async function printed(order: PrintOrder): Promise<Result<Uint8Array>> {
    if (isClosed) return fail('printer_failed', { reason: 'closed' });
    const places = browserPlaces(deps.platform, deps.environment);
    const browser = places.find(isProgram);
    if (browser === undefined) {
      const looked = places.length === 1 ? (places[0] ?? '') : 'Chromium, Chrome, Edge';
      return fail('printer_missing', { looked });
    }
    const folder = mkdtempSync(join(tmpdir(), 'cuedesk-print-'));
    if (user !== null) chownSync(folder, user.uid, user.gid);
    const child = spawn(browser, [...SWITCHES, `--user-data-dir=${join(folder, 'profile')}`], {
      ...(user === null
        ? {}
        : { ...user, cwd: folder, env: { ...process.env, HOME: folder, TMPDIR: folder } }),
      // 3 is what it reads, 4 what it writes.
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // On Unix a group of its own, so that its helpers end with it.
      detached: deps.platform !== 'win32',
    });
    running = child;
    try {
      return ok(await printBy(child, folder, order));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      deps.logger.log('warn', 'print_failed', { browser, reason });
      return fail('printer_failed', { reason: reason.slice(0, SAID_MOST) });
    } finally {
      running = null;
      await ended(child);
      // A helper of it may still write for a moment.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  }

  async function printBy(
    child: ChildProcess,
    folder: string,
    order: PrintOrder,
  ): Promise<Uint8Array> {
    const [, , , toBrowser, fromBrowser] = child.stdio;
    if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable)) {
      throw new Error('no pipes to the browser');
    }
    const loads = new PageLoads();
    const pipe = new DevtoolsPipe(toBrowser, fromBrowser, (method, params) => {
      if (method === 'Page.lifecycleEvent') loads.note(params);
    });
    let said = '';
    child.stderr?.on(
      'data',
      (piece: Buffer) => (said = `${said}${piece.toString()}`.slice(-SAID_MOST)),
    );
    child.once('error', (error) => pipe.fail(error));
    // After all it had to say.
    child.once('close', (code) => pipe.fail(new Error(`exit ${code ?? ''}: ${lastLine(said)}`)));
    const cancel = deps.clock.after(PRINT_LIMIT_MS, () => {
      pipe.fail(new Error(`no answer in ${PRINT_LIMIT_MS / 1_000} s`));
    });
    try {
      const page = join(folder, 'page.html');
      writeFileSync(page, order.html, { mode: 0o600 });
      if (user !== null) chownSync(page, user.uid, user.gid);
      const send = await openPage(pipe, loads, pathToFileURL(page).href);
      const bytes = await printInPage(send, order);
      // It ends by itself, and says nothing more.
      void pipe.send('Browser.close', {}, null).catch(() => undefined);
      return bytes;
    } finally {
      cancel();
    }
  }

  function ended(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const cancel = deps.clock.after(isClosed ? 0 : END_LIMIT_MS, () => killGroup(child));
      child.once('exit', () => {
        cancel();
        resolve();
      });
    });
  }

  return {
    print(order) {
      const next = last.then(() => printed(order));
      last = next;
      return next;
    },
    async close() {
      isClosed = true;
      if (running !== null) killGroup(running);
      await last;
    },
  };

  function killGroup(child: ChildProcess): void {
    try {
      if (deps.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      // It has just ended by itself.
      deps.logger.log('debug', 'print_kill', { reason: String(error) });
    }
  }
}

/** Which loads of pages are complete. */
class PageLoads {
  readonly #complete = new Set<string>();
  #wake: () => void = () => undefined;

  note(params: unknown): void {
    const event = Lifecycle.safeParse(params);
    if (event.data?.name !== 'load') return;
    this.#complete.add(event.data.loaderId);
    this.#wake();
  }

  async until(loaderId: string): Promise<void> {
    while (!this.#complete.has(loaderId)) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** A page of its own that runs nothing, once it is loaded. */
async function openPage(pipe: DevtoolsPipe, loads: PageLoads, url: string): Promise<SendToPage> {
  const target = await pipe.send('Target.createTarget', { url: 'about:blank' }, null);
  const { targetId } = Target.parse(target);
  const attached = await pipe.send('Target.attachToTarget', { targetId, flatten: true }, null);
  const { sessionId } = Session.parse(attached);
  const send: SendToPage = (method, params) => pipe.send(method, params, sessionId);
  await send('Page.enable', {});
  await send('Page.setLifecycleEventsEnabled', { enabled: true });
  await send('Emulation.setScriptExecutionDisabled', { value: true });
  const { loaderId } = Navigated.parse(await send('Page.navigate', { url }));
  await Promise.race([loads.until(loaderId), pipe.failed]);
  return send;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not ours to run: the next place is looked at.
    return false;
  }
}

/** What it said last, without the place in its own source that Chromium puts in front. */
function lastLine(text: string): string {
  const line = text.trim().split('\n').at(-1) ?? '';
  return line.replace(/^\[[^\]]*\]\s*/, '');
}
