import type { targetCommands } from '#shared/contract/target-commands.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about what a show shall come to. */
export const targetHandlers: { readonly [N in keyof typeof targetCommands]: Handler<N> } = {
  'targets.set': {
    mode: 'write',
    run: ({ room, identity }, input) => room.targets.set(input, identity.screenId),
  },
  'targets.carry': {
    mode: 'write',
    run: ({ room, identity }, input) => room.targets.carry(input, identity.screenId),
  },
  'targets.withdraw': { mode: 'write', run: ({ room }, input) => room.targets.withdraw(input) },
  'targets.get': { mode: 'read', run: ({ room }, input) => room.targets.get(input) },
};
