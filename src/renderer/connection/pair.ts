import { AppError, fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { ScreenRole } from '#shared/model/screen.ts';

const CODE_IN_FRAGMENT = /^#code=([^&]+)$/;

/** The one-time code of the link this page was opened with; null without one. */
export function codeFromFragment(hash: string): string | null {
  const match = CODE_IN_FRAGMENT.exec(hash);
  return match?.[1] === undefined ? null : decodeURIComponent(match[1]);
}

/** Takes the code out of the address bar and the history, so that it is not copied or reopened. */
export function removeFragment(page: Window): void {
  page.history.replaceState(null, '', page.location.pathname + page.location.search);
}

/**
 * Exchanges the one-time code of a link for the cookie that lets this screen in. Refused with the
 * server's code; `internal` with `what: 'unreachable'` when no answer came that can be read.
 */
export function pair(code: string, name: string): Promise<Result<null>> {
  return askToPair({ code, name });
}

/** As `pair`, with the six digits typed on the page of `role`. `triesLeft` comes with a wrong try. */
export function pairByDigits(
  digits: string,
  role: ScreenRole,
  name: string,
): Promise<Result<null>> {
  return askToPair({ digits, role, name });
}

async function askToPair(body: Readonly<Record<string, string>>): Promise<Result<null>> {
  try {
    const response = await fetch('/pair', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return ok(null);
    return { ok: false, error: AppError.parse(await response.json()) };
  } catch (error) {
    console.warn('cuedesk: pairing failed', error);
    return fail('internal', { what: 'unreachable' });
  }
}
