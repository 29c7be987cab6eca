/** The desktop app's own origin: a custom protocol, never file:// and never the network. */
export const APP_SCHEME = 'cuedesk';
export const APP_HOST = 'app';
export const DESK_URL = `${APP_SCHEME}://${APP_HOST}/desk/`;
export const PROBLEM_URL = `${APP_SCHEME}://${APP_HOST}/problem/`;

/** True for pages of the app itself; an empty or about:blank address is not one. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST;
}

/** True for the desk's page, whatever room it shows. */
export function isDeskUrl(url: string): boolean {
  return isAppUrl(url) && new URL(url).pathname === new URL(DESK_URL).pathname;
}
