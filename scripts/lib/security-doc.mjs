// The parts of docs/security.md that state what is so: rendered from the code and the lock files, put
// between marks, and compared by a test.
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { APP_FUSES } from './app-fuses.mjs';
import { MINIMUM_VERSIONS } from './minimum-versions.mjs';
import { fromRoot } from './repo-paths.mjs';
import { SECURITY_CHECKLIST } from './security-checklist.mjs';

export const SECURITY_DOC = fromRoot('docs/security.md');

const START = (/** @type {string} */ name) => `<!-- ${name}: written by npm run security -->`;
const END = '<!-- end -->';

/** @type {Readonly<Record<string, () => string | Promise<string>>>} each part by the name in its mark */
const PARTS = { checklist, locks, 'supply chain': supplyChain };

/**
 * The document with its rendered parts as they must be now.
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function withRenderedParts(text) {
  let result = text;
  for (const [name, render] of Object.entries(PARTS)) {
    const from = result.indexOf(START(name));
    const to = result.indexOf(END, from);
    if (from < 0 || to < 0) throw new Error(`docs/security.md has no mark for "${name}"`);
    result = `${result.slice(0, from)}${START(name)}\n\n${await render()}\n\n${result.slice(to)}`;
  }
  return result;
}

/** Files that the checklist names and that are not there. */
export function missingFiles() {
  const named = SECURITY_CHECKLIST.flatMap(({ files, tests }) => [...files, ...tests]);
  return [...new Set(named)].filter((file) => !existsSync(fromRoot(file)));
}

function checklist() {
  const rows = SECURITY_CHECKLIST.map(({ item, what, files, tests }, index) => [
    String(index + 1),
    item,
    what,
    files.map(code).join(', '),
    tests.map(code).join(', '),
  ]);
  return table(['#', 'item', 'what we do', 'file', 'test'], rows);
}

async function locks() {
  const { lockedWebPreferences } = await product('src/main/electron/window-options.ts');
  const { IPC_CHANNELS, MAX_IPC_BYTES } = await product('src/main/electron/ipc-channels.ts');
  const { contentSecurityPolicy } = await product('src/main/core/screens/page-headers.rules.ts');
  const preferences = Object.entries(lockedWebPreferences).map(([name, value]) => [
    code(name),
    String(value),
  ]);
  const fuses = Object.entries(APP_FUSES).map(([name, isOn]) => [code(name), isOn ? 'on' : 'off']);
  const channels = Object.keys(IPC_CHANNELS).map(code).join(', ');
  return [
    `Channels from a page to the main process, at most ${MAX_IPC_BYTES} bytes each: ${channels}.`,
    `The policy of every page: ${code(contentSecurityPolicy([]))}.`,
    table(['window', 'is'], preferences),
    table(['fuse', 'is'], fuses),
  ].join('\n\n');
}

function supplyChain() {
  const { allowScripts } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const scripts = Object.entries(allowScripts).map(([name, mayRun]) => [
    code(name),
    mayRun ? 'runs' : 'does not run',
  ]);
  const minimums = MINIMUM_VERSIONS.map(({ name, versions, why }) => [
    code(`${name} ${versions.join(', ')}`),
    why,
  ]);
  return [
    table(['at least', 'because of'], minimums),
    table(['install script of', 'it'], scripts),
  ].join('\n\n');
}

/**
 * The product's own module. Its type is another project's, which scripts do not reference.
 * @param {string} file
 * @returns {Promise<any>}
 */
function product(file) {
  return import(pathToFileURL(fromRoot(file)).href);
}

/** @param {string} text */
function code(text) {
  return `\`${text}\``;
}

/**
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} rows
 */
function table(header, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
