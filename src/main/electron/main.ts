/** The desktop app: a list of registrations, a window, and one ordered end. */
import { app, type BrowserWindow, powerMonitor, type WebContents } from 'electron';

import { parseHostArguments } from '#core/host-arguments.ts';
import { describeStartProblem } from '#core/start-problem.ts';
import { noteProcess, noteStep } from '#core/start-timeline.ts';
import { createSystemPorts } from '#core/system-ports.ts';
import type { DeskPart } from '#shared/model/desk-part.ts';

import { setAppMenu } from './app-menu.ts';
import { DESK_URL } from './app-origin.ts';
import { appPaths, chooseDataFolder, sqliteBinding, windowIcon } from './app-paths.ts';
import { handleAppScheme, registerAppScheme } from './app-protocol.ts';
import { type CoreProblem, type CoreSupervisor, superviseCore } from './core-supervisor.ts';
import { denyByDefault } from './deny-by-default.ts';
import { createGlobalKeys } from './global-keys.ts';
import { focusWindow, openMainWindow, rememberPlace } from './main-window.ts';
import { createPartWindows, type PartWindows } from './part-windows.ts';
import { printProbe } from './probe.ts';
import { problemText } from './problem-page.ts';
import { createProblemWindow } from './problem-window.ts';
import { secretProtection } from './secret-keeper.ts';
import { listenForOpenedFiles, ownStart } from './opened-files.ts';
import { onMessage } from './validated-ipc.ts';
import { careForWindow, logChildDeaths } from './window-care.ts';

const CLOSE_LIMIT_MS = 10_000;

noteProcess('main');

const parsed = parseHostArguments(process.argv.slice(1));
if (!parsed.ok) {
  process.stderr.write(`${describeStartProblem(parsed.error)}\n`);
  app.exit(2);
}
const args = parsed.ok ? parsed.value : null;
const dataFolder = chooseDataFolder(args?.dataFolder ?? null);
const ports = createSystemPorts(dataFolder, 'warn');

let window: BrowserWindow | null = null;
let parts: PartWindows | null = null;
let core: CoreSupervisor | null = null;
let problem: CoreProblem | null = null;
let pagePort: number | null = null;
/** A file that was opened before there is a core to tell. */
let offered: string | null = null;
let isStarted = false;
let isPainted = false;
let isAnnounced = false;
let hasEnded = false;

const globalKeys = createGlobalKeys(ports.logger);
const problemWindow = createProblemWindow({
  dataFolder,
  retry(shown) {
    problem = null;
    core?.retry();
    void shown.loadURL(DESK_URL);
  },
});

process.on('uncaughtException', (error) => {
  ports.logger.log('error', 'uncaught_exception', { error: error.stack ?? String(error) });
  end(1);
});

// Test launchers run as root and must pass the switch, which enableSandbox would take away from the
// child processes and so end them. The product never passes it.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
denyByDefault(ports.logger, openPart);
logChildDeaths(ports);

if (args !== null && app.requestSingleInstanceLock(ownStart())) {
  listenForOpenedFiles({
    logger: ports.logger,
    onSecondStart: () => window !== null && focusWindow(window),
    onFile: offerFile,
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (hasEnded) return;
    event.preventDefault();
    end(problem === null ? 0 : 1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => end(0));
  }
  void app.whenReady().then(open);
} else {
  // The first one has been told and comes to the front.
  app.exit(args === null ? 2 : 0);
}

function open(): void {
  noteStep('main: ready');
  const paths = appPaths();
  // Whoever opens the packaged app by its icon has no options to ask for it.
  const isFirstDemo = args?.isFirstDemo === true || (app.isPackaged && args?.isProbe === false);
  handleAppScheme(paths.pagesFolder, () => problemWindow.html());
  // The two that take longest to be there come first, the core's process and the page's; both come up
  // side by side while this one does the rest.
  core = superviseCore({
    ports,
    entry: paths.coreProcess,
    start: () => ({
      type: 'start',
      config: {
        dataFolder,
        hostKind: 'app',
        version: app.getVersion(),
        pagesFolder: paths.pagesFolder,
        sqliteBinding: sqliteBinding(),
        storeWorker: paths.storeWorker,
        deskPort: args?.port ?? null,
      },
      demo: args?.isDemo ? 'always' : isFirstDemo ? 'first' : 'none',
      secretProtection: secretProtection(),
    }),
    onStarted(port) {
      pagePort = port;
      isStarted = true;
      noteStep('main: core started');
      announce();
    },
    onProblem: showProblem,
  });
  noteStep('main: core forked');
  const windows = {
    dataFolder,
    preloadPath: paths.preload,
    icon: windowIcon(),
    logger: ports.logger,
  };
  window = openMainWindow({
    ...windows,
    onReady() {
      isPainted = true;
      noteStep('main: page painted');
      announce();
    },
  });
  noteStep('main: window made');
  setAppMenu();
  if (offered !== null) core.offer(offered);
  onMessage('cuedesk-ready', ports.logger, (sender) => {
    if (sender === window?.webContents) {
      // The operator asked for the page again, and it is there.
      if (problem?.kind === 'window_died') problem = null;
      // A page that was loaded anew asks for its keys again.
      globalKeys.release();
    }
    noteStep('main: page asks for the core');
    core?.connect(sender);
    return null;
  });
  onMessage('cuedesk-global-keys', ports.logger, (sender, [isOn]) => {
    if (sender !== window?.webContents) return 'not_main_window';
    globalKeys.set(sender, isOn);
    return null;
  });
  parts = createPartWindows({ windows, ports, desk: window });
  powerMonitor.on('suspend', () => core?.power('suspend'));
  powerMonitor.on('resume', () => core?.power('resume'));
  careForWindow(window, ports, () => showProblem({ kind: 'window_died' }));
  window.webContents.on('render-process-gone', globalKeys.release);
  window.on('closed', () => {
    globalKeys.release();
    window = null;
    parts?.close();
  });
}

/** The desk alone may ask for one: a part opens nothing. */
function openPart(asker: WebContents, part: DeskPart): boolean {
  if (asker !== window?.webContents) return false;
  parts?.open(part);
  return true;
}

/** The desk asks what to do with it. */
function offerFile(path: string): void {
  if (core === null) offered = path;
  else core.offer(path);
}

/** Once, when both the core and the window are there. */
function announce(): void {
  if (isAnnounced || !isStarted || !isPainted || problem !== null) return;
  isAnnounced = true;
  if (args?.isProbe) {
    printProbe({ isStoreOk: true, isPageLoaded: true, pagesFolder: appPaths().pagesFolder });
    end(0);
    return;
  }
  parts?.reopen();
  if (args?.isJson) {
    const line = { url: DESK_URL, pid: process.pid, port: pagePort };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

function showProblem(next: CoreProblem): void {
  problem = next;
  process.stderr.write(`${problemText(next)}\n`);
  if (args?.isProbe) {
    printProbe({ isStoreOk: false, isPageLoaded: isPainted, pagesFolder: appPaths().pagesFolder });
    end(1);
    return;
  }
  if (window !== null) problemWindow.show(window, next);
}

/** Everything ends once and in order: the core first, so that nothing acknowledged is lost. */
function end(exitCode: number): void {
  if (hasEnded) return;
  hasEnded = true;
  if (window !== null) rememberPlace(window, dataFolder, ports.logger);
  parts?.remember();
  const closed = core?.close(CLOSE_LIMIT_MS) ?? Promise.resolve();
  void closed.then(() => app.exit(exitCode));
}
