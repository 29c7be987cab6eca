import { Readable, Writable } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { runDecode } from '#node/cli-decode.ts';
import { FeedEvent } from '#shared/contract/room-event.ts';
import { madeUpFolder, readLiveLines } from '#tests/support/recordings-folder.ts';

const CHAT = ':ann!ann@ann PRIVMSG #room :';
const LIVE = readLiveLines(madeUpFolder());

/** Takes a little at a time, as a slow reader of a pipe does. */
class SlowText extends Writable {
  text = '';
  waiting = 0;

  constructor() {
    super({ highWaterMark: 16 });
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.waiting = Math.max(this.waiting, this.writableLength);
    this.text += chunk.toString('utf8');
    setImmediate(done);
  }
}

async function decode(args: readonly string[], input: readonly (string | Uint8Array)[]) {
  const stdout = new SlowText();
  const stderr = new SlowText();
  const bytes = input.map((chunk) => Buffer.from(chunk));
  const code = await runDecode(args, Readable.from(bytes), stdout, stderr);
  await new Promise((resolve) => {
    stdout.end(() => stderr.end(resolve));
  });
  const rows = stdout.text.split('\n').slice(0, -1);
  return { code, rows, errors: stderr.text, waiting: stdout.waiting };
}

const TWITCH = ['--platform', 'twitch-irc'];

describe('decode', () => {
  it('prints one event a line, as it is stored, and a summary', async () => {
    const { code, rows, errors, waiting } = await decode(TWITCH, [`${LIVE.join('\r\n')}\r\n`]);
    expect(code).toBe(0);
    const events = rows.map((row) => FeedEvent.parse(JSON.parse(row)));
    expect(events.map(({ dedupeKey }) => dedupeKey)).toEqual(
      LIVE.map((line) => /[@;]id=([^; ]+)/.exec(line)?.[1]),
    );
    expect(JSON.parse(errors)).toEqual({
      lines: 200,
      events: 200,
      noEventLines: 0,
      bad: 0,
      byKind: { chat: 200 },
      badByReason: {},
      firstBad: [],
    });
    // The slow reader was waited for: never more than one event in the stream's buffer.
    expect(waiting).toBeLessThan(20_000);
  });

  it('adds the raw line only when asked', async () => {
    const line = `${CHAT}hello`;
    const [plain] = (await decode(TWITCH, [line])).rows;
    const [withRaw] = (await decode([...TWITCH, '--raw'], [line])).rows;
    expect(JSON.parse(plain ?? '')).not.toHaveProperty('raw');
    expect(JSON.parse(withRaw ?? '')).toMatchObject({ kind: 'chat', raw: line });
  });

  it('counts what is bad, with the numbers of the first lines, and goes on', async () => {
    const { code, rows, errors } = await decode(TWITCH, [
      '\n',
      Uint8Array.of(0xff, 0xfe, 0x80, 0x0a),
      'x'.repeat(600_000),
      'x'.repeat(600_000),
      '\n@=x :a!a@a PRIVMSG #room :bad tags\n',
      `${CHAT}half `,
      // Half of a surrogate pair, as bytes that are no UTF-8.
      Uint8Array.of(0xed, 0xa0, 0x80, 0x0a),
      'PING :tmi.twitch.tv\n',
      `${CHAT}caf`,
      // The last letter in Latin-1.
      Uint8Array.of(0xe9, 0x0a),
      `${CHAT}last, without a line end`,
    ]);
    expect(code).toBe(0);
    expect(rows).toHaveLength(1);
    expect(JSON.parse(errors)).toEqual({
      lines: 8,
      events: 1,
      noEventLines: 1,
      bad: 6,
      byKind: { chat: 1 },
      badByReason: { empty: 1, not_utf8: 3, too_long: 1, bad_tags: 1 },
      firstBad: [
        { line: 1, reason: 'empty' },
        { line: 2, reason: 'not_utf8' },
        { line: 3, reason: 'too_long' },
        { line: 4, reason: 'bad_tags' },
        { line: 5, reason: 'not_utf8' },
        { line: 7, reason: 'not_utf8' },
      ],
    });
  });

  it('ends in order when the reader leaves', async () => {
    const gone = new Writable({
      write: (_chunk, _encoding, done) => done(new Error('EPIPE')),
    });
    const stderr = new SlowText();
    const code = await runDecode(TWITCH, Readable.from([LIVE.join('\n')]), gone, stderr);
    expect(code).toBe(0);
  });

  it.each([[[]], [['--platform', 'nowhere']], [['--platfrom', 'twitch-irc']], [[...TWITCH, 'x']]])(
    'refuses %j in both languages',
    async (args) => {
      const { code, rows, errors } = await decode(args, []);
      expect(code).toBe(2);
      expect(rows).toEqual([]);
      expect(errors).toContain('用法');
      expect(errors).toContain('usage');
      expect(errors).toContain('twitch-irc');
    },
  );
});
