// What must hold of a packed app, read out of the result and not out of its configuration.
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { verifyFuses } from './app-fuses.mjs';

/** What an archive may hold; an unlisted folder would be sources, tests or somebody's notes. */
const CONTENT = [
  /^package\.json$/,
  /^out\/(main|preload|renderer)\//,
  /^node_modules\/better-sqlite3\/(package\.json$|LICENSE$|lib\/|prebuilds\/)/,
];
const STORE_ENGINE = /^node_modules\/better-sqlite3\/prebuilds\/[^/]+\.node$/;
const NEEDED = [
  'package.json',
  'out/main/main.cjs',
  'out/main/main.desk-app.cjs',
  'out/main/core-start.cjs',
  'out/main/core-process.cjs',
  'out/main/core-process.client.cjs',
  'out/main/core-process.open-pages.cjs',
  'out/main/store-worker.cjs',
  'out/preload/preload.cjs',
  'out/renderer/desk/index.html',
  'out/renderer/desk/notices.json',
  'out/renderer/anchor/index.html',
  'out/renderer/overlay/index.html',
  'out/renderer/assistant/index.html',
];

/** @param {readonly string[]} files of an archive */
export function contentFaults(files) {
  const foreign = files.filter(
    (file) => file.endsWith('.map') || !CONTENT.some((pattern) => pattern.test(file)),
  );
  const missing = NEEDED.filter((file) => !files.includes(file));
  return [
    ...(foreign.length === 0
      ? []
      : [`${foreign.length} files do not belong inside, such as ${foreign[0]}`]),
    ...missing.map((file) => `${file} is missing`),
    ...(files.some((file) => STORE_ENGINE.test(file)) ? [] : ['the store has no engine inside']),
  ];
}

/**
 * The files of an asar, by the header it begins with: four little-endian lengths, then JSON.
 * @param {string} archive
 * @returns {string[]}
 */
export function archiveFiles(archive) {
  const file = openSync(archive, 'r');
  try {
    const lengths = Buffer.alloc(16);
    readSync(file, lengths, 0, lengths.length, 0);
    const header = Buffer.alloc(lengths.readUInt32LE(12));
    readSync(file, header, 0, header.length, lengths.length);
    return filesOf(JSON.parse(header.toString('utf8')), '');
  } finally {
    closeSync(file);
  }
}

/**
 * @param {{files?: Record<string, any>}} node
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(node, path) {
  if (node.files === undefined) return [path];
  return Object.entries(node.files).flatMap(([name, child]) =>
    filesOf(child, path === '' ? name : `${path}/${name}`),
  );
}

/**
 * @param {string} executable
 * @param {string} resources its resources folder
 * @returns {Promise<{faults: string[], notes: string[]}>}
 */
export async function verifyPackage(executable, resources) {
  const { faults, absent } = await verifyFuses(executable);
  const archive = join(resources, 'app.asar');
  if (!existsSync(archive)) faults.push('there is no app.asar');
  else if (!statSync(archive).isFile()) faults.push('app.asar is no archive');
  else faults.push(...contentFaults(archiveFiles(archive)));
  // Electron would prefer it to the archive if the fuse were off.
  if (existsSync(join(resources, 'app'))) faults.push('there is an unpacked app folder');
  if (!existsSync(join(resources, 'LICENSE.txt'))) faults.push('our own licence is missing');
  const notices = join(resources, 'THIRD-PARTY-NOTICES.txt');
  if (!existsSync(notices)) faults.push('the licences of what is inside are missing');
  else if (!readFileSync(notices, 'utf8').includes('better-sqlite3')) {
    faults.push('the licences of what is inside are not complete');
  }
  return { faults, notes: absent.map((name) => `this runtime has no fuse ${name}`) };
}
