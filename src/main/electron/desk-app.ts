/** The desktop app once its window is under way: the core's supervisor, all channels, one ordered end. */
import {
  app,
  type BrowserWindow,
  powerMonitor,
  type UtilityProcess,
  type WebContents,
} from 'electron';

import type { HostArguments } from '#core/host-arguments.ts';
import type { ShellPorts } from '#core/ports.ts';
import { noteStep } from '#core/start-timeline.ts';
import { FIRST_ROOM_ID, type RoomId } from '#shared/model/ids.ts';

import { setAppMenu } from './app-menu.ts';
import { DESK_URL } from './app-origin.ts';
import { type appPaths, sqliteBinding } from './app-paths.ts';
import { type CoreProblem, type StartMessage, superviseCore } from './core-supervisor.ts';
import { createGlobalKeys } from './global-keys.ts';
import { focusWindow, rememberPlace, type WindowDeps } from './main-window.ts';
import { askedPart } from './part-windows.rules.ts';
import { createPartWindows, type PartWindows } from './part-windows.ts';
import { createPrintWindows } from './print-window.ts';
import { printProbe } from './probe.ts';
import { problemText } from './problem-page.ts';
import { createProblemWindow } from './problem-window.ts';
import { askedRoom } from './room-windows.rules.ts';
import { createRoomWindows } from './room-windows.ts';
import { secretProtection } from './secret-keeper.ts';
import { onMessage } from './validated-ipc.ts';
import { careForWindow } from './window-care.ts';

const CLOSE_LIMIT_MS = 10_000;

export type DeskAppDeps = {
  readonly args: HostArguments;
  readonly ports: ShellPorts;
  readonly dataFolder: string;
  readonly paths: ReturnType<typeof appPaths>;
  readonly windows: WindowDeps;
  /** The desk's own, on its way to its page. */
  readonly window: BrowserWindow;
  /** A file that was opened meanwhile; the desk asks what to do with it. */
  readonly offered: string | null;
  /** A process of the core: the first one, which comes up already, then a new one each time. */
  readonly fork: () => UtilityProcess;
};

export interface DeskApp {
  /** The desk's page is loaded and painted, for the first time. */
  painted(): void;
  /**
   * A desk alone may ask for a part of itself or for another room: a part opens nothing. False where
   * nothing was opened.
   */
  openWindow(asker: WebContents, url: string): boolean;
  offerFile(path: string): void;
  /** The problem page as it is now; empty while there is no problem. */
  problemHtml(): string;
  hasProblem(): boolean;
  hasEnded(): boolean;
  /** Everything ends once and in order: the core first, so that nothing acknowledged is lost. */
  end(exitCode: number): void;
}

