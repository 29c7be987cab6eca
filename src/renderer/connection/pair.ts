import { z } from 'zod';

import { ErrorCode, fail, ok, type Result } from '#shared/contract/app-error.ts';

const PairRefusal = z.object({ code: ErrorCode });
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
 * Exchanges a one-time code (of a link, or typed digits) for the cookie that lets this screen in.
 * Refused with the server's code; `internal` when the server cannot be reached or answers nonsense.
 */
export async function pair(code: string, name: string): Promise<Result<null>> {
  try {
    const response = await fetch('/pair', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, name }),
    });
    if (response.ok) return ok(null);
    const refusal = PairRefusal.safeParse(await response.json());
    return fail(refusal.success ? refusal.data.code : 'internal', {});
  } catch (error) {
    console.warn('cuedesk: pairing failed', error);
    return fail('internal', {});
  }
}
