import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { storedReader } from '#core/feeds/replay/stored-reader.ts';
import { printRecording, runReplay } from '#node/cli-replay.ts';
import { FeedEvent } from '#shared/contract/room-event.ts';
import { FIRST_TS, chatAt, stored, writeRecording } from '#tests/core/feeds/replay/recordings.ts';
import { playbackPorts } from '#tests/core/feeds/playback-clock.ts';

async function run(args: readonly string[]) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const printed = text(stdout);
  const said = text(stderr);
  const code = await runReplay(args, stdout, stderr);
  stdout.end();
  stderr.end();
  return { code, printed: await printed, said: await said };
}

test('prints each event as a line and a summary apart from them', async () => {
  const path = await writeRecording('show.jsonl', [
    JSON.stringify(chatAt(0, 'a')),
    'not an event',
    JSON.stringify(chatAt(20, 'b')),
  ]);
  const { code, printed, said } = await run([path, '--speed', '20']);
  const events = printed
    .trim()
    .split('\n')
    .map((line) => FeedEvent.parse(JSON.parse(line)));
  expect(events.map(({ dedupeKey }) => dedupeKey)).toEqual(['a', 'b']);
  expect(events[0]?.platformTs).toBeGreaterThan(FIRST_TS);
  expect(code).toBe(0);
  expect(said).toContain('left out: 1; the first is line 2 (no JSON).');
  expect(said).toContain('第一处在第 2 行（不是 JSON）');
  expect(said).toContain('2 events, 1 bad lines');
  expect(said).toContain('2 个事件，1 行坏数据');
});

test('waits as long as the recording did, divided by the speed', async () => {
  const { clock } = playbackPorts();
  const rows = [0, 4_000].map((atMs, place) => stored(chatAt(atMs, `k${place}`), place + 1));
  const reader = storedReader(
    (_afterTs, afterSeq) =>
      Promise.resolve(
        rows.slice(Math.max(0, afterSeq)).map((row) => ({
          ...row,
          seq: Number(row['seq']),
          eventTs: Number(row['eventTs']),
        })),
      ),
    null,
  );
  const stdout = new PassThrough();
  const lines: string[] = [];
  stdout.on('data', (chunk: Buffer) => lines.push(...chunk.toString().trim().split('\n')));
  const done = printRecording(reader, 4, clock, stdout);
  const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));
  while (lines.length < 1) await turn();
  clock.advance(990);
  await turn();
  expect(lines).toHaveLength(1);
  clock.advance(10);
  expect(await done).toEqual({ events: 2, bad: 0 });
});

test('a file that is no recording is refused with its first bad line', async () => {
  const path = await writeRecording('notes.jsonl', ['', 'hello', '{}']);
  const { code, printed, said } = await run([path]);
  expect({ code, printed }).toEqual({ code: 1, printed: '' });
  expect(said).toContain(`"${path}" cannot be replayed: line 2 (no JSON)`);
  expect(said).toContain('第 2 行（不是 JSON）');
});

test.each([
  [['/no/such/file.jsonl'], 1, '无法读取“/no/such/file.jsonl”（不存在）'],
  [['/etc'], 1, '这是文件夹'],
  [['/dev/null'], 1, '设备或管道'],
  [[], 2, '缺少文件名'],
  [['a.jsonl', 'b.jsonl'], 2, '只能给一个文件'],
  [['a.jsonl', '--speed', '50'], 2, '--speed 取 1 到 20'],
  [['a.jsonl', '--speed'], 2, '--speed 取 1 到 20'],
  [['--loud', 'a.jsonl'], 2, '未知选项'],
])('%j is refused with code %d', async (args, code, sentence) => {
  const result = await run(args);
  expect(result.code).toBe(code);
  expect(result.said).toContain(sentence);
  expect(result.printed).toBe('');
});
