import { BENEFIT_KINDS } from '#shared/model/benefit.ts';

import { choice, type ActionEntry } from './action-entry.ts';
import { IN_ROOM, keyed, plain } from './action-manners.ts';
import type { DeskAction } from './desk-action.ts';
import { isRunning } from './room-choices.ts';

type BenefitActionType = 'giveBenefit' | 'takeBackBenefit';

/** The part of the table about what viewers are given on air; the key gives a lucky bag. */
export const BENEFIT_ACTIONS: {
  readonly [T in BenefitActionType]: ActionEntry<Extract<DeskAction, { type: T }>>;
} = {
  giveBenefit: {
    ...keyed('show', 'keys.giveBenefit', IN_ROOM),
    choices: (sight) =>
      isRunning(sight)
        ? BENEFIT_KINDS.map((kind) =>
            choice({ type: 'giveBenefit', kind } as const, `palette.giveBenefit.${kind}`),
          )
        : [],
  },
  takeBackBenefit: {
    ...plain('show'),
    choices: ({ isLive, gift }) =>
      isLive && gift !== null
        ? [choice({ type: 'takeBackBenefit' }, 'palette.takeBackBenefit', { name: gift.name })]
        : [],
  },
};
