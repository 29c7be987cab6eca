import { CONSOLE_HOSTS } from '#shared/rules/console-hosts.ts';

/** Sites the operating system's browser may be asked to open; everything else stays closed. */
const ALLOWED_HOSTS: ReadonlySet<string> = new Set([
  'www.twitch.tv',
  'twitch.tv',
  ...CONSOLE_HOSTS,
]);

export function isAllowedExternalUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, port } = new URL(url);
  const isPlain = username === '' && password === '' && port === '';
  return protocol === 'https:' && isPlain && ALLOWED_HOSTS.has(hostname);
}
