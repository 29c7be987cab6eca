import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { visibleControls } from '#shared/lib/visible-controls.ts';
import type { Logger, LogLevel } from './ports.ts';
import { makeFolder } from './store/make-folder.ts';

const MAX_FILE_BYTES = 2 * 1024 * 1024;
const KEPT_FILES = 5;
const ORDER: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];
// Fields carry no secrets; this keeps a slip from reaching the disk.
const SECRET_FIELD = /token|secret|password|cookie|authorization/i;

export type FileLoggerOptions = {
  readonly folder: string;
  readonly fileLevel: LogLevel;
  readonly stderrLevel: LogLevel;
  wallNow(): number;
  writeError(line: string): void;
};

/**
 * One JSON object a line in `cuedesk.log`, rotated by size. Written at once, so that the last lines
 * before a crash are there; a disk that refuses them never stops the work.
 */
export function createFileLogger(options: FileLoggerOptions): Logger {
  const path = join(options.folder, 'cuedesk.log');
  let bytes: number | null = null;

  function append(line: string): void {
    if (bytes === null) {
      makeFolder(options.folder);
      bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    }
    if (bytes > MAX_FILE_BYTES) {
      rotate(path);
      bytes = 0;
    }
    appendFileSync(path, line);
    bytes += Buffer.byteLength(line);
  }

  return {
    log(level, event, fields) {
      const time = new Date(options.wallNow()).toISOString();
      const json = JSON.stringify({ time, level, event, ...fields }, hideSecrets);
      const line = `${visibleControls(json)}\n`;
      if (isAtLeast(level, options.stderrLevel)) options.writeError(line);
      if (!isAtLeast(level, options.fileLevel)) return;
      try {
        append(line);
      } catch (error) {
        options.writeError(`log file not written: ${visibleControls(String(error))}\n`);
      }
    },
  };
}

/** cuedesk.log becomes .1, .1 becomes .2; the oldest is overwritten. */
function rotate(path: string): void {
  for (let at = KEPT_FILES - 1; at >= 1; at -= 1) {
    const from = at === 1 ? path : `${path}.${at - 1}`;
    if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, `${path}.${at}`);
  }
}

function isAtLeast(level: LogLevel, least: LogLevel): boolean {
  return ORDER.indexOf(level) >= ORDER.indexOf(least);
}

function hideSecrets(key: string, value: unknown): unknown {
  return SECRET_FIELD.test(key) ? '(hidden)' : value;
}
