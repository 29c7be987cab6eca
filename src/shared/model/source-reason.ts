/**
 * Why a source does not deliver: every code a feed may report. Screens say it as
 * `source.reason.<code>` and what to do about it as `source.advice.<code>`.
 */
export const SOURCE_REASONS = [
  /** No address is known for the server's name: no name server answers, or the name is wrong. */
  'host_unknown',
  /** The machine is there, but nothing takes connections at the port, or something refuses them. */
  'connect_refused',
  /** The system knows no way to the server's network. */
  'network_unreachable',
  /** The connection did not come about for any other reason, such as a page in its place. */
  'connect_failed',
  /** The server was reached but does not go on with the opening. */
  'connect_timeout',
  /** The platform never confirmed that the room's messages come. */
  'join_unanswered',
  /** No sign of life for twice the ping interval. */
  'silent',
  'connection_lost',
  /** An orderly close by the platform. */
  'closed',
  'reconnect_asked',
  /** A frame larger than is ever taken. */
  'frame_too_long',
  /** Bytes that are no frame of the protocol. */
  'frame_broken',
  'capabilities_refused',
  'login_refused',
  /** The platform does not take the token that was entered. */
  'token_refused',
  /** The token that was entered cannot be unsealed any more. */
  'token_unreadable',
  'channel_suspended',
  'channel_unknown',
  'bad_options',
  'file_unreadable',
  /** A bridge has its token, but has not called yet. */
  'bridge_waiting',
  /** A bridge calls and then does not for minutes: nobody knows whether there was something to tell. */
  'bridge_silent',
  /** A bridge's WebSocket has ended. */
  'bridge_gone',
] as const;
export type SourceReason = (typeof SOURCE_REASONS)[number];
