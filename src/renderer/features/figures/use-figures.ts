import { useCallback } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useReadAgain } from '#renderer/connection/use-read-again.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import type { EnteredHow, FigureValue } from '#shared/model/entered-figure.ts';
import type { ShowId, SourceId } from '#shared/model/ids.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';

type Said = { readonly key: 'figures.entered' | 'figures.withdrawn'; readonly count: number };

interface Read {
  /** Null until they are read. */
  readonly metrics: LiveMetrics | null;
  readonly currency: string;
  /** What was entered last and holds. */
  readonly lastSeq: number | null;
}

interface Figures extends Read {
  readonly error: AppError | null;
  /** What was done last. */
  readonly said: Said | null;
  enter(sourceId: SourceId | null, figures: readonly FigureValue[], how: EnteredHow): Promise<void>;
  withdraw(enteredSeq: number): Promise<void>;
}

const NOT_READ: Read = { metrics: null, currency: '', lastSeq: null };

/** The figures of a show, read again after each change made here. */
export function useFigures(showId: ShowId): Figures {
  const run = useCommand();
  const readAll = useCallback(() => run('figures.get', { showId }), [run, showId]);
  const { value, error, said, done } = useReadAgain<Read, Said>(readAll);

  return {
    ...(value ?? NOT_READ),
    error,
    said,
    async enter(sourceId, figures, how) {
      const input = { showId, sourceId, figures: [...figures], how };
      const count = figures.length;
      done(await run('figures.enter', input), { key: 'figures.entered', count });
    },
    async withdraw(enteredSeq) {
      const result = await run('figures.withdraw', { showId, enteredSeq });
      done(result, { key: 'figures.withdrawn', count: 0 });
    },
  };
}
