import { z } from 'zod';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { type RoomId, ScreenId } from '#shared/model/ids.ts';
import type { Trade } from '#shared/model/assistant.ts';
import { ScreenRole } from '#shared/model/screen.ts';
import type { Identity } from '../connection/connection.ts';
import type { WritableDatabase } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import {
  insertScreen,
  revokeScreen,
  screenByTokenHash,
  type ScreenRow,
  touchScreen,
} from './screens.queries.ts';
import type { Admitted } from './screen-requests.ts';
import { isSameHash, secretHash, secretText } from './secrets.ts';

const TOKEN_BYTES = 32;
const COOKIE_DAYS = 365;

/** What a screen says in socket.io's handshake: which of the cookies it has is meant. */
const Handshake = z.object({ role: ScreenRole, token: z.string().max(200).optional() });

export interface ScreenAccess {
  /** Who opens this socket; null when nobody known. `allowed` are the listener's roles. */
  identify(
    handshake: unknown,
    cookieHeader: string | undefined,
    allowed: ReadonlySet<ScreenRole>,
  ): Identity | null;
  /** Everybody of these roles that the cookies of one request name. */
  known(cookieHeader: string | undefined, allowed: ReadonlySet<ScreenRole>): readonly Identity[];
  /** The screen came or went just now. */
  noteSeen(screenId: ScreenId): void;
  /** Makes a device's token; the same browser's old one is void. */
  admit(
    screen: {
      readonly role: ScreenRole;
      readonly trade: Trade | null;
      readonly roomId: RoomId;
      readonly name: string;
    },
    cookieHeader: string | undefined,
  ): Admitted;
  /** Set-Cookie value for the claim of a device that waits to be let in. */
  claimCookie(role: ScreenRole, claim: string, lifeMs: number): string;
  claimOf(role: ScreenRole, cookieHeader: string | undefined): string | null;
  /** Refused: unknown_screen. */
  revoke(roomId: RoomId, screenId: ScreenId): Result<null>;
  isCliToken(token: string): boolean;
  readonly cliToken: string;
}

/** Tokens of paired devices: 256 bits, kept as hashes, one cookie for each role. */
export function createScreenAccess(deps: {
  readonly db: WritableDatabase;
  readonly ports: Ports;
  readonly cookieKey: string;
}): ScreenAccess {
  const { db, ports, cookieKey } = deps;
  const cliToken = secretText(ports.randomness, TOKEN_BYTES);
  const cliHash = secretHash(cliToken);

  const isCliToken = (token: string): boolean => isSameHash(secretHash(token), cliHash);

  function byCookie(role: ScreenRole, cookies: ReadonlyMap<string, string>): Identity | null {
    const row = rowByCookie(role, cookies);
    if (row === null) return null;
    // A desk works all rooms of its core; everything else belongs to the room it was paired to.
    const roomId = role === 'desk' ? null : row.room_id;
    return { role, screenId: ScreenId.parse(row.id), roomId };
  }

  function rowByCookie(role: ScreenRole, cookies: ReadonlyMap<string, string>): ScreenRow | null {
    const token = cookies.get(cookieName(role, cookieKey));
    if (token === undefined) return null;
    const hash = secretHash(token);
    const row = screenByTokenHash(db, role, hash);
    return row === undefined || !isSameHash(row.token_hash, hash) ? null : row;
  }

  return {
    cliToken,
    isCliToken,

    identify(handshake, cookieHeader, allowed) {
      const parsed = Handshake.safeParse(handshake);
      if (!parsed.success) return null;
      const { role, token } = parsed.data;
      if (role === 'cli') {
        const isKnown = allowed.has('cli') && token !== undefined && isCliToken(token);
        return isKnown ? { role, screenId: null, roomId: null } : null;
      }
      return allowed.has(role) ? byCookie(role, readCookies(cookieHeader)) : null;
    },

    known(cookieHeader, allowed) {
      const cookies = readCookies(cookieHeader);
      return [...allowed].flatMap((role) => byCookie(role, cookies) ?? []);
    },

    noteSeen(screenId) {
      try {
        touchScreen(db, screenId, ports.clock.wallNow());
      } catch (error) {
        // A full disk says so in the store's state; the screen itself can go on.
        ports.logger.log('warn', 'screen_not_noted', { reason: String(error) });
      }
    },

    admit({ role, trade, roomId, name }, cookieHeader) {
      const nowTs = ports.clock.wallNow();
      const token = secretText(ports.randomness, TOKEN_BYTES);
      const before = rowByCookie(role, readCookies(cookieHeader));
      const screenId = db.transaction(() => {
        if (before !== null) revokeScreen(db, before.room_id, before.id, nowTs);
        return insertScreen(db, roomId, { role, trade, name, tokenHash: secretHash(token), nowTs });
      });
      const age = COOKIE_DAYS * 24 * 3600;
      return {
        screenId: ScreenId.parse(screenId),
        cookie: setCookie(cookieName(role, cookieKey), token, age),
      };
    },

    claimCookie(role, claim, lifeMs) {
      return setCookie(claimName(role, cookieKey), claim, Math.ceil(lifeMs / 1000));
    },
    claimOf: (role, cookieHeader) =>
      readCookies(cookieHeader).get(claimName(role, cookieKey)) ?? null,

    revoke(roomId, screenId) {
      const isRevoked = revokeScreen(db, roomId, screenId, ports.clock.wallNow());
      return isRevoked ? ok(null) : fail('unknown_screen', { screenId });
    },
  };
}

/** Cookies ignore ports, so the name carries the role and the desk's own key. */
function cookieName(role: ScreenRole, cookieKey: string): string {
  return `cuedesk_${role}_${cookieKey}`;
}

function claimName(role: ScreenRole, cookieKey: string): string {
  return `cuedesk_wait_${role}_${cookieKey}`;
}

/** No script can read it, and no other site's request carries it. */
function setCookie(name: string, value: string, ageSeconds: number): string {
  return `${name}=${value}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${ageSeconds}`;
}

function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) cookies.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  return cookies;
}
