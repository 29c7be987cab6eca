import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';

import { visibleControls } from '#shared/lib/visible-controls.ts';
import { FeedEvent } from '#shared/contract/room-event.ts';
import type { LineDecoder } from '#core/feeds/feed.ts';
import { twitchDecoder } from '#core/feeds/twitch/decode.ts';
import { readByteLines } from './byte-lines.ts';

const DECODERS: ReadonlyMap<string, LineDecoder> = new Map([['twitch-irc', twitchDecoder]]);

const MAX_LINE_BYTES = 65_536;
/** So many bad lines are named by number in the summary; all are counted. */
const NAMED_BAD_LINES = 10;

const EXIT_OK = 0;
const EXIT_WRONG_USE = 2;

type DecodeArguments = { readonly decoder: LineDecoder; readonly withRaw: boolean };

type Summary = {
  lines: number;
  events: number;
  noEventLines: number;
  bad: number;
  readonly byKind: Record<string, number>;
  readonly badByReason: Record<string, number>;
  readonly firstBad: { readonly line: number; readonly reason: string }[];
};

/**
 * `decode --platform NAME [--raw]`: raw lines of a platform on stdin, one normalised event a line
 * on stdout as JSON, a summary as one JSON line on stderr. Bad lines are counted and do not end it.
 * Exit code 0, or 2 for wrong use.
 */
export async function runDecode(
  args: readonly string[],
  stdin: Readable,
  stdout: Writable,
  stderr: Writable,
): Promise<number> {
  const parsed = readArguments(args);
  if (typeof parsed === 'string') {
    stderr.write(`${parsed}\n`);
    return EXIT_WRONG_USE;
  }
  const summary: Summary = {
    lines: 0,
    events: 0,
    noEventLines: 0,
    bad: 0,
    byKind: {},
    badByReason: {},
    firstBad: [],
  };
  // A reader such as `head` may leave early; the summary is still told.
  let isReaderGone = false;
  stdout.on('error', () => {
    isReaderGone = true;
  });
  for await (const line of readByteLines(stdin, MAX_LINE_BYTES)) {
    summary.lines += 1;
    const output = line.ok
      ? decodeLine(parsed, line.text, summary)
      : countBad(summary, line.reason);
    if (output !== '' && !stdout.write(output)) await writable(stdout);
    if (isReaderGone) break;
  }
  stderr.write(`${JSON.stringify(summary)}\n`);
  return EXIT_OK;
}

/** Until the stream takes more, or never will. */
function writable(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    function settle(): void {
      for (const event of ['drain', 'close', 'error']) stream.off(event, settle);
      resolve();
    }
    for (const event of ['drain', 'close', 'error']) stream.once(event, settle);
  });
}

/** The lines to print for one line read; counts it either way. */
function decodeLine(parsed: DecodeArguments, text: string, summary: Summary): string {
  const result = parsed.decoder.decode(text, Date.now());
  if (!result.ok) return countBad(summary, result.reason);
  if (result.events.length === 0) summary.noEventLines += 1;
  let output = '';
  for (const event of result.events) {
    const checked = FeedEvent.safeParse(event);
    if (!checked.success) return output + countBad(summary, 'invalid_event');
    summary.events += 1;
    summary.byKind[event.kind] = (summary.byKind[event.kind] ?? 0) + 1;
    const shown = parsed.withRaw ? { ...checked.data, raw: text } : checked.data;
    output += `${visibleControls(JSON.stringify(shown))}\n`;
  }
  return output;
}

function countBad(summary: Summary, reason: string): '' {
  summary.bad += 1;
  summary.badByReason[reason] = (summary.badByReason[reason] ?? 0) + 1;
  if (summary.firstBad.length < NAMED_BAD_LINES) {
    summary.firstBad.push({ line: summary.lines, reason });
  }
  return '';
}

function readArguments(args: readonly string[]): DecodeArguments | string {
  const known = [...DECODERS.keys()].join(', ');
  const usage =
    `用法：cuedesk decode --platform <平台> [--raw]，平台可以是：${known}\n` +
    `usage: cuedesk decode --platform <platform> [--raw], platforms: ${known}`;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { platform: { type: 'string' }, raw: { type: 'boolean', default: false } },
      strict: true,
    });
    if (values.platform === undefined) return usage;
    const decoder = DECODERS.get(values.platform);
    if (decoder !== undefined) return { decoder, withRaw: values.raw };
    const shown = visibleControls(values.platform);
    return `没有“${shown}”这个平台。unknown platform "${shown}".\n${usage}`;
  } catch (error) {
    // parseArgs throws for an option it does not know.
    if (error instanceof TypeError) return `${visibleControls(error.message)}\n${usage}`;
    throw error;
  }
}
