import type { SourceReason } from '#shared/model/source-reason.ts';
import type { FeedLogin } from '../feed.ts';
import type { IrcLine } from './irc-line.ts';

/** What a connection has reached so far. */
export type Session = {
  readonly channel: string;
  /** A token was sent, and a refusal is about it. */
  readonly hasLogin: boolean;
  readonly hasCapabilities: boolean;
  readonly isWelcome: boolean;
  readonly isJoinSent: boolean;
  readonly isReady: boolean;
};

/** What the connection must do about one line. */
export type SessionStep =
  | { readonly do: 'nothing' }
  | { readonly do: 'send'; readonly line: string }
  | { readonly do: 'ready' }
  | { readonly do: 'end'; readonly reason: SourceReason };

const NOTHING: SessionStep = { do: 'nothing' };

/** Notices after which trying again is useless until the operator changes something. */
const FATAL_NOTICES: ReadonlyMap<string, SourceReason> = new Map([
  ['msg_channel_suspended', 'channel_suspended'],
  ['tos_ban', 'channel_suspended'],
  ['msg_room_not_found', 'channel_unknown'],
]);

export const FATAL_REASONS: ReadonlySet<SourceReason> = new Set<SourceReason>([
  'login_refused',
  'token_refused',
  'channel_suspended',
  'channel_unknown',
]);

export function newSession(channel: string, hasLogin: boolean): Session {
  return {
    channel,
    hasLogin,
    hasCapabilities: false,
    isWelcome: false,
    isJoinSent: false,
    isReady: false,
  };
}

/**
 * What is sent right after the socket opens: tags and commands, then the login, an anonymous one when null.
 * Source: Twitch's "Authenticating with the Twitch IRC Server" (PASS before NICK).
 */
export function greeting(login: FeedLogin | null, nickDigits: number): readonly string[] {
  const capabilities = 'CAP REQ :twitch.tv/tags twitch.tv/commands';
  if (login !== null) return [capabilities, `PASS oauth:${login.token}`, `NICK ${login.name}`];
  return [
    capabilities,
    // Any password does for an anonymous name; this one is customary.
    'PASS SCHMOOPIIE',
    `NICK justinfan${nickDigits}`,
  ];
}

/** Pure: the session after a line of the server, and what to do. */
export function stepSession(session: Session, line: IrcLine): readonly [Session, SessionStep] {
  switch (line.command) {
    case 'PING':
      return [session, { do: 'send', line: `PONG :${line.target}` }];
    case 'RECONNECT':
      return [session, { do: 'end', reason: 'reconnect_asked' }];
    case 'CAP':
      if (/^NAK\b/.test(line.text ?? '')) {
        return [session, { do: 'end', reason: 'capabilities_refused' }];
      }
      return joinWhenPossible({
        ...session,
        hasCapabilities: session.hasCapabilities || /^ACK\b/.test(line.text ?? ''),
      });
    case '001':
    case '376':
      return joinWhenPossible({ ...session, isWelcome: true });
    case 'ROOMSTATE':
      return becomeReady(session, line.target === `#${session.channel}`);
    case '366':
      return becomeReady(session, line.text?.split(' ')[0] === `#${session.channel}`);
    case 'NOTICE':
      return [session, noticeStep(session, line)];
    default:
      return [session, NOTHING];
  }
}

function joinWhenPossible(session: Session): readonly [Session, SessionStep] {
  if (session.isJoinSent || !session.hasCapabilities || !session.isWelcome) {
    return [session, NOTHING];
  }
  return [
    { ...session, isJoinSent: true },
    { do: 'send', line: `JOIN #${session.channel}` },
  ];
}

function becomeReady(session: Session, isOurChannel: boolean): readonly [Session, SessionStep] {
  if (!isOurChannel || !session.isJoinSent || session.isReady) return [session, NOTHING];
  return [{ ...session, isReady: true }, { do: 'ready' }];
}

function noticeStep(session: Session, line: IrcLine): SessionStep {
  const reason = FATAL_NOTICES.get(line.tags.get('msg-id') ?? '');
  if (reason !== undefined && line.target === `#${session.channel}`) return { do: 'end', reason };
  const isLoginRefused =
    line.target === '*' &&
    !session.isWelcome &&
    /^(login|improperly formatted auth|invalid nick)/i.test(line.text ?? '');
  return isLoginRefused
    ? { do: 'end', reason: session.hasLogin ? 'token_refused' : 'login_refused' }
    : NOTHING;
}
