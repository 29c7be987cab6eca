import { ok } from '#shared/contract/app-error.ts';
import type { proposalCommands } from '#shared/contract/proposal-commands.ts';
import { triggerPreview } from '../proposals/trigger-preview.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about cues that the desk proposes. */
export const proposalHandlers: { readonly [N in keyof typeof proposalCommands]: Handler<N> } = {
  'proposal.send': {
    mode: 'write',
    run: ({ room, identity }, { proposalSeq, text }) =>
      room.proposals.send(proposalSeq, text, identity.screenId),
  },
  'proposal.drop': {
    mode: 'write',
    run: ({ room, identity }, { proposalSeq }) =>
      room.proposals.drop(proposalSeq, identity.screenId),
  },
  'triggers.setMode': {
    mode: 'write',
    run: ({ room, identity }, { mode }) => room.proposals.setMode(mode, identity.screenId),
  },
  'triggers.reset': {
    mode: 'write',
    run: ({ room, identity }) => room.proposals.reset(identity.screenId),
  },
  'triggers.preview': {
    mode: 'read',
    run: ({ room }, { rule }) => ok(triggerPreview(room, rule)),
  },
};
