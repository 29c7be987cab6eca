// Electron's security checklist, item by item: what we do, where, and the test that holds it. An item
// that no test can hold says why.

/**
 * @typedef {object} ChecklistItem
 * @property {string} item in the order and by the words of Electron's own list
 * @property {string} what
 * @property {readonly string[]} files
 * @property {readonly string[]} tests files whose failure would show that it does not hold
 */

const WINDOW = 'src/main/electron/window-options.ts';
const DENY = 'src/main/electron/deny-by-default.ts';
const SESSION = 'src/main/electron/lock-session.ts';
const REQUESTS = 'src/main/electron/allowed-requests.rules.ts';
const HEADERS = 'src/main/core/screens/page-headers.rules.ts';
const FLAGS_TEST = 'tests/electron/window-options.test.ts';
const LOCKED_TEST = 'tests/e2e/locked-shell.electron.spec.ts';
const POLICY_TESTS = [
  'tests/e2e/content-policy.electron.spec.ts',
  'tests/e2e/content-policy.spec.ts',
  'tests/tooling/built-pages.test.ts',
];
const RULES_TEST = 'tests/tooling/shell-rules.test.ts';

/** @type {readonly ChecklistItem[]} */
export const SECURITY_CHECKLIST = [
  {
    item: 'Only load secure content',
    what: 'Pages come from `cuedesk://app`; a session lets nothing else through but emote images by https',
    files: [REQUESTS, SESSION],
    tests: ['tests/electron/allowed-requests.test.ts', LOCKED_TEST],
  },
  {
    item: 'No Node.js integration for remote content',
    what: 'Off in pages, frames and workers; there is no remote content',
    files: [WINDOW],
    tests: [FLAGS_TEST, LOCKED_TEST, 'tests/e2e/app.electron.spec.ts'],
  },
  { item: 'Context isolation', what: 'On', files: [WINDOW], tests: [FLAGS_TEST, LOCKED_TEST] },
  {
    item: 'Process sandboxing',
    what: '`app.enableSandbox()` and the flag of each window. Only a switch on the command line, which the product never passes, leaves it out: Chromium has no sandbox for root, and tests run as root in containers',
    files: ['src/main/electron/main.ts', WINDOW],
    tests: [FLAGS_TEST, LOCKED_TEST, 'tests/tooling/toolchain.test.ts'],
  },
  {
    item: 'Handle session permission requests',
    what: 'Every request and check is refused, in every session, but that for notices of the system by the desk’s own page (`allowed-permissions.rules.ts`); so are cameras, screens, HID, USB, serial and Bluetooth devices and downloads',
    files: [SESSION],
    tests: [LOCKED_TEST],
  },
  {
    item: 'Do not disable webSecurity',
    what: 'On',
    files: [WINDOW],
    tests: [FLAGS_TEST, LOCKED_TEST],
  },
  {
    item: 'Content security policy',
    what: 'A header of every answer in both hosts, without inline scripts, styles or handlers, without eval',
    files: [HEADERS, 'src/main/electron/app-protocol.ts'],
    tests: POLICY_TESTS,
  },
  {
    item: 'Do not enable allowRunningInsecureContent',
    what: 'Off',
    files: [WINDOW],
    tests: [FLAGS_TEST, LOCKED_TEST],
  },
  {
    item: 'Do not enable experimental features',
    what: 'Off',
    files: [WINDOW],
    tests: [FLAGS_TEST, LOCKED_TEST],
  },
  {
    item: 'Do not use enableBlinkFeatures',
    what: 'Not set: the options of a window are compared whole',
    files: [WINDOW],
    tests: [FLAGS_TEST, 'tests/tooling/electronegativity.test.ts'],
  },
  {
    item: 'No allowpopups for webviews',
    what: 'There are no webviews',
    files: [WINDOW, DENY],
    tests: [RULES_TEST, LOCKED_TEST],
  },
  {
    item: 'Verify webview options',
    what: 'Attaching one is refused whatever its options; the tag is off',
    files: [DENY, WINDOW],
    tests: [FLAGS_TEST, RULES_TEST, LOCKED_TEST],
  },
  {
    item: 'Disable or limit navigation',
    what: 'Main frames, frames and redirects stay on `cuedesk://app`',
    files: [DENY, 'src/main/electron/app-origin.ts'],
    tests: ['tests/electron/app-origin.test.ts', LOCKED_TEST],
  },
  {
    item: 'Disable or limit creation of new windows',
    what: 'Chromium opens none. Two exact addresses, asked for by the desk’s window alone, have the main process open a part of the desk itself, with the same locks, one of each; every other one is refused',
    files: [DENY, 'src/main/electron/part-windows.rules.ts', 'src/main/electron/part-windows.ts'],
    tests: [
      LOCKED_TEST,
      RULES_TEST,
      'tests/electron/part-windows.test.ts',
      'tests/e2e/part-window.electron.spec.ts',
    ],
  },
  {
    item: 'No shell.openExternal with untrusted content',
    what: 'One call in the product, for https addresses of a fixed list of hosts, without port or user',
    files: ['src/main/electron/external-links.rules.ts', DENY],
    tests: ['tests/electron/app-origin.test.ts', RULES_TEST],
  },
  {
    item: 'Use a current version of Electron',
    what: 'Pinned exactly, with the oldest version without public holes beside it',
    files: ['package.json', 'scripts/lib/minimum-versions.mjs'],
    tests: ['tests/tooling/supply-chain.test.ts', 'tests/tooling/toolchain.test.ts'],
  },
  {
    item: 'Validate the sender of all IPC messages',
    what: 'One wrapper: main frame of the exact desk page, payload small and as its schema says; frames over the port are bounded and parsed, and so are messages of the core’s process',
    files: [
      'src/main/electron/validated-ipc.ts',
      'src/main/electron/ipc-sender.rules.ts',
      'src/main/electron/port-connection.ts',
      'src/main/electron/core-messages.ts',
    ],
    tests: [
      'tests/e2e/ipc-abuse.electron.spec.ts',
      'tests/electron/ipc-sender.test.ts',
      'tests/electron/port-connection.test.ts',
      RULES_TEST,
    ],
  },
  {
    item: 'Custom protocol instead of file://',
    what: '`cuedesk:`, GET only, known file types inside the built pages; `file:` loads in no session',
    files: ['src/main/electron/app-protocol.ts', 'src/main/core/screens/page-file.ts'],
    tests: [LOCKED_TEST, 'tests/core/screens/page-files.test.ts'],
  },
  {
    item: 'Check which fuses you can change',
    what: 'All are stated, by a type that misses a new one; packaging reads them back and fails otherwise',
    files: ['scripts/lib/app-fuses.mjs', 'scripts/lib/verify-package.mjs'],
    tests: ['tests/tooling/app-fuses.test.ts'],
  },
  {
    item: 'Do not expose Electron APIs to untrusted content',
    what: 'The preload hands over one port, and passes on fixed words about global keys; there is no context bridge',
    files: ['src/main/preload/preload.ts'],
    tests: [FLAGS_TEST, RULES_TEST],
  },
];
