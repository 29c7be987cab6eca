import { Buffer } from 'node:buffer';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { parseEventLine } from '#core/feeds/replay/stored-event.ts';
import { LineSplitter } from '#core/feeds/replay/line-splitter.ts';
import { decodeTwitchLine } from '#core/feeds/twitch/decode.ts';
import { isFeedEvent } from '#shared/contract/event-guard.ts';
import { commands } from '#shared/contract/contract.ts';
import { ClientFrame } from '#shared/contract/frames.ts';
import { chat, gift, person } from '#tests/support/make-event.ts';
import { madeUpFolder, readLiveLines } from '#tests/support/recordings-folder.ts';

/** What becomes of one input. */
type Verdict = { readonly events: number; readonly isBad: boolean };
type Decoder = { readonly seeds: readonly string[]; decode(input: string): Verdict };

export type FuzzResult = {
  readonly inputs: number;
  /** Inputs that threw; must be 0. */
  readonly thrown: number;
  /** How much the process grew from its warmed-up size to its largest, each after a collection. */
  readonly rssGrowthMb: number;
  readonly events: number;
  readonly bad: number;
};

const RECEIVED_TS = Date.UTC(2026, 2, 1, 20, 0, 0);
const BAD: Verdict = { events: 0, isBad: true };
const MEASURE_EVERY = 10_000;
const WARM_UP = 150_000;

function twitch(input: string): Verdict {
  const result = decodeTwitchLine(input, RECEIVED_TS);
  if (!result.ok) return BAD;
  // What is decoded must also be what the contract allows: the sink refuses it otherwise.
  return { events: result.events.filter(isFeedEvent).length, isBad: false };
}

/** As a replay reads it: bytes, lines, then the event. */
function eventFile(input: string): Verdict {
  const splitter = new LineSplitter();
  let events = 0;
  let isBad = false;
  for (const line of [...splitter.push(Buffer.from(input)), ...splitter.end()]) {
    const parsed = line.isTooLong ? null : parseEventLine(line.text);
    if (parsed?.state === 'event') events += 1;
    if (parsed === null || parsed.state === 'bad') isBad = true;
  }
  return { events, isBad };
}

/** What a socket hands over is anything that JSON can say. */
function jsonOf(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch (error) {
    if (error instanceof SyntaxError) return input;
    throw error;
  }
}

function append(input: string): Verdict {
  const parsed = commands['ingest.append'].input.safeParse(jsonOf(input));
  return parsed.success ? { events: parsed.data.events.length, isBad: false } : BAD;
}

function clientFrame(input: string): Verdict {
  const parsed = ClientFrame.safeParse(jsonOf(input));
  return parsed.success ? { events: 1, isBad: false } : BAD;
}

function madeUpEvents(): readonly unknown[] {
  const at = (serial: number) => ({ key: `fuzz-${serial}`, ts: RECEIVED_TS + serial });
  const ann = person('7', 'Ann');
  return [
    chat(at(1), ann, '这件还有 S 码吗？'),
    chat(at(2), person(null, 'Hidden'), 'how much is it? 🎉'),
    gift(at(3), ann, {
      count: 3,
      value: { unit: 'diamond', quantity: 30 },
      combo: { id: 'c1', count: 3 },
    }),
  ];
}

function frames(): readonly string[] {
  const command = { type: 'command', commandId: 'fuzz-command-000001', roomId: 'main' };
  return [
    { type: 'hello', protocol: 2, roomId: 'main', screenName: 'desk' },
    { ...command, name: 'shelf.go', input: { productId: 4 } },
    { ...command, name: 'cue.send', input: { kind: 'pace', text: '慢一点' } },
    { ...command, name: 'ingest.append', input: { sender: 'fuzz', events: madeUpEvents() } },
  ].map((frame) => JSON.stringify(frame));
}

/** Everything that reads what others send, with valid inputs to begin from. */
const decoders = {
  'twitch-irc': () => ({ seeds: readLiveLines(madeUpFolder()), decode: twitch }),
  'event-file': () => ({
    seeds: madeUpEvents().map((event) => JSON.stringify(event)),
    decode: eventFile,
  }),
  'ingest-append': () => ({
    seeds: [JSON.stringify({ sender: 'fuzz', events: madeUpEvents() })],
    decode: append,
  }),
  'client-frame': () => ({ seeds: frames(), decode: clientFrame }),
} as const satisfies Record<string, () => Decoder>;

