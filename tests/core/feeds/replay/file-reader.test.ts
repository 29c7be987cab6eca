import { open } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { openFileReader } from '#core/feeds/replay/file-reader.ts';
import { LINE_MAX_CHARS, LineSplitter } from '#core/feeds/replay/line-splitter.ts';
import { PAGE_EVENTS } from '#core/feeds/replay/types.ts';

import { chatAt, writeRecording } from './recordings.ts';

const encode = (text: string) => new TextEncoder().encode(text);

test('lines are the same however the bytes are cut', () => {
  const text = '一行弹幕\r\n\n第二行 😀\nlast';
  const bytes = encode(text);
  for (let size = 1; size <= bytes.length; size += 1) {
    const splitter = new LineSplitter();
    const lines = [];
    for (let from = 0; from < bytes.length; from += size) {
      lines.push(...splitter.push(bytes.subarray(from, from + size)));
    }
    lines.push(...splitter.end());
    expect(lines).toEqual([
      { isTooLong: false, text: '一行弹幕', line: 1 },
      { isTooLong: false, text: '第二行 😀', line: 3 },
      { isTooLong: false, text: 'last', line: 4 },
    ]);
  }
});

test('an endless line is one too long line, and memory stays bounded', () => {
  const splitter = new LineSplitter();
  const chunk = encode('x'.repeat(100_000));
  for (let sent = 0; sent < LINE_MAX_CHARS * 3; sent += chunk.length) {
    expect(splitter.push(chunk)).toEqual([]);
  }
  expect(splitter.push(encode('\nnext\n'))).toEqual([
    { isTooLong: true, line: 1 },
    { isTooLong: false, text: 'next', line: 2 },
  ]);
});

test('a big file is read in pages, never further than what was asked for', async () => {
  const count = 40_000;
  const lines = Array.from({ length: count }, (_, place) =>
    JSON.stringify(chatAt(place * 10, `k${place}`)),
  );
  const path = await writeRecording('big.jsonl', lines);
  const file = await open(path);
  const { size } = await file.stat();
  await file.close();
  const reader = await openFileReader(path, null);
  const first = await reader.next();
  expect(first?.events).toHaveLength(PAGE_EVENTS);
  // One page needs a small part of the file; the rest is not read yet.
  expect(size).toBeGreaterThan(10_000_000);
  expect(first?.fraction).toBeLessThan(0.03);
  let seen = first?.events.length ?? 0;
  for (let page = await reader.next(); page !== null; page = await reader.next()) {
    expect(page.events.length).toBeLessThanOrEqual(PAGE_EVENTS);
    expect(page.events[0]?.event.dedupeKey).toBe(`k${seen}`);
    seen += page.events.length;
  }
  await reader.close();
  expect(seen).toBe(count);
});
