import { useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { CommandOutput } from '#shared/contract/contract.ts';
import type { BenefitFields, BenefitId, ShowBenefit } from '#shared/model/benefit.ts';
import type { ShowId } from '#shared/model/ids.ts';

type Said = 'benefits.saved' | 'benefits.removed' | 'benefits.undone';
/** How the last change is taken back. */
type WayBack =
  | { readonly kind: 'remove'; readonly benefitId: BenefitId; readonly isRemoved: boolean }
  | { readonly kind: 'put'; readonly benefitId: BenefitId; readonly fields: BenefitFields };

interface Benefits {
  /** Null until they are read. */
  readonly read: CommandOutput<'benefit.list'> | null;
  readonly error: AppError | null;
  readonly said: Said | null;
  readonly canUndo: boolean;
  /** Of one that is there, or a new one; true where it was taken. */
  save(of: ShowBenefit | null, fields: BenefitFields): Promise<boolean>;
  remove(row: ShowBenefit): Promise<void>;
  undo(): Promise<void>;
}

/** Benefits of a show, read again after each change made here; the last changes can be taken back. */
export function useBenefits(showId: ShowId): Benefits {
  const run = useCommand();
  const [read, setRead] = useState<CommandOutput<'benefit.list'> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [waysBack, setWaysBack] = useState<readonly WayBack[]>([]);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    void run('benefit.list', { showId }).then((result) => {
      if (!isCurrent) return;
      if (result.ok) setRead(result.value);
      else setError(result.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, showId, attempt]);

  function done(result: Result<unknown>, what: Said): boolean {
    setError(result.ok ? null : result.error);
    setSaid(result.ok ? what : null);
    if (result.ok) setAttempt((count) => count + 1);
    return result.ok;
  }
  function keep(way: WayBack): void {
    setWaysBack((before) => [...before, way]);
  }

  return {
    read,
    error,
    said,
    canUndo: waysBack.length > 0,
    async save(of, fields) {
      const benefitId = of?.benefitId ?? null;
      const result = await run('benefit.put', {
        showId,
        benefitId,
        origin: of?.origin ?? null,
        fields,
      });
      if (result.ok) {
        const own = result.value.benefitId;
        keep(
          benefitId === null || of === null
            ? { kind: 'remove', benefitId: own, isRemoved: true }
            : { kind: 'put', benefitId: own, fields: fieldsOf(of) },
        );
      }
      return done(result, 'benefits.saved');
    },
    async remove(row) {
      // One that the show only told of is written down first, so that it stays away.
      const { origin, benefitId } = row;
      const put =
        benefitId === null
          ? await run('benefit.put', { showId, benefitId, origin, fields: fieldsOf(row) })
          : null;
      if (put !== null && !put.ok) {
        done(put, 'benefits.removed');
        return;
      }
      const own = put === null ? benefitId : put.value.benefitId;
      if (own === null) return;
      const result = await run('benefit.remove', { benefitId: own, isRemoved: true });
      if (result.ok) keep({ kind: 'remove', benefitId: own, isRemoved: false });
      done(result, 'benefits.removed');
    },
    async undo() {
      const way = waysBack.at(-1);
      if (way === undefined) return;
      setWaysBack((before) => before.slice(0, -1));
      const { benefitId } = way;
      const result =
        way.kind === 'remove'
          ? await run('benefit.remove', { benefitId, isRemoved: way.isRemoved })
          : await run('benefit.put', { showId, benefitId, origin: null, fields: way.fields });
      done(result, 'benefits.undone');
    },
  };
}

export function fieldsOf(row: ShowBenefit): BenefitFields {
  const { kind, name, productId, givenTs, costMinor, quantity, claimed, redeemed } = row;
  return { kind, name, productId, givenTs, costMinor, quantity, claimed, redeemed };
}
