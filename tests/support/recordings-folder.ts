import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT_ROOT = join(import.meta.dirname, '..', '..');
const MADE_UP_SET = join(PROJECT_ROOT, 'tests', 'fixtures');

export type RecordedSet = {
  readonly folder: string;
  /** Real traffic, or the project's own made-up lines in the same shape. */
  readonly isReal: boolean;
};

/**
 * Where recorded platform traffic is: `CUEDESK_RECORDINGS`, else a folder beside the project, else
 * the made-up set of the project itself.
 */
export function recordingsFolder(): RecordedSet {
  const asked = process.env['CUEDESK_RECORDINGS'];
  if (asked !== undefined && asked !== '') return { folder: asked, isReal: true };
  const beside = join(PROJECT_ROOT, '..', 'shared', 'recordings');
  if (existsSync(join(beside, 'twitch'))) return { folder: beside, isReal: true };
  return { folder: MADE_UP_SET, isReal: false };
}

/** The project's own lines, for tests that must not depend on a recording. */
export function madeUpFolder(): RecordedSet {
  return { folder: MADE_UP_SET, isReal: false };
}

/** Consecutive raw lines of a channel, in order of arrival. */
export function readLiveLines(set: RecordedSet): readonly string[] {
  return readRows(join(set.folder, 'twitch', 'irc-live-200.txt'));
}

export type EdgeCase = { readonly name: string; readonly line: string };

/** One raw line for each named case. */
export function readEdgeCases(set: RecordedSet): readonly EdgeCase[] {
  return readRows(join(set.folder, 'twitch', 'irc-edge-cases.tsv')).map((row) => {
    const tab = row.indexOf('\t');
    return { name: row.slice(0, tab), line: row.slice(tab + 1) };
  });
}

function readRows(file: string): readonly string[] {
  // Only \n ends a row: chat text may hold other characters that look like line ends.
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((row) => (row.endsWith('\r') ? row.slice(0, -1) : row))
    .filter((row) => row !== '');
}
