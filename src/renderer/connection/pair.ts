import { AppError, fail, ok, type Result } from '#shared/contract/app-error.ts';
import { PairState } from '#shared/contract/pair-state.ts';
import type { SecondScreenRole } from '#shared/model/screen.ts';

const CODE_IN_FRAGMENT = /^#code=([^&]+)$/;

/** The one-time code of the link this page was opened with; null without one. */
export function codeFromFragment(hash: string): string | null {
  const match = CODE_IN_FRAGMENT.exec(hash);
  return match?.[1] === undefined ? null : decodedOrRaw(match[1]);
}

/** Takes the code out of the address bar and the history, so that it is not copied or reopened. */
export function removeFragment(page: Window): void {
  page.history.replaceState(null, '', page.location.pathname + page.location.search);
}

/**
 * Hands in the one-time code of a link: `in` came with the cookie, `waiting` asks the operator.
 * Refused with the server's code; `internal` with `what: 'unreachable'` when no answer came that can
 * be read.
 */
export function pair(code: string, name: string): Promise<Result<PairState>> {
  return post('/pair', { code, name }, null);
}

/** As `pair`, with the six digits typed on the page of `role`. `triesLeft` comes with a wrong try. */
export function pairByDigits(
  digits: string,
  role: SecondScreenRole,
  name: string,
): Promise<Result<PairState>> {
  return post('/pair', { digits, role, name }, null);
}

/** What became of this device's request; with `hold` the desk waits some seconds for the operator. */
export function askAboutRequest(
  role: SecondScreenRole,
  hold: boolean,
  signal: AbortSignal,
): Promise<Result<PairState>> {
  return post('/pair-wait', { role, hold }, signal);
}

async function post(
  path: string,
  body: Readonly<Record<string, string | boolean>>,
  signal: AbortSignal | null,
): Promise<Result<PairState>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    if (response.status === 204) return ok({ state: 'in' });
    const answer: unknown = await response.json();
    if (response.ok) return ok(PairState.parse(answer));
    return { ok: false, error: AppError.parse(answer) };
  } catch (error) {
    if (signal?.aborted !== true) console.warn('cuedesk: pairing failed', error);
    return fail('internal', { what: 'unreachable' });
  }
}

function decodedOrRaw(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // A damaged link: the server says that the code is wrong.
    if (error instanceof URIError) return text;
    throw error;
  }
}
