import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repoRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {string[]} parts */
export const fromRoot = (...parts) => join(repoRoot, ...parts);

/** Downloads and compiled files outlive a checkout and are shared by several, so they stay outside. */
export function cacheRoot() {
  const configured = process.env.CUEDESK_CACHE;
  if (configured) return resolve(configured);
  const base =
    process.env.XDG_CACHE_HOME ??
    (process.platform === 'win32' && process.env.LOCALAPPDATA) ??
    null;
  return join(base || join(homedir(), '.cache'), 'cuedesk');
}

/** A short name for this checkout, for what is kept per checkout in the shared cache. */
export function checkoutKey() {
  return createHash('sha256').update(repoRoot).digest('hex').slice(0, 12);
}
