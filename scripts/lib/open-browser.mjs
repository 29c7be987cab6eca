import { spawn } from 'node:child_process';
import { log } from './log.mjs';

/** @param {string} url */
export function openBrowser(url) {
  const [command, ...args] = openCommand(url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => log('cuedesk: no browser could be opened; open the address by hand'));
  child.unref();
}

/**
 * @param {string} url
 * @returns {[string, ...string[]]}
 */
function openCommand(url) {
  if (process.platform === 'darwin') return ['open', url];
  // The empty title keeps `start` from taking the address for one.
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', url];
  return ['xdg-open', url];
}
