import { useDeskStore } from '#renderer/store/desk-store.ts';

/** What the desktop app adds to the address when it loads the page anew after its process died. */
const RETURNED = 'returned';

/** Remembers that this page was loaded after a crash, so that it can say so, and tidies the address. */
export function noteReturn(page: Window, nowTs: number): void {
  const url = new URL(page.location.href);
  if (!url.searchParams.has(RETURNED)) return;
  url.searchParams.delete(RETURNED);
  page.history.replaceState(null, '', url.pathname + url.search + url.hash);
  useDeskStore.setState({ returnedTs: nowTs });
}
