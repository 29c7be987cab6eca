import { z } from 'zod';

import { TriggerMode } from '../model/cue-trigger.ts';
import { ScreenId } from '../model/ids.ts';
import { proposalFields, settledFields } from '../model/proposal.ts';
import { deskEnvelope } from './event-envelope.ts';

/** Facts about cues that the desk proposes by itself. */
export const proposalFacts = {
  /** A rule's test held: this cue was proposed, for this reason. */
  'cue.proposed': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('cue.proposed'),
    ...proposalFields,
  }),
  /** What came of it; `screenId` is who did it, null for the desk of this machine or nobody. */
  'cue.proposal_settled': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('cue.proposal_settled'),
    ...settledFields,
    screenId: ScreenId.nullable(),
  }),
  /** Who sends proposals from now on: the operator, chosen rules too, or nobody. */
  'triggers.mode': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('triggers.mode'),
    mode: TriggerMode,
    screenId: ScreenId.nullable(),
  }),
  /** What was dropped before counts for no ranking any more. */
  'triggers.reset': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('triggers.reset'),
    screenId: ScreenId.nullable(),
  }),
} as const;
