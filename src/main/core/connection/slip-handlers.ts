import { fail } from '#shared/contract/app-error.ts';
import type { slipCommands } from '#shared/contract/slip-commands.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about what the anchor said and should not have. */
export const slipHandlers: { readonly [N in keyof typeof slipCommands]: Handler<N> } = {
  'slip.log': {
    mode: 'write',
    run: ({ room, identity: { role, screenId } }, input) => {
      if (role !== 'assistant') return room.compliance.slips.log(input, screenId, '');
      const assistant = room.team.self(screenId);
      if (!assistant.ok) return fail('unknown_screen', {});
      return room.compliance.slips.log(input, screenId, assistant.value.name);
    },
  },
  'slip.describe': {
    mode: 'write',
    run: ({ room, identity }, input) => room.compliance.slips.describe(input, identity.screenId),
  },
  'slip.correct': {
    mode: 'write',
    run: ({ room, identity }, input) => room.compliance.slips.correct(input, identity.screenId),
  },
  'slip.withdraw': {
    mode: 'write',
    run: ({ room, identity }, { slipSeq }) =>
      room.compliance.slips.withdraw(slipSeq, identity.screenId),
  },
};
