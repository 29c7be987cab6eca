import { assertNever } from '#shared/lib/assert-never.ts';

import { setNotice } from './action-state.ts';
import type { DeskAction } from './desk-action.ts';
import type { ActionSurroundings } from './perform-action.ts';
import type { PROPOSAL_ACTIONS } from './proposal-actions.ts';
import { sayInPart } from './say-in-part.ts';
import { warnOfTime } from './warn-of-time.ts';

type ProposalAction = Extract<DeskAction, { type: keyof typeof PROPOSAL_ACTIONS | 'proposalKey' }>;

/** Does what belongs to cues that the desk proposes: always the one that is on screen. */
export async function performProposalAction(
  action: ProposalAction,
  around: ActionSurroundings,
): Promise<void> {
  const { store, runInArea, desk, seen } = around;
  switch (action.type) {
    case 'proposalKey': {
      const there = seen().proposals.open.find(({ slot }) => slot === action.slot);
      if (there === undefined) return;
      return action.how === 'send' ? send(there.seq, around) : drop(there.seq, around);
    }
    case 'sendProposal':
      return send(action.proposalSeq, around);
    case 'dropProposal':
      return drop(action.proposalSeq, around);
    case 'editProposal': {
      const proposalSeq = action.proposalSeq ?? seen().proposals.open[0]?.seq ?? null;
      desk().showCueTab('proposals');
      return store.setState({ editedProposal: proposalSeq });
    }
    case 'showProposals':
      return desk().showCueTab('proposals');
    case 'setTriggerMode':
      await runInArea('cues', 'triggers.setMode', { mode: action.mode });
      return;
    case 'resetRanking': {
      const result = await runInArea('cues', 'triggers.reset', {});
      if (!result.ok) return;
      return setNotice(store, 'cues', { kind: 'info', key: 'triggers.rankingReset', params: {} });
    }
    default:
      return assertNever(action);
  }
}

async function send(proposalSeq: number, around: ActionSurroundings): Promise<void> {
  const text = around.seen().proposals.open.find(({ seq }) => seq === proposalSeq)?.text ?? '';
  const result = await around.runInArea('cues', 'proposal.send', { proposalSeq, text: null });
  if (!result.ok || text === '') return;
  sayInPart('cues', 'part.cueSent', { text }, around);
  warnOfTime(text, around);
}

async function drop(proposalSeq: number, { runInArea }: ActionSurroundings): Promise<void> {
  await runInArea('cues', 'proposal.drop', { proposalSeq });
}
