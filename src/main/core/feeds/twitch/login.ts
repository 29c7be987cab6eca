import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { FeedLogin } from '../feed.ts';

const NAME = /^[a-z0-9_]{2,25}$/;
// Longer than any that Twitch has given out; nothing in it can end the line it is sent in.
const TOKEN = /^[A-Za-z0-9]{20,120}$/;

/** The login name in any case, and the token with or without `oauth:`. Refused: login_invalid. */
export function parseTwitchLogin(typedName: string, typedToken: string): Result<FeedLogin> {
  const name = typedName.trim().replace(/^@/, '').toLowerCase();
  if (!NAME.test(name)) return fail('login_invalid', { what: 'name' });
  const token = typedToken.trim().replace(/^oauth:/i, '');
  return TOKEN.test(token) ? ok({ name, token }) : fail('login_invalid', { what: 'token' });
}
