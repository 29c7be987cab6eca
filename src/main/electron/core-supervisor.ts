import { MessageChannelMain, type UtilityProcess, type WebContents } from 'electron';

import type { AppError } from '#shared/contract/app-error.ts';
import { RESTART_EXIT_CODE } from '#core/core.ts';
import type { ShellPorts } from '#core/ports.ts';

import { FromCore, type ToCore } from './core-messages.ts';
import { decideRestart, hadServed, recentDeaths } from './restart-policy.rules.ts';
import type { PrintWindows } from './print-window.ts';
import { answerSecret } from './secret-keeper.ts';

/** A core that says nothing to fifteen questions in a row hangs. Counted, since timers sleep too. */
const ASK_EVERY_MS = 2_000;
const UNANSWERED_LIMIT = 15;

export type CoreProblem =
  | { readonly kind: 'refused'; readonly error: AppError | null; readonly message: string }
  | { readonly kind: 'died_too_often' }
  /** The core is well; the window's own page died again and again. */
  | { readonly kind: 'window_died' };

export type StartMessage = Extract<ToCore, { type: 'start' }>;

export type CoreSupervisorDeps = {
  readonly ports: ShellPorts;
  /** Starts a process of the core; the first one may have been started already. */
  readonly fork: () => UtilityProcess;
  /** What it is told, asked for once its process comes up, in a turn of its own. */
  readonly start: () => StartMessage;
  readonly printing: Pick<PrintWindows, 'print'>;
  /** After each start; `port` is the page server's, null while it is off. */
  onStarted(port: number | null): void;
  /** The core will not come back by itself. */
  onProblem(problem: CoreProblem): void;
};

/** Keeps the core's process running and every window connected to it. */
export interface CoreSupervisor {
  /** Gives this page a port to the core, now and after each restart, until it is gone. */
  connect(page: WebContents): void;
  /** The machine is about to sleep, or woke up. */
  power(state: 'suspend' | 'resume'): void;
  /** Hands over an export file that was opened with the app; a core that is away gets it at its start. */
  offer(path: string): void;
  /** Starts it once more after a problem, as if nothing had been. */
  retry(): void;
  /** Ends the core in order; killed when it takes longer than `limitMs`. */
  close(limitMs: number): Promise<void>;
}

export function superviseCore(deps: CoreSupervisorDeps): CoreSupervisor {
  const { clock, logger, randomness } = deps.ports;
  const pages = new Set<WebContents>();
  let earlyDeaths: readonly number[] = [];
  /** Monotonic; null until the core that runs now was ready. */
  let readyMs: number | null = null;
  let unanswered = 0;
  let child: UtilityProcess | null = null;
  let isFirstStart = true;
  let isEnding = false;
  let hasProblem = false;
  let cancelRestart: (() => void) | null = null;
  let offered: string | null = null;

  function fork(): void {
    const started = deps.fork();
    child = started;
    readyMs = null;
    unanswered = 0;
    started.on('message', (message: unknown) => onMessage(started, message));
    started.once('exit', (code) => onExit(started, code));
    // What it is told is asked of the key ring too; its process comes up and windows open meanwhile.
    clock.after(0, () => tellToStart(started));
    if (offered !== null) giveOffer(offered);
    for (const page of pages) giveLine(page, started);
  }

  function tellToStart(started: UtilityProcess): void {
    if (child !== started) return;
    // A restarted core returns to its show; a demo is begun only once.
    const message = deps.start();
    started.postMessage({ ...message, demo: isFirstStart ? message.demo : 'none' });
    isFirstStart = false;
  }

  function onMessage(from: UtilityProcess, message: unknown): void {
    const parsed = FromCore.safeParse(message);
    if (!parsed.success) {
      logger.log('warn', 'core_message_unknown', {});
    } else if (parsed.data.type === 'alive') {
      unanswered = 0;
    } else if (parsed.data.type === 'started') {
      readyMs = clock.monotonicNow();
      deps.onStarted(parsed.data.port);
    } else if (parsed.data.type === 'secret') {
      from.postMessage(answerSecret(parsed.data));
    } else if (parsed.data.type === 'print') {
      // Its process may be gone by then, and with it whoever asked.
      void deps.printing.print(parsed.data).then((answer) => {
        if (from.pid !== undefined) from.postMessage(answer);
      });
    } else {
      hasProblem = true;
      // Its end is no news: by then another one may have been asked for.
      child = null;
      from.kill();
      deps.onProblem({ ...parsed.data, kind: 'refused' });
    }
  }

  function onExit(from: UtilityProcess, code: number): void {
    if (child !== from) return;
    child = null;
    if (isEnding || hasProblem) return;
    if (code === RESTART_EXIT_CODE) {
      // Closed in order to open another store: neither a death nor a reason to wait.
      logger.log('info', 'core_restarts', {});
      fork();
      return;
    }
    const nowMs = clock.monotonicNow();
    earlyDeaths = hadServed(readyMs, nowMs) ? [] : [...recentDeaths(earlyDeaths, nowMs), nowMs];
    const decision = decideRestart(earlyDeaths, nowMs, randomness.fraction());
    const deaths = earlyDeaths.length;
    logger.log('error', 'core_died', { code, earlyDeaths: deaths, next: decision.kind });
    if (decision.kind === 'give_up') {
      hasProblem = true;
      deps.onProblem({ kind: 'died_too_often' });
      return;
    }
    if (decision.delayMs === 0) fork();
    else cancelRestart = clock.after(decision.delayMs, fork);
  }

  function ask(): void {
    if (child === null || readyMs === null || isEnding) return;
    if (unanswered >= UNANSWERED_LIMIT) {
      logger.log('error', 'core_hangs', { unanswered });
      unanswered = 0;
      endAtOnce(child);
      return;
    }
    unanswered += 1;
    child.postMessage({ type: 'ping' } satisfies ToCore);
  }

  function giveOffer(path: string): void {
    offered = child === null ? path : null;
    child?.postMessage({ type: 'offer', path } satisfies ToCore);
  }

  fork();
  const stopAsking = clock.every(ASK_EVERY_MS, ask);
  return {
    connect(page) {
      if (!pages.has(page)) page.once('destroyed', () => pages.delete(page));
      pages.add(page);
      if (child !== null) giveLine(page, child);
    },
    power(state) {
      child?.postMessage({ type: 'power', state } satisfies ToCore);
    },
    offer: giveOffer,
    retry() {
      if (!hasProblem || isEnding) return;
      hasProblem = false;
      earlyDeaths = [];
      fork();
    },
    close(limitMs) {
      isEnding = true;
      stopAsking();
      cancelRestart?.();
      const ending = child;
      if (ending === null) return Promise.resolve();
      return new Promise((resolve) => {
        const cancelKill = clock.after(limitMs, () => {
          logger.log('error', 'core_killed', { limitMs });
          endAtOnce(ending);
          resolve();
        });
        ending.once('exit', () => {
          cancelKill();
          resolve();
        });
        ending.postMessage({ type: 'close' } satisfies ToCore);
      });
    },
  };
}

/** Its own kill() asks politely, which a process that hangs does not hear. */
function endAtOnce(core: UtilityProcess): void {
  if (core.pid === undefined) core.kill();
  else process.kill(core.pid, 'SIGKILL');
}

function giveLine(page: WebContents, core: UtilityProcess): void {
  if (page.isDestroyed()) return;
  const { port1, port2 } = new MessageChannelMain();
  core.postMessage({ type: 'connect' } satisfies ToCore, [port1]);
  page.postMessage('cuedesk-port', null, [port2]);
}
