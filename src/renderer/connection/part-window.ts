import { DeskPart, PART_PARAM } from '#shared/model/desk-part.ts';

/** Only the desktop app serves its pages under this scheme; it opens windows of its own. */
const APP_PROTOCOL = 'cuedesk:';
const FEATURES = 'popup,width=480,height=860';
/** What a window that was just made has for an address. */
const BLANK = 'about:blank';

/** The part that a page shows alone, by its address; null for the whole desk. */
export function partOfPage(page: Window): DeskPart | null {
  const asked = new URLSearchParams(page.location.search).get(PART_PARAM);
  const parsed = DeskPart.safeParse(asked);
  return parsed.success ? parsed.data : null;
}

/**
 * Opens the part of this page's room in a window of its own, or brings the one that is open to the
 * front. False where the browser did not let a window open.
 */
export function openPartWindow(page: Window, part: DeskPart): boolean {
  const { origin, pathname, protocol, search } = page.location;
  if (protocol === APP_PROTOCOL) {
    // Answered by a window of the app, which knows the room; the page is given none.
    page.open(`${origin}/desk/?${PART_PARAM}=${part}`);
    return true;
  }
  const address = new URLSearchParams(search);
  const room = address.get('room') ?? 'main';
  address.set(PART_PARAM, part);
  // Found by its name, also by a desk that was loaded anew: `noopener` would make another each time.
  const opened = page.open('', `cuedesk-${part}-${room}`, FEATURES);
  if (opened === null) return false;
  if (opened.location.href === BLANK) opened.location.replace(`${origin}${pathname}?${address}`);
  else opened.focus();
  return true;
}