export function runDesk(deps: DeskAppDeps): DeskApp {
  const { args, ports, dataFolder, paths, windows } = deps;
  let window: BrowserWindow | null = deps.window;
  let problem: CoreProblem | null = null;
  let pagePort: number | null = null;
  let isStarted = false;
  let isPainted = false;
  let isAnnounced = false;
  let hasEnded = false;

  const globalKeys = createGlobalKeys(ports.logger);
  const problemWindow = createProblemWindow({
    dataFolder,
    retry(shown) {
      problem = null;
      core.retry();
      void shown.loadURL(DESK_URL);
    },
  });
  const printing = createPrintWindows(ports);
  const core = superviseCore({
    ports,
    printing,
    fork: deps.fork,
    start: () => startMessage(args, dataFolder, paths),
    onStarted(port) {
      pagePort = port;
      isStarted = true;
      noteStep('main: core started');
      announce();
    },
    onProblem: showProblem,
  });
  if (deps.offered !== null) core.offer(deps.offered);
  const page = deps.window.webContents;
  const parts = createPartWindows({ windows, ports, desk: deps.window, roomId: null });
  const rooms = createRoomWindows({
    windows,
    ports,
    desk: deps.window,
    onGone: (roomPage) => globalKeys.release(roomPage),
  });
  listenToPages();
  powerMonitor.on('suspend', () => core.power('suspend'));
  powerMonitor.on('resume', () => core.power('resume'));
  careForWindow(deps.window, ports, () => showProblem({ kind: 'window_died' }));
  page.on('render-process-gone', () => globalKeys.release(page));
  deps.window.on('closed', () => {
    globalKeys.release(page);
    window = null;
    parts.close();
    rooms.close();
    printing.close();
  });

  /** Parts that a page may open; null where it is no whole desk. */
  function partsOf(asker: WebContents): PartWindows | null {
    return asker === window?.webContents ? parts : rooms.partsOf(asker);
  }

  function openRoom(roomId: RoomId): void {
    if (window !== null && roomId === FIRST_ROOM_ID) focusWindow(window);
    else rooms.open(roomId);
  }

  function listenToPages(): void {
    onMessage('cuedesk-ready', ports.logger, (sender) => {
      if (sender === window?.webContents) {
        // The operator asked for the page again, and it is there.
        if (problem?.kind === 'window_died') problem = null;
      }
      // A page that was loaded anew asks for its keys again.
      globalKeys.release(sender);
      noteStep('main: page asks for the core');
      core.connect(sender);
      return null;
    });
    onMessage('cuedesk-global-keys', ports.logger, (sender, [isOn]) => {
      if (partsOf(sender) === null) return 'not_whole_desk';
      globalKeys.set(sender, isOn);
      return null;
    });
  }

  /** Once, when both the core and the window are there. */
  function announce(): void {
    if (isAnnounced || !isStarted || !isPainted || problem !== null) return;
    isAnnounced = true;
    if (args.isProbe) {
      printProbe({ isStoreOk: true, isPageLoaded: true, pagesFolder: paths.pagesFolder });
      end(0);
      return;
    }
    parts.reopen();
    rooms.reopen();
    if (args.isJson) {
      const line = { url: DESK_URL, pid: process.pid, port: pagePort };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  }

  function showProblem(next: CoreProblem): void {
    problem = next;
    process.stderr.write(`${problemText(next)}\n`);
    if (args.isProbe) {
      printProbe({ isStoreOk: false, isPageLoaded: isPainted, pagesFolder: paths.pagesFolder });
      end(1);
      return;
    }
    if (window !== null) problemWindow.show(window, next);
  }

  function end(exitCode: number): void {
    if (hasEnded) return;
    hasEnded = true;
    if (window !== null) rememberPlace(window, dataFolder, ports.logger);
    parts.remember();
    rooms.remember();
    void core.close(CLOSE_LIMIT_MS).then(() => app.exit(exitCode));
  }

  return {
    painted() {
      isPainted = true;
      noteStep('main: page painted');
      // Its keys work in a window that is seen; until then the page has the process for itself.
      setAppMenu();
      announce();
    },
    openWindow(asker, url) {
      const own = partsOf(asker);
      if (own === null) return false;
      const part = askedPart(url);
      const roomId = askedRoom(url);
      if (part !== null) own.open(part);
      if (roomId !== null) openRoom(roomId);
      return part !== null || roomId !== null;
    },
    offerFile: (path) => core.offer(path),
    problemHtml: () => problemWindow.html(),
    hasProblem: () => problem !== null,
    hasEnded: () => hasEnded,
    end,
  };
}

function startMessage(
  args: HostArguments,
  dataFolder: string,
  paths: DeskAppDeps['paths'],
): StartMessage {
  // Whoever opens the packaged app by its icon has no options to ask for it.
  const isFirstDemo = args.isFirstDemo || (app.isPackaged && !args.isProbe);
  return {
    type: 'start',
    config: {
      dataFolder,
      hostKind: 'app',
      version: app.getVersion(),
      pagesFolder: paths.pagesFolder,
      sqliteBinding: sqliteBinding(),
      storeWorker: paths.storeWorker,
      deskPort: args.port,
    },
    demo: args.isDemo ? 'always' : isFirstDemo ? 'first' : 'none',
    secretProtection: secretProtection(),
  };
}
