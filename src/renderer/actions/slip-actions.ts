import { choice, type ActionEntry } from './action-entry.ts';
import { IN_ROOM, keyed, plain, when } from './action-manners.ts';
import type { DeskAction } from './desk-action.ts';
import { isRunning } from './room-choices.ts';

type SlipActionType = 'logSlip' | 'describeSlip' | 'withdrawSlip';

/** The part of the table about what the host said and should not have. */
export const SLIP_ACTIONS: {
  readonly [T in SlipActionType]: ActionEntry<Extract<DeskAction, { type: T }>>;
} = {
  logSlip: {
    ...keyed('show', 'keys.logSlip', IN_ROOM),
    choices: (sight) => when(isRunning(sight), { type: 'logSlip' }, 'slips.log'),
  },
  describeSlip: {
    ...plain('show'),
    choices: ({ isLive, slips }) =>
      when(isLive && slips.length > 0, { type: 'describeSlip' }, 'slips.describe'),
  },
  withdrawSlip: {
    ...plain('show'),
    choices: ({ isLive, slips }) => {
      const last = slips.at(-1);
      if (!isLive || last === undefined) return [];
      const action = { type: 'withdrawSlip', slipSeq: last.seq } as const;
      return [choice(action, 'slips.withdrawLast', { word: last.word })];
    },
  },
};
