import { fail, ok } from '#shared/contract/app-error.ts';
import type { Result } from '#shared/contract/app-error.ts';

const LOGIN = /^[a-z0-9_]{1,25}$/;
const CHANNEL_URL = /^(?:https?:\/\/)?(?:www\.|m\.)?twitch\.tv\/(?:popout\/|embed\/)?([^/?#]+)/i;
/** First path parts of twitch.tv that are no channels. */
const NO_CHANNELS: ReadonlySet<string> = new Set(
  'directory downloads jobs login p search settings signup store subscriptions turbo videos'.split(
    ' ',
  ),
);

/** `#Foo`, `Foo` or a link to the channel -> `foo`; `channel_invalid` for anything else. */
export function parseTwitchChannel(typed: string): Result<string> {
  const trimmed = typed.trim();
  const linked = CHANNEL_URL.exec(trimmed)?.[1];
  if (linked !== undefined && NO_CHANNELS.has(linked.toLowerCase())) {
    return fail('channel_invalid', { channel: trimmed.slice(0, 80) });
  }
  const login = (linked ?? trimmed.replace(/^[#@]/, '')).toLowerCase();
  return LOGIN.test(login) ? ok(login) : fail('channel_invalid', { channel: trimmed.slice(0, 80) });
}

/** A WebSocket address of a stand-in server; `address_invalid` for any other scheme. */
export function parseChatAddress(typed: string): Result<string> {
  const trimmed = typed.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  const isSocket = url !== null && (url.protocol === 'ws:' || url.protocol === 'wss:');
  // Credentials in an address would end up in the store and in logs.
  if (!isSocket || url.hostname === '' || url.username !== '' || url.password !== '') {
    return fail('address_invalid', { address: trimmed.slice(0, 120) });
  }
  return ok(trimmed);
}
