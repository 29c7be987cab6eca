import { fileURLToPath } from 'node:url';

import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type LaunchedApp = {
  readonly app: ElectronApplication;
  /** The desk's window. */
  readonly page: Page;
  /** Process id of the main process. */
  readonly pid: number;
  /** Everything written to stderr so far. */
  stderr(): string;
  /** Lines of stdout so far that are JSON (the `--json` line among them). */
  jsonLines(): readonly unknown[];
  /** Ends as the operator does; resolves when the process is gone. */
  close(): Promise<void>;
};

/** The Electron of the tests, and what goes on its command line before the app's own options. */
export function electronCommand(): {
  readonly executablePath: string;
  readonly appArgs: readonly string[];
} {
  const executablePath = process.env['CUEDESK_ELECTRON'];
  if (executablePath === undefined || executablePath === '') {
    throw new Error('CUEDESK_ELECTRON names no Electron: run the tests through "npm test"');
  }
  // Only here and never in the product: Chromium refuses its sandbox to root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, appArgs: [...asRoot, ROOT] };
}

/**
 * Opens the built app (`npm run build` first) in the Electron named by CUEDESK_ELECTRON, which
 * `npm test` obtains, on the current display.
 */
export async function launchElectron(
  dataFolder: string,
  args: readonly string[],
): Promise<LaunchedApp> {
  const { executablePath, appArgs } = electronCommand();
  const app = await _electron.launch({
    executablePath,
    args: [...appArgs, `--data=${dataFolder}`, ...args],
    env: definedEnvironment(),
  });
  const child = app.process();
  let errors = '';
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  return {
    app,
    page: await app.firstWindow(),
    pid: child.pid ?? 0,
    stderr: () => errors,
    jsonLines: () =>
      output
        .split('\n')
        .filter((line) => line.startsWith('{') && line.endsWith('}'))
        .map((line): unknown => JSON.parse(line)),
    async close() {
      await app.close();
      await gone;
    },
  };
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
