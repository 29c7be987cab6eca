import type { assistantCommands } from '#shared/contract/assistant-commands.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands of assistants' phones, and of what the desk does with their answers. */
export const teamHandlers: { readonly [N in keyof typeof assistantCommands]: Handler<N> } = {
  'assist.self': { mode: 'read', run: ({ room, identity }) => room.team.self(identity.screenId) },
  'assist.answer': {
    mode: 'write',
    run: ({ room, identity }, input) => room.team.answer(input, identity.screenId),
  },
  'assist.takeBack': {
    mode: 'write',
    run: ({ room, identity }, { answerSeq }) => room.team.takeBack(answerSeq, identity.screenId),
  },
  'team.see': {
    mode: 'write',
    run: ({ room, identity }, { answerSeq }) => room.team.see(answerSeq, identity.screenId),
  },
  'team.acknowledge': {
    mode: 'write',
    run: ({ room, identity }, { answerSeq }) => room.team.acknowledge(answerSeq, identity.screenId),
  },
  'duty.take': {
    mode: 'write',
    run: ({ room, identity }, { name }) => room.team.takeOver(name, identity.screenId),
  },
  'team.undo': {
    mode: 'write',
    run: ({ room, identity }, { answerSeq }) => room.team.undo(answerSeq, identity.screenId),
  },
};
