import type { MessageKey } from '#renderer/i18n/messages.ts';

export const TITLE_MAX = 120;
export type LiveRoomForm = {
  readonly title: string;
  readonly currency: string;
  /** Empty: added later. */
  readonly channel: string;
  /** Empty: the platform's own server. */
  readonly address: string;
  readonly isRehearsal: boolean;
};

export const EMPTY_FORM: LiveRoomForm = {
  title: '',
  currency: 'CNY',
  channel: '',
  address: '',
  isRehearsal: false,
};

export type LiveRoomErrors = {
  readonly title: MessageKey | null;
  readonly channel: MessageKey | null;
  readonly address: MessageKey | null;
};

const CHANNEL_IN_ADDRESS = /^(?:https?:\/\/)?(?:www\.|m\.)?twitch\.tv\/([^/?#]+)/i;
const CHANNEL = /^[a-z0-9_]{2,25}$/i;
const SERVER = /^wss?:\/\/[^\s/]+/i;

/** The login of a channel from what was typed or pasted: a name, #name, @name or the page's address. */
export function channelName(typed: string): string {
  const text = typed.trim();
  const login = CHANNEL_IN_ADDRESS.exec(text)?.[1] ?? text.replace(/^[#@]/, '');
  return login.toLowerCase();
}

/** What is wrong, field by field; null where nothing is. */
export function checkLiveRoom(form: LiveRoomForm): LiveRoomErrors {
  const title = form.title.trim();
  const channel = channelName(form.channel);
  const address = form.address.trim();
  return {
    title:
      title === '' ? 'setUp.titleMissing' : title.length > TITLE_MAX ? 'setUp.titleTooLong' : null,
    channel: channel === '' || CHANNEL.test(channel) ? null : 'setUp.channelWrong',
    address: address === '' || SERVER.test(address) ? null : 'setUp.addressWrong',
  };
}

export function hasErrors(errors: LiveRoomErrors): boolean {
  return errors.title !== null || errors.channel !== null || errors.address !== null;
}
