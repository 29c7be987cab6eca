import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { LeftOutLines } from '#shared/model/left-out-lines.ts';
import { openRecordedFile } from './open-recording.ts';
import type { BadRecord } from './types.ts';

/** So many bad lines without one event before them: no event file, whatever still follows. */
const BAD_LINES_MAX = 1_000;
const HEAD_BYTES = 4096;

/**
 * Whether a file can be replayed, before anything is made of it; null: every line is good. One with
 * more bad lines than events is no recording. Read page by page, so that the core goes on beside it.
 * Refused: file_unreadable (`reason`: a code of the system, or not_a_file), file_bad_line (the first
 * line that is none).
 */
export async function checkRecording(typed: string): Promise<Result<LeftOutLines | null>> {
  const path = resolve(typed);
  try {
    // Before it is opened: a pipe would be waited for, a device has no end.
    const found = await stat(path);
    if (found.isDirectory()) return fail('file_unreadable', { path, reason: 'EISDIR' });
    if (!found.isFile()) return fail('file_unreadable', { path, reason: 'not_a_file' });
    await access(path, constants.R_OK);
    if (found.size === 0) return fail('file_bad_line', { path, line: 1, reason: 'file_empty' });
    if (await isBinary(path)) {
      return fail('file_bad_line', { path, line: 1, reason: 'file_binary' });
    }
    return judged(path, await countLines(path));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (reason === null) throw error;
    return fail('file_unreadable', { path, reason });
  }
}

/** Text of any kind has no zero byte; what is packed, an image or a store has one early. */
async function isBinary(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead).includes(0);
  } finally {
    await file.close();
  }
}

type Counted = { readonly events: number; readonly bad: number; readonly first: BadRecord | null };

async function countLines(path: string): Promise<Counted> {
  let events = 0;
  let bad = 0;
  let first: BadRecord | null = null;
  const reader = await openRecordedFile(path);
  try {
    for (let page = await reader.next(); page !== null; page = await reader.next()) {
      events += page.events.length;
      bad += page.bad.length;
      first ??= page.bad[0] ?? null;
      if (events === 0 && bad >= BAD_LINES_MAX) break;
    }
    return { events, bad, first };
  } finally {
    await reader.close();
  }
}

function judged(path: string, { events, bad, first }: Counted): Result<LeftOutLines | null> {
  const line = first?.line ?? 1;
  const reason = first?.reason ?? 'no_event';
  if (events === 0 || bad > events) return fail('file_bad_line', { path, line, reason });
  return ok(bad === 0 ? null : { count: bad, firstLine: line, reason });
}
