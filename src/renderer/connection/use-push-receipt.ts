import { useOncePainted } from '#renderer/ui/use-once-painted.ts';
import type { Push, PushTarget } from '#shared/model/product.ts';

import { useCommand } from './client-context.tsx';

/** Tells the core, once for each push, that its product card stands on this screen's glass. */
export function usePushReceipt(push: Push | null, target: PushTarget): void {
  const run = useCommand();
  const isWaiting =
    push !== null &&
    push.targets.some((answer) => answer.target === target && answer.state === 'waiting');
  useOncePainted(isWaiting ? push.id : null, () => {
    // A refusal means that the push is gone by now: nothing is left to report.
    if (push !== null) void run('push.confirm', { pushId: push.id });
  });
}
