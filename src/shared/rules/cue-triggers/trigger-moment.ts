import type { TriggerPriority, TriggerRule } from '../../model/cue-trigger.ts';
import type { CueKind } from '../../model/cue.ts';
import type { CueCardId, QuestionId } from '../../model/ids.ts';
import type { BlockRole } from '../../model/run-of-show.ts';
import type { ProposalScore, TriggerEvidence } from '../../model/proposal.ts';

/** A message of the chat; `person` null where the platform does not say who. */
export type SaidLine = {
  readonly ts: number;
  readonly person: string | null;
  readonly text: string;
};

export type RiskSaid = {
  readonly seq: number;
  readonly ts: number;
  readonly by: 'spoken' | 'cue' | 'chat';
};

/** The product on the shelf. Null: nobody tells it. */
export type ShownProduct = {
  readonly productId: number;
  readonly linkNumber: number;
  readonly stock: number | null;
  /** When it came on. */
  readonly stockBefore: number | null;
  /** Pieces paid for a minute, of the last minutes; null where no orders are told. */
  readonly unitsPerMinute: number | null;
  readonly isSoldOut: boolean;
};

/** The room at one moment, as far as rules look at it. Times are show time, milliseconds. */
export type TriggerMoment = {
  readonly ts: number;
  readonly isOnAir: boolean;
  readonly block: {
    readonly position: number;
    readonly role: BlockRole;
    readonly startedTs: number;
    readonly plannedMs: number;
  } | null;
  /** When a price cue or a pin last went out. */
  readonly priceSaidTs: number | null;
  /** A close cue is before the anchor and not done yet. */
  readonly isCloseCueRunning: boolean;
  readonly product: ShownProduct | null;
  readonly viewers: number | null;
  /** Of the show so far. */
  readonly likes: number | null;
  /** Shown and clicked as told by hand or by a bridge, of a stretch of `forS` seconds. */
  readonly exposure: {
    readonly shown: number;
    readonly clickers: number;
    readonly forS: number;
  } | null;
  /** On the product that is on: in the last five minutes, the five before, and orders of the last. */
  readonly clicks: {
    readonly now: number;
    readonly before: number;
    readonly orders: number;
  } | null;
  readonly questions: readonly {
    readonly id: QuestionId;
    readonly people: number;
    readonly firstTs: number;
    /** Enough people of the minute's chatters ask. */
    readonly isDebt: boolean;
  }[];
  /** Since the moment before. */
  readonly lines: readonly SaidLine[];
  readonly risks: readonly RiskSaid[];
  /** On air without a rest; null off air. */
  readonly sinceRestMs: number | null;
  /** Cues of the last ten minutes. */
  readonly recentCues: number;
  /** Places that are free for a proposal. */
  readonly freeSlots: number;
  readonly openRuleIds: ReadonlySet<string>;
};

/** A cue that can be proposed: a card of the deck, its variables filled. */
export type ProposableCard = {
  readonly id: CueCardId;
  readonly kind: CueKind;
  readonly text: string;
  readonly productId: number | null;
  /** Every variable has a value. */
  readonly isReady: boolean;
  /** Of the host who is on. */
  readonly isFavourite: boolean;
  /** What it did here before, -1 to 1; null: not known. */
  readonly lift: number | null;
};

/** That a rule's test holds. */
export type Finding = {
  readonly evidence: TriggerEvidence;
  /** What is proposed once and never again; null: its cool-down alone says when. */
  readonly key: string | null;
  /** How clear it is, 0 to 1. */
  readonly strength: number;
};

export type Proposed = {
  readonly ts: number;
  readonly rule: TriggerRule;
  readonly evidence: TriggerEvidence;
  readonly cardId: CueCardId | null;
  readonly text: string;
  readonly score: ProposalScore;
};

/** A proposal of the log, for what an engine has to know after a restart. */
export type ProposedBefore = {
  readonly ts: number;
  readonly ruleId: string;
  readonly priority: TriggerPriority;
  readonly cardId: CueCardId | null;
  readonly text: string;
  readonly evidence: TriggerEvidence;
};
