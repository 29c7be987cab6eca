import { z } from 'zod';

import { AlertEvidence } from './alert.ts';
import { CueKind } from './cue.ts';
import { TriggerMode, TriggerRule } from './cue-trigger.ts';
import { CueCardId, CueId, QuestionId, Timestamp } from './ids.ts';

const Figure = AlertEvidence.options[0];
const count = z.int().min(0);
const share = z.number();

/** What a proposal rests on, for one line of words; each number can be found again in the log. */
export const TriggerEvidence = z.discriminatedUnion('kind', [
  Figure,
  z.strictObject({ kind: z.literal('newcomers'), entries: count, online: z.number(), share }),
  /** `usual`: messages that so many minutes bring here otherwise. */
  z.strictObject({ kind: z.literal('silent'), minutes: count, usual: z.number() }),
  z.strictObject({ kind: z.literal('unpaidRising'), share, before: share, placed: count }),
  /** `sinceTs`: when the first of those asked who have no answer yet. */
  z.strictObject({
    kind: z.literal('question'),
    questionId: QuestionId,
    sinceTs: Timestamp,
    people: count,
  }),
  z.strictObject({ kind: z.literal('keyword'), word: z.string(), people: count, minutes: count }),
  z.strictObject({ kind: z.literal('complaint'), people: count, minutes: count }),
  z.strictObject({ kind: z.literal('ctr'), share, limit: share, shown: count }),
  z.strictObject({ kind: z.literal('ctor'), share, limit: share, clicks: count, before: count }),
  /** `minutesLeft`: to sell-out at the present pace; null where nothing was sold just now. */
  z.strictObject({
    kind: z.literal('stock'),
    linkNumber: z.int(),
    left: count,
    of: count,
    minutesLeft: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal('soldOut'), linkNumber: z.int() }),
  z.strictObject({
    kind: z.literal('milestone'),
    figure: z.enum(['viewers', 'likes']),
    reached: count,
  }),
  z.strictObject({ kind: z.literal('overrun'), position: z.int(), overMs: count }),
  z.strictObject({ kind: z.literal('onAir'), minutes: count }),
  /** Seq of what said it: a slip that was logged, a cue or a chat message of ours. */
  z.strictObject({
    kind: z.literal('risk'),
    seq: z.int().positive(),
    by: z.enum(['spoken', 'cue', 'chat']),
  }),
]);
export type TriggerEvidence = z.infer<typeof TriggerEvidence>;

/** Why a proposal stands before another: points, added up. */
export const ProposalScore = z.strictObject({
  urgency: z.int(),
  evidence: z.int(),
  /** What such cues came to in this room before; null: not known, and counts for nothing. */
  lift: z.int().nullable(),
  /** Cues the anchor has had lately; 0 or below. */
  fatigue: z.int(),
  /** The rule's proposals that were dropped; 0 or below. */
  dropped: z.int(),
});
export type ProposalScore = z.infer<typeof ProposalScore>;

/** What the fact of a proposal says. */
export const proposalFields = {
  ruleId: TriggerRule.shape.id,
  name: TriggerRule.shape.name,
  cueKind: CueKind,
  priority: TriggerRule.shape.priority,
  /** Card it is taken from; null for a question of the chat. */
  cardId: CueCardId.nullable(),
  /** As the card said it then, its variables filled; empty for a question, which is read where it stands. */
  text: z.string(),
  evidence: TriggerEvidence,
  score: ProposalScore,
} as const;

export const PROPOSAL_OUTCOMES = ['sent', 'edited', 'auto', 'dropped', 'expired'] as const;
export const ProposalOutcome = z.enum(PROPOSAL_OUTCOMES);
export type ProposalOutcome = z.infer<typeof ProposalOutcome>;

export const PROPOSAL_SLOTS = 3;

export const Proposal = z.strictObject({
  /** Seq of the fact that made it. */
  seq: z.int().positive(),
  ts: Timestamp,
  ...proposalFields,
  /** Its place, 1 to 3, for as long as it stands; null: of safety, while all places are taken. */
  slot: z.int().min(1).max(PROPOSAL_SLOTS).nullable(),
});
export type Proposal = z.infer<typeof Proposal>;

/** Why a rule cannot propose anything here: translated as `triggers.lack.<what>`. */
export const TRIGGER_LACKS = [
  'entries',
  'viewers',
  'chat',
  'likes',
  'orders',
  'follows',
  'gifts',
  'shown',
  'clicks',
  'stock',
  'usual',
  'words',
  'card',
] as const;
export const TriggerLack = z.enum(TRIGGER_LACKS);
export type TriggerLack = z.infer<typeof TriggerLack>;

export const ProposalsSlice = z.strictObject({
  mode: TriggerMode,
  /** In the order of their places. */
  open: z.array(Proposal),
  /** Rules that are on and cannot propose here, with why. */
  lacking: z.array(z.strictObject({ ruleId: TriggerRule.shape.id, lack: TriggerLack })),
  /** Why nothing is proposed just now; null where nothing is in the way. */
  heldBy: z.enum(['price', 'close', 'budget']).nullable(),
  /** Show time until which it is quiet after the last proposal; null: it is not. */
  quietUntilTs: Timestamp.nullable(),
  /** Of this show: made, and what came of them. */
  made: count,
  outcomes: z.record(ProposalOutcome, count),
});
export type ProposalsSlice = z.infer<typeof ProposalsSlice>;

export const NO_PROPOSALS: ProposalsSlice = {
  mode: 'propose',
  open: [],
  lacking: [],
  heldBy: null,
  quietUntilTs: null,
  made: 0,
  outcomes: { sent: 0, edited: 0, auto: 0, dropped: 0, expired: 0 },
};

/** What a proposal that was settled came to, with the cue it became. */
export const settledFields = {
  proposalSeq: z.int().positive(),
  ruleId: TriggerRule.shape.id,
  outcome: ProposalOutcome,
  cueId: CueId.nullable(),
} as const;
