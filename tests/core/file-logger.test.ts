import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

import { createFileLogger } from '#core/file-logger.ts';
import type { Logger } from '#core/ports.ts';
import { readPayloads } from '#tests/support/payloads.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let errors: string[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  errors = [];
});
afterEach(() => folder.clean());

function loggerIn(path: string): Logger {
  return createFileLogger({
    folder: path,
    fileLevel: 'info',
    stderrLevel: 'error',
    wallNow: () => 0,
    writeError: (line) => void errors.push(line),
  });
}

test('writes one JSON line an event, from its level on, and no secrets', () => {
  const logger = loggerIn(folder.path);
  logger.log('debug', 'quiet', {});
  logger.log('info', 'paired', { role: 'anchor', token: 'abc', headers: { cookie: 'x' } });
  logger.log('error', 'broken', {});
  const lines = readFileSync(join(folder.path, 'cuedesk.log'), 'utf8').trim().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    {
      time: '1970-01-01T00:00:00.000Z',
      level: 'info',
      event: 'paired',
      role: 'anchor',
      token: '(hidden)',
      headers: { cookie: '(hidden)' },
    },
    { time: '1970-01-01T00:00:00.000Z', level: 'error', event: 'broken' },
  ]);
  expect(errors).toHaveLength(1);
});

test('rotates by size and keeps five files', () => {
  const logger = loggerIn(folder.path);
  const text = 'x'.repeat(1024 * 1024);
  for (let at = 0; at < 40; at += 1) logger.log('info', 'large', { at, text });
  const names = readdirSync(folder.path).toSorted((a, b) => a.localeCompare(b));
  expect(names).toEqual([
    'cuedesk.log',
    'cuedesk.log.1',
    'cuedesk.log.2',
    'cuedesk.log.3',
    'cuedesk.log.4',
  ]);
  expect(readFileSync(join(folder.path, 'cuedesk.log'), 'utf8')).toContain('"at":39');
});

test('a folder that cannot be made stops nobody', () => {
  const path = join(folder.path, 'file');
  writeFileSync(path, '');
  loggerIn(join(path, 'logs')).log('info', 'lost', {});
  expect(errors).toEqual([expect.stringContaining('log file not written')]);
});

test('no payload of a stranger steers the terminal or makes up a line', () => {
  const logger = loggerIn(folder.path);
  const payloads = readPayloads().map(({ text }) => text.slice(0, 2_000));
  for (const name of payloads) logger.log('error', 'named', { name, [name]: 1 });
  const written = readFileSync(join(folder.path, 'cuedesk.log'), 'utf8');
  expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/u);
  expect(errors.join('')).toBe(written);
  const named = written
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
    .map((line) => z.looseObject({ name: z.string() }).parse(line).name);
  // A lone half of a pair cannot be written in UTF-8; JSON names it.
  expect(named).toEqual(payloads);
});
