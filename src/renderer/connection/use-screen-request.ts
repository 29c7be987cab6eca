import { useCallback, useEffect, useState } from 'react';

import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { PairState } from '#shared/contract/pair-state.ts';
import type { SecondScreenRole } from '#shared/model/screen.ts';

import { askAboutRequest } from './pair.ts';

const ASK_AGAIN_MS = 500;
const TRY_AGAIN_MS = 2_000;

/** Where this device stands with the desk it asked to let it in. */
export type RequestStanding =
  /** Nothing asked, or nothing known of it yet. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'waiting';
      readonly check: string;
      /** This machine's wall time at which the request ends. */
      readonly untilTs: number;
      /** The desk does not answer just now; it is asked again. */
      readonly isUnreachable: boolean;
    }
  /** `gone`: the desk was restarted and knows of no request any more. */
  | { readonly kind: 'refused' | 'expired' | 'gone' }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface ScreenRequest {
  readonly standing: RequestStanding;
  /** Goes on with the answer to a code or to digits. */
  take(result: Result<PairState>): void;
}

/**
 * Follows this device's request to be let in until the operator has answered. `first` is the answer
 * to the link this page came by; without one the desk is asked whether a request is open, as after
 * a reload. `onIn` is called once, when the cookie is there.
 */
export function useScreenRequest(
  role: SecondScreenRole,
  first: Result<PairState> | null,
  onIn: () => void,
): ScreenRequest {
  const [standing, setStanding] = useState(() => standingAfter({ kind: 'none' }, first));
  // A link that failed says why; anything else may have a request that is still open.
  const [isAsking, setIsAsking] = useState(true);

  const take = useCallback(
    (result: Result<PairState>) => {
      if (result.ok && result.value.state === 'in') return onIn();
      setStanding((before) => standingAfter(before, result));
      setIsAsking(result.ok && result.value.state === 'waiting');
    },
    [onIn],
  );

  useEffect(() => {
    if (!isAsking) return undefined;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // At first at once: a page that was loaded anew does not know yet that it waits.
    let hold = false;
    async function ask(): Promise<void> {
      const result = await askAboutRequest(role, hold, abort.signal);
      if (abort.signal.aborted) return;
      if (result.ok) {
        // No request of this device: what is shown already stays.
        if (result.value.state === 'none') setStanding(withoutRequest);
        else take(result);
        if (result.value.state !== 'waiting') return setIsAsking(false);
        hold = true;
      } else {
        setStanding(unreachable);
      }
      timer = setTimeout(() => void ask(), result.ok ? ASK_AGAIN_MS : TRY_AGAIN_MS);
    }
    void ask();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [isAsking, role, take]);

  return { standing, take };
}

function standingAfter(before: RequestStanding, result: Result<PairState> | null): RequestStanding {
  if (result === null) return before;
  if (!result.ok) return { kind: 'failed', error: result.error };
  const { value } = result;
  switch (value.state) {
    case 'waiting': {
      const untilTs = Date.now() + value.leftMs;
      return { kind: 'waiting', check: value.check, untilTs, isUnreachable: false };
    }
    case 'refused':
    case 'expired':
      return { kind: value.state };
    case 'in':
    case 'none':
      return before;
  }
}

function withoutRequest(before: RequestStanding): RequestStanding {
  return before.kind === 'waiting' ? { kind: 'gone' } : before;
}

function unreachable(before: RequestStanding): RequestStanding {
  return before.kind === 'waiting' ? { ...before, isUnreachable: true } : before;
}
