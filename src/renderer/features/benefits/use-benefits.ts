import { useCallback, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useReadAgain } from '#renderer/connection/use-read-again.ts';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { BenefitFields, BenefitId, ShowBenefit } from '#shared/model/benefit.ts';
import type { ShowId } from '#shared/model/ids.ts';

type Said = 'benefits.saved' | 'benefits.removed' | 'benefits.undone' | 'benefits.givenDone';
/** How the last change is taken back. */
type WayBack =
  | { readonly kind: 'remove'; readonly input: CommandInput<'benefit.remove'> }
  | { readonly kind: 'takeBack'; readonly seq: number }
  | {
      readonly kind: 'put';
      readonly input: Pick<CommandInput<'benefit.put'>, 'benefitId' | 'fields'>;
    };

interface Benefits {
  /** Null until they are read. */
  readonly read: CommandOutput<'benefit.list'> | null;
  readonly error: AppError | null;
  readonly said: Said | null;
  readonly canUndo: boolean;
  /** Of one that is there, or a new one; true where it was taken. */
  save(of: ShowBenefit | null, fields: BenefitFields): Promise<boolean>;
  remove(row: ShowBenefit): Promise<void>;
  /** Viewers are given it at this moment of the running show; null: a new one. */
  give(benefitId: BenefitId | null, of: Pick<BenefitFields, 'kind' | 'name'>): Promise<void>;
  undo(): Promise<void>;
}

/** Benefits of a show, read again after each change made here; the last changes can be taken back. */
export function useBenefits(showId: ShowId): Benefits {
  const run = useCommand();
  const readAll = useCallback(() => run('benefit.list', { showId }), [run, showId]);
  const {
    value: read,
    error,
    said,
    done,
  } = useReadAgain<CommandOutput<'benefit.list'>, Said>(readAll);
  const [waysBack, setWaysBack] = useState<readonly WayBack[]>([]);
  function keep(way: WayBack): void {
    setWaysBack((before) => [...before, way]);
  }

  async function goBack(way: WayBack): Promise<Result<unknown>> {
    switch (way.kind) {
      case 'takeBack':
        return await run('benefit.takeBack', { seq: way.seq });
      case 'remove':
        return await run('benefit.remove', way.input);
      case 'put':
        return await run('benefit.put', { showId, origin: null, ...way.input });
      default:
        return assertNever(way);
    }
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
            ? { kind: 'remove', input: { benefitId: own, isRemoved: true } }
            : { kind: 'put', input: { benefitId: own, fields: fieldsOf(of) } },
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
      if (result.ok) keep({ kind: 'remove', input: { benefitId: own, isRemoved: false } });
      done(result, 'benefits.removed');
    },
    async give(benefitId, { kind, name }) {
      const result = await run('benefit.give', { benefitId, kind, name });
      if (result.ok) keep({ kind: 'takeBack', seq: result.value.seq });
      done(result, 'benefits.givenDone');
    },
    async undo() {
      const way = waysBack.at(-1);
      if (way === undefined) return;
      setWaysBack((before) => before.slice(0, -1));
      const result = await goBack(way);
      done(result, 'benefits.undone');
    },
  };
}

export function fieldsOf(row: ShowBenefit): BenefitFields {
  const { kind, name, productId, givenTs, costMinor, quantity, claimed, redeemed } = row;
  return { kind, name, productId, givenTs, costMinor, quantity, claimed, redeemed };
}
