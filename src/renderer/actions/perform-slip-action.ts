import { assertNever } from '#shared/lib/assert-never.ts';

import type { DeskAction } from './desk-action.ts';
import type { ActionSurroundings } from './perform-action.ts';
import { sayInPart } from './say-in-part.ts';
import type { SLIP_ACTIONS } from './slip-actions.ts';

type SlipAction = Extract<DeskAction, { type: keyof typeof SLIP_ACTIONS }>;

/** Does what belongs to spoken slips: one is logged at once, what was said may follow. */
export async function performSlipAction(
  action: SlipAction,
  around: ActionSurroundings,
): Promise<void> {
  const { runInArea, desk, seen } = around;
  switch (action.type) {
    case 'logSlip': {
      const result = await runInArea('show', 'slip.log', { word: '', slipClass: null });
      if (!result.ok) return;
      sayInPart('show', 'slips.logged', {}, around);
      return desk().showSlip(result.value.seq);
    }
    case 'describeSlip': {
      const last = seen().slips.slips.at(-1);
      return last === undefined ? undefined : desk().showSlip(last.seq);
    }
    case 'withdrawSlip':
      await runInArea('show', 'slip.withdraw', { slipSeq: action.slipSeq });
      return;
    default:
      return assertNever(action);
  }
}
