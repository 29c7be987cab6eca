import { mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { expect, test } from 'vitest';

import { checkRecording } from '#core/feeds/replay/check-recording.ts';
import { fail, ok } from '#shared/contract/app-error.ts';

import { chatAt, writeRecording } from './recordings.ts';

const good = (atMs: number) => JSON.stringify(chatAt(atMs, `k${atMs}`));
const RAW = '@id=m1;tmi-sent-ts=1700000000000 :a!a@a.tmi PRIVMSG #b :hi';

test.each([
  ['nothing in it', [''], 1, 'file_empty'],
  ['only empty lines', ['', '', ''], 1, 'no_event'],
  ['a photo', ['\u0089PNG\u0000\u0000'], 1, 'file_binary'],
  ['prose', ['', '', 'Dear diary'], 3, 'not_json'],
  ['JSON of another kind', ['{"kind":"weather"}'], 1, 'unknown_kind'],
  ['one long line', ['x'.repeat(1_000_001), 'y'], 1, 'line_too_long'],
  ['more bad lines than events', ['', good(0), 'a', '{"kind":"chat"}'], 3, 'not_json'],
  ['facts of a desk alone', ['{"kind":"shelf.pushed"}'], 1, 'no_event'],
])('%s is refused with its first bad line', async (_name, lines, line, reason) => {
  const path = await writeRecording('show.jsonl', lines);
  expect(await checkRecording(path)).toEqual(fail('file_bad_line', { path, line, reason }));
});

test('raw chat lines are looked at as such', async () => {
  const path = await writeRecording('chat.txt', [RAW, 'nonsense', RAW]);
  const checked = await checkRecording(path);
  expect(checked).toMatchObject({ ok: true, value: { count: 1, firstLine: 2 } });
});

test('a few bad lines among good ones are counted, whatever page they are on', async () => {
  const lines = Array.from({ length: 2_000 }, (_, place) => good(place));
  lines.splice(1_500, 0, '', 'torn {', '{}');
  lines.push('{"kind":"chat","cut": "of');
  expect(await checkRecording(await writeRecording('show.jsonl', lines))).toEqual(
    ok({ count: 3, firstLine: 1_502, reason: 'not_json' }),
  );
});

test('a good file has nothing to be told', async () => {
  expect(await checkRecording(await writeRecording('show.jsonl', [good(0), good(5)]))).toEqual(
    ok(null),
  );
});

test('what is no file is not opened, and is said by its whole path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-none-'));
  const missing = join(folder, 'show.jsonl');
  const refused = (path: string, reason: string) => fail('file_unreadable', { path, reason });
  expect(await checkRecording(relative('.', missing))).toEqual(refused(missing, 'ENOENT'));
  expect(await checkRecording(folder)).toEqual(refused(folder, 'EISDIR'));
  expect(await checkRecording('/dev/zero')).toEqual(refused('/dev/zero', 'not_a_file'));
});

// The system's administrator may read everything.
test('a file that the system does not open is refused with its reason', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'cuedesk-none-')), 'show.jsonl');
  await symlink(path, path);
  expect(await checkRecording(path)).toEqual(fail('file_unreadable', { path, reason: 'ELOOP' }));
});
