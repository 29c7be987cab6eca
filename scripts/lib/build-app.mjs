import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'vite';
import { hashInputs, readStamps, writeStamps } from './build-stamp.mjs';
import { buildTargets } from './build-targets.mjs';
import { log } from './log.mjs';
import { fromRoot } from './repo-paths.mjs';
import { shippedPackages } from './third-party-notices.mjs';

const DESK_NOTICES = 'out/renderer/desk/notices.json';

/**
 * Builds what changed. Every target is tried, so that one run names every fault.
 * @param {{only: readonly string[] | null, force: boolean}} options
 * @returns {Promise<{built: string[], skipped: string[], failed: string[]}>}
 */
export async function buildApp({ only, force }) {
  const stamps = readStamps();
  /** @type {{built: string[], skipped: string[], failed: string[]}} */
  const result = { built: [], skipped: [], failed: [] };
  for (const target of buildTargets) {
    if (only && !only.includes(target.name)) continue;
    const hash = hashInputs(target.inputs);
    if (!force && stamps[target.name] === hash && existsSync(fromRoot(target.output))) {
      result.skipped.push(target.name);
      continue;
    }
    delete stamps[target.name];
    if (await buildTarget(target)) {
      stamps[target.name] = hash;
      result.built.push(target.name);
    } else {
      result.failed.push(target.name);
    }
    // After each one: an interrupted run keeps what it finished.
    writeStamps(stamps);
  }
  if (!writeNoticesOnce(result)) result.failed.push('notices');
  return result;
}

/**
 * The licences of what was bundled, beside the desk's page, which shows them.
 * @param {{built: readonly string[]}} result
 */
function writeNoticesOnce({ built }) {
  const isThere = existsSync(fromRoot(DESK_NOTICES));
  if (!existsSync(fromRoot(dirname(DESK_NOTICES))) || (isThere && built.length === 0)) return true;
  try {
    const own = readFileSync(fromRoot('LICENSE'), 'utf8');
    const notices = { own, packages: shippedPackages() };
    writeFileSync(fromRoot(DESK_NOTICES), `${JSON.stringify(notices)}\n`);
    return true;
  } catch (error) {
    log(`build notices: failed\n${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** @param {import('./build-targets.mjs').BuildTarget} target */
async function buildTarget(target) {
  if (!existsSync(fromRoot(target.entry))) {
    log(`build ${target.name}: the entry ${target.entry} does not exist`);
    return false;
  }
  const startedAt = performance.now();
  try {
    await build(target.config);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The bundler appends its own native stack, which tells nothing.
    log(`build ${target.name}: failed\n${message.split('Stack backtrace:')[0]?.trim()}`);
    return false;
  }
  log(`build ${target.name}: ${target.output} in ${Math.round(performance.now() - startedAt)} ms`);
  return true;
}
