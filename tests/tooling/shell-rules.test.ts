// What may not be written twice: raw IPC beside the checked one, and ways around the locks.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { repoRoot } from './planted-project.ts';

const PRINTING = 'src/main/electron/print-window.ts';

/** A pattern, and the files of the product that may have it. */
const ONLY_IN: readonly (readonly [RegExp, string | null, string?])[] = [
  [/\bipcMain\b/, 'src/main/electron/validated-ipc.ts'],
  [/\bipcRenderer\b/, 'src/main/preload/preload.ts'],
  [/\bshell\b.*from 'electron'|\bopenExternal\b/, 'src/main/electron/deny-by-default.ts'],
  [/\bglobalShortcut\b/, 'src/main/electron/global-keys.ts'],
  // What is printed is drawn in a locked window of a session of its own, in memory alone.
  [/\bnew BrowserWindow\(/, 'src/main/electron/main-window.ts', PRINTING],
  [/\bcontextBridge\b/, null],
  [/\bfromPartition\b|\bpartition:/, PRINTING],
  [/\bBrowserView\b|\bWebContentsView\b|<webview\b/, null],
  [/\bloadFile\(|file:\/\/\//, null],
  [/disableHardwareAcceleration|ignore-certificate-errors|disable-web-security/, null],
  [/ELECTRON_DISABLE_SECURITY_WARNINGS/, null],
  [
    /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write\(/,
    null,
  ],
  [/\beval\(|\bnew Function\(/, null],
];

function sources(): ReadonlyMap<string, string> {
  const names = readdirSync(join(repoRoot, 'src'), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.tsx?$/.test(name)).map((name) => `src/${name}`);
  return new Map(files.map((file) => [file, readFileSync(join(repoRoot, file), 'utf8')]));
}

/** Comments may speak of what code may not do. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
}

function faults(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) =>
    ONLY_IN.filter(
      ([pattern, ...homes]) => !homes.includes(file) && pattern.test(withoutComments(text)),
    ).map(([pattern]) => `${file}: ${pattern.source}`),
  );
}

describe('the sources', () => {
  test('use each dangerous door in one place or not at all', () => {
    const files = sources();
    expect(files.size).toBeGreaterThan(300);
    expect(faults(files)).toEqual([]);
  });

  test('that one place has it still', () => {
    const files = sources();
    const lost = ONLY_IN.filter(
      ([pattern, home]) => home !== null && !pattern.test(files.get(home) ?? ''),
    );
    expect(lost).toEqual([]);
  });
});

test.each([
  "import { app, ipcMain } from 'electron';",
  "ipcMain.handle('x', () => 1);",
  "contextBridge.exposeInMainWorld('api', {});",
  "void shell.openExternal('https://x');",
  "const other = session.fromPartition('persist:x');",
  "window.loadFile('x.html');",
  "element.innerHTML = '<b>';",
  'const made = new BrowserWindow({});',
  "app.commandLine.appendSwitch('ignore-certificate-errors');",
])('a planted violation is seen: %s', (text) => {
  expect(faults(new Map([['src/main/electron/planted.ts', text]])).length).toBeGreaterThan(0);
});
