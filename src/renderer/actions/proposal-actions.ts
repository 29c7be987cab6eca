import { TRIGGER_MODES } from '#shared/model/cue-trigger.ts';
import type { Proposal } from '#shared/model/proposal.ts';

import { choice, type ActionEntry } from './action-entry.ts';
import { IN_ROOM, keyed, plain, when } from './action-manners.ts';
import type { DeskAction } from './desk-action.ts';
import { isRunning } from './room-choices.ts';

type ProposalActionType =
  | 'sendProposal'
  | 'editProposal'
  | 'dropProposal'
  | 'showProposals'
  | 'setTriggerMode'
  | 'resetRanking';

/** A question is named where it stands; here its rule says enough. */
function wordsOf({ text, ruleId, name }: Proposal): string {
  return text === '' ? (name ?? ruleId) : text;
}

/** The part of the table about cues that the desk proposes. */
export const PROPOSAL_ACTIONS: {
  readonly [T in ProposalActionType]: ActionEntry<Extract<DeskAction, { type: T }>>;
} = {
  sendProposal: {
    ...plain('cue'),
    choices: ({ isLive, proposals }) =>
      (isLive ? proposals.open : []).map((proposal) =>
        choice({ type: 'sendProposal', proposalSeq: proposal.seq }, 'triggers.sendNamed', {
          text: wordsOf(proposal),
        }),
      ),
  },
  editProposal: {
    ...keyed('cue', 'keys.editProposal', IN_ROOM),
    choices: ({ isLive, proposals }) =>
      (isLive ? proposals.open : []).map((proposal) =>
        choice({ type: 'editProposal', proposalSeq: proposal.seq }, 'palette.editProposal', {
          text: wordsOf(proposal),
        }),
      ),
  },
  dropProposal: {
    ...plain('cue'),
    choices: ({ isLive, proposals }) =>
      (isLive ? proposals.open : []).map((proposal) =>
        choice({ type: 'dropProposal', proposalSeq: proposal.seq }, 'triggers.dropNamed', {
          text: wordsOf(proposal),
        }),
      ),
  },
  showProposals: {
    ...keyed('cue', 'palette.showProposals', IN_ROOM),
    choices: ({ isLive }) => when(isLive, { type: 'showProposals' }, 'palette.showProposals'),
  },
  setTriggerMode: {
    ...plain('cue'),
    choices: (sight) =>
      (isRunning(sight) ? TRIGGER_MODES : []).flatMap((mode) =>
        mode === sight.proposals.mode
          ? []
          : choice({ type: 'setTriggerMode', mode }, `triggers.mode.${mode}`, {}, [mode]),
      ),
  },
  resetRanking: {
    ...plain('cue'),
    choices: (sight) => when(isRunning(sight), { type: 'resetRanking' }, 'palette.resetRanking'),
  },
};
