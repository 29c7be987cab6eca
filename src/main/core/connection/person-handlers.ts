import type { personCommands } from '#shared/contract/person-commands.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about one person of the room. */
export const personHandlers: { readonly [N in keyof typeof personCommands]: Handler<N> } = {
  'person.card': { mode: 'read', run: ({ room, people }, key) => people.card(room, key) },
  'person.setNote': {
    mode: 'write',
    run: ({ room, people }, input) => people.setNote(room, input),
  },
  'person.mark': { mode: 'write', run: ({ room, people }, input) => people.mark(room, input) },
  'person.unmark': { mode: 'write', run: ({ room, people }, input) => people.unmark(room, input) },
};