export type FuzzedDecoder = keyof typeof decoders;
export const FUZZED_DECODERS = Object.keys(decoders) as readonly FuzzedDecoder[];

/**
 * Decodes so many inputs: valid ones, ones that were changed at random, and random bytes. The same
 * seed gives the same inputs. Never throws itself for what a decoder throws; it counts.
 */
export function fuzzDecoder(name: FuzzedDecoder, inputs: number, seed: number): FuzzResult {
  const decoder: Decoder = decoders[name]();
  const random = seeded(seed);
  const totals = { thrown: 0, events: 0, bad: 0 };
  function take(count: number): void {
    for (let index = 0; index < count; index += 1) {
      const input = inputOf(decoder.seeds, random);
      try {
        const { events, isBad } = decoder.decode(input);
        totals.events += events;
        if (isBad) totals.bad += 1;
      } catch {
        totals.thrown += 1;
      }
    }
  }
  // Compiled code and caches are there, and the collector has the size it works at, before anything
  // is measured: what grows after that goes on growing.
  const warmUp = Math.floor(Math.min(inputs / 2, WARM_UP));
  take(warmUp);
  const before = settledRss();
  let largest = before;
  for (let done = warmUp; done < inputs; done += MEASURE_EVERY) {
    take(Math.min(MEASURE_EVERY, inputs - done));
    largest = Math.max(largest, settledRss());
  }
  const rssGrowthMb = Math.round(((largest - before) / 1024 / 1024) * 10) / 10;
  return { inputs, rssGrowthMb, ...totals };
}

const collect = exposedGc();

/** What is still held, and what the collector keeps for itself; not what it has yet to look at. */
function settledRss(): number {
  collect();
  return process.memoryUsage.rss();
}

function exposedGc(): () => void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc !== 'function') throw new Error('this runtime exposes no collector');
  return () => void gc();
}

type Random = () => number;

/** mulberry32: small, fast, and the same everywhere. */
function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function inputOf(seeds: readonly string[], random: Random): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const seed = seeds[below(seeds.length)] ?? '';
  const kind = random();
  if (kind < 0.1) return seed;
  if (kind < 0.2) return randomText(below(200), random);
  let input = seed;
  for (let changes = 1 + below(4); changes > 0; changes -= 1) {
    input = changed(input, seeds[below(seeds.length)] ?? '', random);
  }
  return input;
}

/** What breaks parsers: ends of values, numbers that are none, halves of characters, nesting. */
const POISON: readonly string[] = [
  '\0',
  '\ud800',
  '\udc00',
  '\ufeff',
  '\r',
  '\n',
  '\\s',
  '\\',
  '"',
  '=',
  ';',
  ' :',
  '@',
  '{',
  '}',
  '[[[[[[[[',
  '-1',
  '1e309',
  '9007199254740993',
  'null',
  '"__proto__":{"x":1},',
  '💥',
];

function changed(input: string, other: string, random: Random): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const from = below(input.length + 1);
  const length = below(Math.min(40, input.length - from + 1));
  const head = input.slice(0, from);
  switch (below(7)) {
    case 0:
      return head + input.slice(from + length);
    case 1:
      return head + (POISON[below(POISON.length)] ?? '') + input.slice(from);
    case 2:
      return head + randomText(below(12), random) + input.slice(from + length);
    case 3:
      return head + input.slice(from, from + length).repeat(1 + below(6)) + input.slice(from);
    case 4:
      return head + other.slice(below(other.length + 1));
    case 5:
      return head + String.fromCharCode(below(0x10000)) + input.slice(from + 1);
    default:
      // Now and then something far too long; kept rare, for it costs as much as it is long.
      return below(400) === 0 ? head + 'x'.repeat(100_000) + input.slice(from) : head;
  }
}

function randomText(length: number, random: Random): string {
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text += String.fromCharCode(Math.floor(random() * (random() < 0.8 ? 128 : 0x10000)));
  }
  return text;
}
