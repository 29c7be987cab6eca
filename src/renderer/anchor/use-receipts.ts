import { useCommand } from '#renderer/connection/client-context.tsx';
import type { SentCue } from '#shared/model/cue.ts';
import type { Push } from '#shared/model/product.ts';

import { useOncePainted } from './use-once-painted.ts';

/** Tells the core, once for each cue, that it stands on the glass. */
export function useShownReceipt(cue: SentCue | null): void {
  const run = useCommand();
  useOncePainted(cue === null || cue.state !== 'sent' ? null : cue.id, () => {
    // A refusal means that the cue is gone by now: nothing is left to report.
    if (cue !== null) void run('cue.answer', { cueId: cue.id, answer: 'shown' });
  });
}

/** Tells the core, once for each push, that its product card stands on the glass. */
export function usePushReceipt(push: Push | null): void {
  const run = useCommand();
  const isWaiting =
    push !== null &&
    push.targets.some((answer) => answer.target === 'anchor' && answer.state === 'waiting');
  useOncePainted(isWaiting ? push.id : null, () => {
    if (push !== null) void run('push.confirm', { pushId: push.id });
  });
}
