import type { benefitCommands } from '#shared/contract/benefit-commands.ts';
import { giveBenefit, takeBackBenefit } from '../benefits/give-benefit.ts';
import { listBenefits, putBenefit, removeBenefit } from '../benefits/benefits.service.ts';
import type { Handler } from './handler.ts';

/** What a show gave away. */
export const benefitHandlers: { readonly [N in keyof typeof benefitCommands]: Handler<N> } = {
  'benefit.list': { mode: 'read', run: ({ room }, { showId }) => listBenefits(room, showId) },
  'benefit.put': { mode: 'write', run: ({ room }, input) => putBenefit(room, input) },
  'benefit.remove': {
    mode: 'write',
    run: ({ room, identity }, input) => removeBenefit(room, input, identity.screenId),
  },
  'benefit.give': {
    mode: 'write',
    run: ({ room, identity }, input) => giveBenefit(room, input, identity.screenId),
  },
  'benefit.takeBack': {
    mode: 'write',
    run: ({ room, identity }, { seq }) => takeBackBenefit(room, seq, identity.screenId),
  },
};
