import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { resolveElectron } from './electron-runtime.mjs';
import { cachedSqliteBinding } from './sqlite-binding.mjs';

// Electron that cannot set up its sandbox aborts before any script of ours runs.
const ABORT_WINDOW_MS = 10_000;

/** @typedef {import('./electron-runtime.mjs').ElectronRuntime & {env: NodeJS.ProcessEnv}} Desktop */

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * @returns {Promise<{desktop: Desktop} | {reason: string}>} the reason is why there is none here
 */
export async function findDesktop() {
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return { reason: 'the desktop app does not run as root (桌面应用不能以 root 身份运行)' };
  }
  if (!hasDisplay()) return { reason: 'there is no display (没有图形界面)' };
  try {
    const runtime = await resolveElectron({ allowFetch: false });
    const env = { ...process.env };
    // Set by some editors' terminals; the app would start as a bare Node.
    delete env.ELECTRON_RUN_AS_NODE;
    if (runtime.needsCompiledSqlite && !env.CUEDESK_SQLITE_BINDING) {
      const binding = cachedSqliteBinding();
      if (!binding) return { reason: `Electron ${runtime.version} is too old for the store` };
      env.CUEDESK_SQLITE_BINDING = binding;
    }
    return { desktop: { ...runtime, env } };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * @param {Desktop} desktop
 * @param {readonly string[]} args
 * @param {(line: string) => void} onJsonLine
 * @returns {Promise<{exitCode: number} | {aborted: string}>}
 */
export function runDesktop(desktop, args, onJsonLine) {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const app = spawn(desktop.executablePath, [...desktop.appArgs, ...args], {
      env: desktop.env,
      stdio: ['ignore', 'pipe', 2],
    });
    // Chromium prints on stdout too.
    if (app.stdout) {
      createInterface(app.stdout).on('line', (line) => {
        if (isAddressLine(line)) onJsonLine(line);
        else process.stderr.write(`${line}\n`);
      });
    }
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => app.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    app.on('error', (error) => resolve({ aborted: error.message }));
    app.on('close', (code, signal) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      const isAbort =
        signal !== null && ['SIGTRAP', 'SIGABRT', 'SIGILL', 'SIGSEGV'].includes(signal);
      if (isAbort && performance.now() - startedAt < ABORT_WINDOW_MS) {
        return resolve({ aborted: `Electron aborted at its start (${signal})` });
      }
      return resolve({ exitCode: code ?? (isAbort ? 1 : 0) });
    });
  });
}

/** @param {string} line */
function isAddressLine(line) {
  if (!line.startsWith('{')) return false;
  try {
    const value = JSON.parse(line);
    return typeof value.url === 'string' && typeof value.pid === 'number';
  } catch {
    // A line that only looks like it.
    return false;
  }
}
