/**
 * Raw line of Twitch's chat -> complete validated event, against what two widely used libraries do
 * to hand a message to their listener. Same lines, same process, samples interleaved.
 *
 * One line for each comparator. The target for twurple's ChatMessage stands on the one that splits
 * the text: our event holds the text in fragments, and reading less would be less work. ChatMessage
 * with its text left whole is told beside it, without a target, as it splits and checks nothing.
 */
import { createRequire } from 'node:module';

import { ChatMessage, parseChatMessage, parseTwitchMessage } from '@twurple/chat';

import { decodeTwitchLine } from '#core/feeds/twitch/decode.ts';
import { isFeedEvent } from '#shared/contract/event-guard.ts';
import { platformEventSchemas } from '#shared/contract/platform-event.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { readLiveLines, recordingsFolder } from '#tests/support/recordings-folder.ts';

import { printBench } from './bench-line.ts';

// Many short rounds: a busy machine then disturbs both sides of a round alike.
const ROUNDS = 41;
const SAMPLE_MS = 25;
const RECEIVED_TS = Date.now();

type TmiMessage = { readonly command: string };
type TmiClient = {
  on(event: 'message', listener: (channel: string, tags: object, text: string) => void): void;
  handleMessage(message: TmiMessage): void;
};
const requireCommonJs = createRequire(import.meta.url);
const tmiParser: { msg(line: string): TmiMessage | null } = requireCommonJs('tmi.js/lib/parser.js');
const tmi: { client: new (options: object) => TmiClient } = requireCommonJs('tmi.js');

// Each line from its own bytes, as a socket hands it over, and not cut out of one long text.
const lines = readLiveLines(recordingsFolder())
  .filter((line) => line.includes(' PRIVMSG '))
  .map((line) => Buffer.from(line).toString('utf8'));
/** Keeps results alive, so that no side is optimised away. */
let sink = 0;

/** As the pipeline does it: decode, then check against the contract. */
function ours(line: string): void {
  for (const event of decoded(line)) {
    if (!isFeedEvent(event)) throw new Error('not an event');
    sink += event.dedupeKey.length;
  }
}

/** The same with the schema's own parse, which also builds a copy. */
function oursParsed(line: string): void {
  for (const event of decoded(line)) {
    const checked = platformEventSchemas[event.kind].safeParse(event);
    if (!checked.success) throw new Error(checked.error.message);
    sink += checked.data.dedupeKey.length;
  }
}

function oursUnchecked(line: string): void {
  for (const event of decoded(line)) sink += event.dedupeKey.length;
}

function decoded(line: string): readonly FeedEvent[] {
  const result = decodeTwitchLine(line, RECEIVED_TS);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.events;
}

/**
 * The facts our event holds, read through ChatMessage as an application would, the user's object
 * taken once; the text is split into its parts, as it must be before it can be shown.
 */
function twurple(line: string): void {
  const message = readTwurple(line);
  sink += parseChatMessage(message.text, message.emoteOffsets).length;
}

/** The same facts without the parts: emotes stay offsets beside the text. */
function twurpleUnsplit(line: string): void {
  sink += readTwurple(line).emoteOffsets.size;
}

function readTwurple(line: string): ChatMessage {
  const message = parseTwitchMessage(line);
  if (!(message instanceof ChatMessage)) throw new Error('no chat message');
  const { userInfo } = message;
  const flags = [
    userInfo.isMod,
    userInfo.isBroadcaster,
    userInfo.isVip,
    userInfo.isSubscriber,
    message.isFirst,
    message.isReturningChatter,
    message.isCheer,
    message.isHypeChat,
    message.isReply,
  ];
  sink += message.id.length + message.date.getTime() + flags.length;
  sink += userInfo.userId.length + userInfo.displayName.length + userInfo.userName.length;
  sink += userInfo.badges.size + userInfo.badgeInfo.size + (userInfo.color?.length ?? 0);
  sink += (message.channelId?.length ?? 0) + (message.sourceChannelId?.length ?? 0);
  sink += message.rewardId?.length ?? 0;
  return message;
}

const tmiClient = new tmi.client({ options: { skipUpdatingEmotesets: true } });
tmiClient.on('message', (_channel, tags, text) => {
  sink += Object.keys(tags).length + text.length;
});

function tmiJs(line: string): void {
  const message = tmiParser.msg(line);
  if (message === null) throw new Error('no message');
  tmiClient.handleMessage(message);
}

/** Messages a second of processor time: what other programs take away does not count. */
function sample(handle: (line: string) => void): number {
  let count = 0;
  const before = process.cpuUsage();
  const start = performance.now();
  while (performance.now() - start < SAMPLE_MS) {
    for (const line of lines) handle(line);
    count += lines.length;
  }
  const { user, system } = process.cpuUsage(before);
  return (count * 1e6) / (user + system);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const sides = { ours, oursParsed, oursUnchecked, twurple, twurpleUnsplit, tmiJs } as const;
type Side = keyof typeof sides;
const names: readonly Side[] = [
  'ours',
  'twurple',
  'tmiJs',
  'oursParsed',
  'oursUnchecked',
  'twurpleUnsplit',
];
const measured = new Map<Side, number[]>(names.map((name) => [name, []]));
for (const name of names) sample(sides[name]);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const name of names) measured.get(name)?.push(sample(sides[name]));
}

function rates(side: Side): readonly number[] {
  return measured.get(side) ?? [];
}

const value = median(rates('ours'));
const targets = [
  { comparator: 'twurple ChatMessage and its parts', side: 'twurple', target: 8 },
  { comparator: 'tmi.js', side: 'tmiJs', target: 2 },
  // Less than our work: no parts, no check. Told, so that nobody takes the first line for this one.
  { comparator: 'twurple ChatMessage, text left whole', side: 'twurpleUnsplit', target: null },
] as const;
for (const { comparator, side, target } of targets) {
  const comparatorValue = median(rates(side));
  // The ratio of each round, so that a slow moment of the machine weighs on both sides.
  const ratio = median(rates('ours').map((rate, round) => rate / (rates(side)[round] ?? 1)));
  printBench({
    name: 'decode.twitch-irc',
    value: Math.round(value),
    unit: 'msg/s',
    comparator,
    comparatorValue: Math.round(comparatorValue),
    ratio: Math.round(ratio * 100) / 100,
    goal: target === null ? null : { of: 'ratio', is: 'at least', target },
    floor: null,
    samples: rates('ours').map(Math.round),
  });
}
process.stderr.write(`${lines.length} lines, checksum ${sink % 997}\n`);
for (const name of names) {
  const rate = median(rates(name));
  process.stderr.write(
    `${name.padEnd(16)} ${String(Math.round(rate)).padStart(8)} msg/s  ${(1e6 / rate).toFixed(2)} us\n`,
  );
}
