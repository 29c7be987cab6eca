// What must hold of a packed app, read out of the result and not out of its configuration.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { verifyFuses } from './app-fuses.mjs';

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
  // Electron would prefer it to the archive if the fuse were off.
  if (existsSync(join(resources, 'app'))) faults.push('there is an unpacked app folder');
  const notices = join(resources, 'THIRD-PARTY-NOTICES.txt');
  if (!existsSync(notices)) faults.push('the licences of what is inside are missing');
  else if (!readFileSync(notices, 'utf8').includes('better-sqlite3')) {
    faults.push('the licences of what is inside are not complete');
  }
  return { faults, notes: absent.map((name) => `this runtime has no fuse ${name}`) };
}
