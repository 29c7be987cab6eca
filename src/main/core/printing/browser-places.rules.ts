import { posix, win32 } from 'node:path';

/** Names a Chromium has on Linux, looked for in every folder of the path. */
const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];

const MAC_APPS = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser'];

/** Below each of Windows' folders of programs. */
const WINDOWS_FILES = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
];
const WINDOWS_FOLDERS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];

/** The environment's variable that names a browser; nothing else is then looked for. */
export const BROWSER_VARIABLE = 'CUEDESK_BROWSER';

/** Where a Chromium, Chrome or Edge may be on this system, the likeliest first. */
export function browserPlaces(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const chosen = environment[BROWSER_VARIABLE] ?? '';
  if (chosen !== '') return [chosen];
  if (platform === 'win32') {
    const folders = WINDOWS_FOLDERS.flatMap((name) => environment[name] ?? []);
    return WINDOWS_FILES.flatMap((file) => folders.map((folder) => win32.join(folder, ...file)));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', posix.join(environment['HOME'] ?? '/', 'Applications')];
    return MAC_APPS.flatMap((app) =>
      folders.map((folder) => posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((each) => each.startsWith('/'));
  const known = [...new Set([...folders, '/usr/bin', '/snap/bin'])];
  return LINUX_NAMES.flatMap((name) => known.map((folder) => posix.join(folder, name)));
}
