import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { DecodeResult, LineDecoder } from '../feed.ts';
import { decodeChat } from './chat.ts';
import { parseIrcLine } from './irc-line.ts';
import type { BadLineReason, IrcLine } from './irc-line.ts';
import {
  decodeClearChat,
  decodeClearMessage,
  decodeNotice,
  decodeRoomState,
} from './room-lines.ts';
import { decodeUserNotice } from './user-notice.ts';

const NO_EVENT: DecodeResult = { ok: true, events: [] };
const NUMERIC = /^\d{3}$/;

/** Commands that say nothing about the room; the client reads some of them itself. */
const WITHOUT_EVENT: ReadonlySet<string> = new Set([
  'PING',
  'PONG',
  'CAP',
  'JOIN',
  'PART',
  'MODE',
  'GLOBALUSERSTATE',
  'USERSTATE',
  'RECONNECT',
  'HOSTTARGET',
  'WHISPER',
]);

/**
 * Turns one raw line of Twitch's chat into the normalised event, built to satisfy `FeedEvent`.
 * Pure; never throws. Lines that are no message of a room give no events; a line that cannot be
 * read, or is text no WebSocket can have carried, is refused with a short code.
 */
export function decodeTwitchLine(raw: string, receivedTs: number): DecodeResult {
  const line = parseIrcLine(raw);
  return typeof line === 'string' ? refuse(line) : decodeParsedLine(line, receivedTs);
}

/** The same for a line that was taken apart already. */
export function decodeParsedLine(line: IrcLine, receivedTs: number): DecodeResult {
  switch (line.command) {
    case 'PRIVMSG':
      return line.text === null || line.target === ''
        ? refuse('missing_parameters')
        : one(decodeChat(line, line.text, receivedTs));
    case 'USERNOTICE':
      return roomLine(line, receivedTs, decodeUserNotice);
    case 'CLEARMSG':
      return roomLine(line, receivedTs, decodeClearMessage);
    case 'CLEARCHAT':
      return roomLine(line, receivedTs, decodeClearChat);
    case 'ROOMSTATE':
      return roomLine(line, receivedTs, decodeRoomState);
    case 'NOTICE':
      // Before a channel is joined the server addresses `*`: a matter of the link, not of a room.
      return line.target.startsWith('#') ? one(decodeNotice(line, receivedTs)) : NO_EVENT;
    default:
      return WITHOUT_EVENT.has(line.command) || NUMERIC.test(line.command)
        ? NO_EVENT
        : refuse('unknown_command');
  }
}

export const twitchDecoder: LineDecoder = { decode: decodeTwitchLine };

function roomLine(
  line: IrcLine,
  receivedTs: number,
  decode: (line: IrcLine, receivedTs: number) => FeedEvent,
): DecodeResult {
  return line.target === '' ? refuse('missing_parameters') : one(decode(line, receivedTs));
}

function one(event: FeedEvent): DecodeResult {
  return { ok: true, events: [event] };
}

function refuse(reason: BadLineReason): DecodeResult {
  return { ok: false, reason };
}
