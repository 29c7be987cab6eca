import type { TriggerPriority } from '../../model/cue-trigger.ts';
import type { ProposalScore } from '../../model/proposal.ts';

const URGENCY: Readonly<Record<TriggerPriority, number>> = {
  safety: 40,
  high: 30,
  normal: 20,
  low: 10,
};
const EVIDENCE_MAX = 30;
const LIFT_MAX = 15;
/** Cues in ten minutes that tire nobody. */
const CUES_AT_EASE = 4;
const FATIGUE_A_CUE = 4;
const FATIGUE_MAX = 20;
const DROP_COSTS = 5;
const DROPPED_MAX = 20;

export type RankInput = {
  readonly priority: TriggerPriority;
  /** 0 to 1. */
  readonly strength: number;
  /** -1 to 1; null: not known. */
  readonly lift: number | null;
  /** Cues of the last ten minutes. */
  readonly recentCues: number;
  /** The rule's proposals that were dropped, less those that were sent. */
  readonly dropped: number;
};

/** The parts of a proposal's score, in points. What is not known neither helps nor harms. */
export function scoreOf({
  priority,
  strength,
  lift,
  recentCues,
  dropped,
}: RankInput): ProposalScore {
  const tired = Math.max(0, recentCues - CUES_AT_EASE) * FATIGUE_A_CUE;
  return {
    urgency: URGENCY[priority],
    evidence: Math.round(strength * EVIDENCE_MAX),
    lift: lift === null ? null : Math.round(lift * LIFT_MAX),
    fatigue: 0 - Math.min(FATIGUE_MAX, tired),
    dropped: 0 - Math.min(DROPPED_MAX, Math.max(0, dropped) * DROP_COSTS),
  };
}

export function pointsOf({ urgency, evidence, lift, fatigue, dropped }: ProposalScore): number {
  return urgency + evidence + (lift ?? 0) + fatigue + dropped;
}
