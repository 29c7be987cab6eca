/**
 * The desktop app's first steps: what must be locked before there is a page, the core's process and the
 * window. Nothing here needs a schema; all that comes later is loaded when both are under way.
 */
import { join } from 'node:path';

import { app, type BrowserWindow } from 'electron';

import { parseHostArguments } from '#core/host-arguments.ts';
import { imagesFolder } from '#core/images/image-file.ts';
import { describeStartProblem } from '#core/start-problem.ts';
import { noteProcess, noteStep } from '#core/start-timeline.ts';
import { createSystemLogger, systemClock, systemRandomness } from '#core/system-ports.ts';

import { leaveOutFirstMenu } from './app-menu.ts';
import { appPaths, chooseDataFolder, windowIcon } from './app-paths.ts';
import { handleAppScheme, registerAppScheme } from './app-protocol.ts';
import { denyByDefault } from './deny-by-default.ts';
import type { DeskApp } from './desk-app.ts';
import { forkCore } from './fork-core.ts';
import { focusWindow, openMainWindow } from './main-window.ts';
import { listenForOpenedFiles, ownStart } from './opened-files.ts';
import { logChildDeaths } from './window-care.ts';

noteProcess('main');

const parsed = parseHostArguments(process.argv.slice(1));
if (!parsed.ok) {
  process.stderr.write(`${describeStartProblem(parsed.error)}\n`);
  app.exit(2);
}
const args = parsed.ok ? parsed.value : null;
const dataFolder = chooseDataFolder(args?.dataFolder ?? null);
const ports = {
  clock: systemClock,
  logger: createSystemLogger(dataFolder, 'warn'),
  randomness: systemRandomness,
};

let window: BrowserWindow | null = null;
let desk: DeskApp | null = null;
/** A file that was opened before there is a desk to tell. */
let offered: string | null = null;
/** Asked for before there is a desk to end in order. */
let wantedExit: number | null = null;

process.on('uncaughtException', (error) => {
  ports.logger.log('error', 'uncaught_exception', { error: error.stack ?? String(error) });
  end(1);
});

// Test launchers run as root and must pass the switch, which enableSandbox would take away from the
// child processes and so end them. The product never passes it.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Pages that begin with little room for what lives shortly stop for collections all through their start.
app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=16');
registerAppScheme();
leaveOutFirstMenu();
denyByDefault(ports.logger, (asker, url) => desk?.openWindow(asker, url) === true);
logChildDeaths(ports);

if (args !== null && app.requestSingleInstanceLock(ownStart())) {
  listenForOpenedFiles({
    logger: ports.logger,
    onSecondStart: () => window !== null && focusWindow(window),
    onFile(path) {
      if (desk === null) offered = path;
      else desk.offerFile(path);
    },
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (desk?.hasEnded() === true) return;
    event.preventDefault();
    end(desk?.hasProblem() === true ? 1 : 0);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => end(0));
  }
  const options = args;
  void app.whenReady().then(() => open(options));
} else {
  // The first one has been told and comes to the front.
  app.exit(args === null ? 2 : 0);
}

/** The two that take longest to be there come first, and come up side by side while the rest is loaded. */
function open(options: NonNullable<typeof args>): void {
  noteStep('main: ready');
  const paths = appPaths();
  const fork = (): ReturnType<typeof forkCore> =>
    forkCore(paths.coreProcess, join(dataFolder, 'compiled-code'));
  let core: ReturnType<typeof forkCore> | null = fork();
  noteStep('main: core forked');
  const folders = { pages: paths.pagesFolder, images: imagesFolder(dataFolder) };
  handleAppScheme(folders, () => desk?.problemHtml() ?? '', ports.logger);
  const windows = {
    dataFolder,
    preloadPath: paths.preload,
    icon: windowIcon(),
    logger: ports.logger,
  };
  const opened = openMainWindow({ ...windows, onReady: () => desk?.painted() });
  window = opened;
  opened.on('closed', () => (window = null));
  noteStep('main: window made');
  import('./desk-app.ts').then(
    ({ runDesk }) => {
      desk = runDesk({
        args: options,
        ports,
        dataFolder,
        paths,
        windows,
        window: opened,
        offered,
        fork() {
          const first = core;
          core = null;
          return first ?? fork();
        },
      });
      noteStep('main: all loaded');
      if (wantedExit !== null) end(wantedExit);
    },
    (error: unknown) => {
      ports.logger.log('error', 'uncaught_exception', { error: String(error) });
      app.exit(1);
    },
  );
}

function end(exitCode: number): void {
  if (desk !== null) desk.end(exitCode);
  else if (window === null) app.exit(exitCode);
  else wantedExit ??= exitCode;
}
