import { useCommand } from '#renderer/connection/client-context.tsx';
import { useOncePainted } from '#renderer/ui/use-once-painted.ts';
import type { SentCue } from '#shared/model/cue.ts';

/** Tells the core, once for each cue, that it stands on the glass. */
export function useShownReceipt(cue: SentCue | null): void {
  const run = useCommand();
  useOncePainted(cue === null || cue.state !== 'sent' ? null : cue.id, () => {
    // A refusal means that the cue is gone by now: nothing is left to report.
    if (cue !== null) void run('cue.answer', { cueId: cue.id, answer: 'shown' });
  });
}
