import type { SentCue } from '#shared/model/cue.ts';
import type { Push } from '#shared/model/product.ts';

type Timed = { readonly delayMs: number | null };

/**
 * How soon each push was to be seen and each cue was done. A push is seen with the last of the places
 * it reached, and not at all where one of them failed; what was undone or withdrawn is nobody's delay.
 */
export function timedActs(
  pushes: readonly Push[],
  cues: readonly SentCue[],
): { readonly pushes: readonly Timed[]; readonly cues: readonly Timed[] } {
  return {
    pushes: pushes.flatMap(({ state, targets }) => {
      if (state === 'undone') return [];
      const delays = targets.flatMap((target) =>
        target.state === 'ok' ? [target.delayMs ?? 0] : [],
      );
      const hasFailed = targets.some((target) => target.state === 'failed');
      return [{ delayMs: hasFailed || delays.length === 0 ? null : Math.max(...delays) }];
    }),
    cues: cues.flatMap(({ state, doneDelayMs }) =>
      state === 'withdrawn' ? [] : [{ delayMs: doneDelayMs }],
    ),
  };
}
