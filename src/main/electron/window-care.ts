/** A window comes back by itself when its page's process dies, and goes on when others do. */
import { app, type BrowserWindow } from 'electron';

import type { ShellPorts } from '#core/ports.ts';

import { mayReturn, recent, returnUrl } from './window-care.rules.ts';

/** A page that answers neither mouse nor key for so long after Electron noticed is ended. */
const UNRESPONSIVE_LIMIT_MS = 10_000;

/**
 * The core is not touched by any of this: the page that comes back asks it for a snapshot.
 * `onGiveUp` is called when the page's process died too often within a minute.
 */
export function careForWindow(
  window: BrowserWindow,
  ports: ShellPorts,
  onGiveUp: () => void,
): void {
  const { clock, logger } = ports;
  const contents = window.webContents;
  let deaths: readonly number[] = [];
  let cancelEnd: (() => void) | null = null;

  function stopWaiting(): void {
    cancelEnd?.();
    cancelEnd = null;
  }

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    stopWaiting();
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const nowMs = clock.monotonicNow();
    deaths = [...recent(deaths, nowMs), nowMs];
    const isReturning = mayReturn(deaths, nowMs);
    logger.log('error', 'window_died', { reason, exitCode, deaths: deaths.length, isReturning });
    const url = returnUrl(contents.getURL());
    // Not inside the event, in which the contents are still being taken down.
    clock.after(0, () => {
      if (window.isDestroyed()) return;
      if (isReturning) void window.loadURL(url);
      else onGiveUp();
    });
  });
  window.on('unresponsive', () => {
    logger.log('warn', 'window_unresponsive', {});
    stopWaiting();
    cancelEnd = clock.after(UNRESPONSIVE_LIMIT_MS, () => {
      if (!window.isDestroyed()) contents.forcefullyCrashRenderer();
    });
  });
  window.on('responsive', stopWaiting);
  window.on('closed', stopWaiting);
}

/** Chromium starts its own helpers again, and draws without a graphics card when that one died often. */
export function logChildDeaths({ logger }: ShellPorts): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    logger.log('warn', 'child_process_gone', { type, reason, exitCode, name: name ?? '' });
  });
}
