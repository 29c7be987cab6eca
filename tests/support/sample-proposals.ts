import { NO_PROPOSALS } from '#shared/model/proposal.ts';

import type { SliceInputs } from './sample-room.ts';
import { SAMPLE_NOW } from './sample-room.ts';

type ProposalInput = SliceInputs['proposals']['open'][number];

export function sampleProposal(part: Partial<ProposalInput> = {}): ProposalInput {
  return {
    seq: 501,
    ts: SAMPLE_NOW - 20_000,
    ruleId: 'inflow-falls',
    name: null,
    cueKind: 'rescue',
    priority: 'high',
    cardId: 4,
    text: 'Say the offer first, then the item',
    evidence: {
      kind: 'figure',
      figure: 'entries',
      value: 820,
      against: 1_000,
      versus: 'before',
      fromTs: SAMPLE_NOW - 300_000,
      toTs: SAMPLE_NOW,
      sigmas: 4.2,
      shows: null,
      without: [],
    },
    score: { urgency: 30, evidence: 14, lift: null, fatigue: 0, dropped: -5 },
    slot: 1,
    ...part,
  };
}

/** Three of them, one of safety, in the places 1 to 3. */
export function sampleProposals(): SliceInputs['proposals'] {
  return {
    ...NO_PROPOSALS,
    made: 5,
    open: [
      sampleProposal(),
      sampleProposal({
        seq: 502,
        ruleId: 'risk-word',
        cueKind: 'correction',
        priority: 'safety',
        text: 'Give the right price again',
        evidence: { kind: 'risk', seq: 40, by: 'spoken' },
        score: { urgency: 40, evidence: 30, lift: 4, fatigue: -4, dropped: 0 },
        slot: 2,
      }),
      sampleProposal({
        seq: 503,
        ruleId: 'own-1',
        name: 'Stock alarm',
        cueKind: 'close',
        priority: 'normal',
        text: 'Two totes each, gone when sold out',
        evidence: { kind: 'stock', linkNumber: 4, left: 12, of: 90, minutesLeft: 3.2 },
        slot: 3,
      }),
    ],
    lacking: [
      { ruleId: 'ctr-low', lack: 'shown' },
      { ruleId: 'block-overrun', lack: 'card' },
    ],
  };
}
