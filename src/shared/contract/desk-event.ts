import { z } from 'zod';

import { enteredFields } from '../model/entered-figure.ts';
import { GapCause } from '../model/gap.ts';
import { ActOutcome, ChatAct } from '../model/chat-act.ts';
import {
  AnchorId,
  CueCardId,
  CueId,
  ProductId,
  PromiseId,
  QuestionId,
  ScreenId,
  SourceId,
  Timestamp,
} from '../model/ids.ts';
import { Alert, AlertAnswer } from '../model/alert.ts';
import { answerFields, AnswerSettled } from '../model/assistant.ts';
import { AnswerHow, QUESTION_LINES_NAMED } from '../model/question.ts';
import { promiseFields, PromiseOutcome } from '../model/promise.ts';
import { THANKS_EVENTS_MAX, ThanksKind } from '../model/thanks.ts';
import { targetFields } from '../model/show-target.ts';
import { PersonRef } from './actor.ts';
import { benefitFacts } from './benefit-facts.ts';
import { bookmarkFacts } from './bookmark-facts.ts';
import { deskEnvelope, PlatformName } from './event-envelope.ts';
import { outputFacts } from './output-facts.ts';
import { planFacts } from './plan-facts.ts';
import { proposalFacts } from './proposal-facts.ts';
import { pushFacts } from './push-facts.ts';
import { slipFacts } from './slip-facts.ts';
import { stageFacts } from './stage-facts.ts';

/** Which question, and chat lines that ask it: its first, the first since its last answer, its last. */
const questionLines = {
  questionId: QuestionId,
  lineSeqs: z.array(z.int().positive()).min(1).max(QUESTION_LINES_NAMED),
};

/** Facts the desk itself makes; stored in the same log so that one sequence orders everything. */
export const deskEventSchemas = {
  'show.state': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('show.state'),
    state: z.enum(['planned', 'on_air', 'paused', 'ended']),
    previous: z.enum(['planned', 'on_air', 'paused', 'ended']).nullable(),
  }),
  gap: z.strictObject({
    ...deskEnvelope,
    kind: z.literal('gap'),
    /** Show time. */
    fromTs: Timestamp,
    toTs: Timestamp,
    cause: GapCause,
    /** Which source; null when all. */
    sourceLabel: z.string().nullable(),
    /** Events known to be lost; null when it cannot be known. */
    lost: z.int().nullable(),
  }),
  ...benefitFacts,
  ...pushFacts,
  ...proposalFacts,
  ...slipFacts,
  ...stageFacts,
  ...outputFacts,
  /** Viewers were promised something (承诺). */
  'promise.made': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('promise.made'),
    ...promiseFields,
    /** Wall time by which it is to be kept; null: whenever. */
    dueTs: Timestamp.nullable(),
    /** Pieces of the product that were paid for in the show until then; 0 where it is of none. */
    unitsBefore: z.int().min(0),
    /** Pieces there were then; null where nobody knew. */
    stock: z.int().min(0).nullable(),
    wasSoldOut: z.boolean(),
    screenId: ScreenId.nullable(),
  }),
  'promise.settled': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('promise.settled'),
    promiseId: PromiseId,
    outcome: PromiseOutcome,
    /** The pieces were sold, or are there again: nobody had to say so. */
    isByItself: z.boolean(),
    /** `priceOpen`: what the product cost before its price was opened; null where that changed nothing. */
    priceBefore: z.strictObject({ priceMinor: z.int().min(0).nullable() }).nullable(),
    screenId: ScreenId.nullable(),
  }),
  /** That it was settled was a mistake: it is open as before. */
  'promise.reopened': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('promise.reopened'),
    promiseId: PromiseId,
    screenId: ScreenId.nullable(),
  }),
  'cue.sent': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('cue.sent'),
    cueId: CueId,
    cueKind: z.string(),
    text: z.string(),
    /** The question of the chat it puts to the anchor or answers; facts of earlier versions have none. */
    question: z
      .strictObject({
        ...questionLines,
        /** In the words of the first line: they go with their writer. */
        isQuoted: z.boolean(),
      })
      .nullable()
      .default(null),
    /** The card of the deck it was sent from, and the product it spoke of; null for none. */
    cardId: CueCardId.nullable().default(null),
    productId: ProductId.nullable().default(null),
  }),
  /** Somebody else hosts from now on (换主播); null: nobody is named. */
  'anchor.changed': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('anchor.changed'),
    anchorId: AnchorId.nullable(),
    /** As the host was called then; empty for nobody. */
    name: z.string(),
    screenId: ScreenId.nullable(),
  }),
  /** Somebody was thanked, or not (答谢): events that are never a reason for it again. */
  'thanks.settled': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('thanks.settled'),
    how: z.enum(['sent', 'dropped']),
    thanksKind: ThanksKind,
    seqs: z.array(z.int().positive()).max(THANKS_EVENTS_MAX),
    people: z.int().positive(),
    /** The cue they were thanked by. */
    cueId: CueId.nullable(),
    screenId: ScreenId.nullable(),
  }),
  'cue.answered': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('cue.answered'),
    cueId: CueId,
    answer: z.enum(['shown', 'done', 'help', 'withdrawn']),
    screenId: ScreenId.nullable(),
    /** Milliseconds since the cue was sent, by the monotonic clock of this machine. */
    delayMs: z.int().min(0).nullable(),
  }),
  ...planFacts,
  ...bookmarkFacts,
  'warning.seen': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('warning.seen'),
    /** Seq of the platform's warning that the operator has seen. */
    warningSeq: z.int().positive(),
  }),
  /** A platform's warning that somebody read elsewhere and wrote down (平台警告): seen like any other. */
  'warning.noted': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('warning.noted'),
    /** Null: of a platform that is not connected. */
    onPlatform: PlatformName.nullable(),
    text: z.string(),
    /** Where its evidence is; empty where nothing was said. */
    note: z.string(),
    isCut: z.boolean(),
    screenId: ScreenId.nullable(),
  }),
  /** A desk asked a platform to do something in its chat. */
  'chat.acted': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('chat.acted'),
    act: ChatAct,
    sourceId: SourceId,
    onPlatform: PlatformName,
    /** Which desk; null for the one of this machine. */
    screenId: ScreenId.nullable(),
    /** The platform's name of the account it was done by. */
    account: z.string().nullable(),
    /** Seq of the line it is about. */
    lineSeq: z.int().positive().nullable(),
    target: PersonRef.nullable(),
    /** What was sent; null for everything else. */
    text: z.string().nullable(),
    durationS: z.int().positive().nullable(),
  }),
  /** What came of it; where nobody knew at first, a second one may say. */
  'chat.settled': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('chat.settled'),
    actSeq: z.int().positive(),
    outcome: ActOutcome,
    /** Why it was refused, or why nobody knows; null when it was done. */
    reason: z.string().nullable(),
    retryS: z.int().min(0).nullable(),
    /** The platform's own event that says so; null where none came. */
    eventSeq: z.int().positive().nullable(),
  }),
  'question.answered': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('question.answered'),
    ...questionLines,
    how: AnswerHow,
    /** The cue it was answered by; null where it was marked. */
    cueId: CueId.nullable(),
    /** Messages and people since it was last answered; null where they were not known just then. */
    count: z.int().min(0).nullable(),
    people: z.int().min(0).nullable(),
    /** Show time of the first of them. */
    askedSinceTs: Timestamp.nullable(),
  }),
  /** The last answer of a question was taken back. That it is asked again is no fact: chat says it. */
  'question.reopened': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('question.reopened'),
    ...questionLines,
    /** Seq of the answer that does not hold. */
    answeredSeq: z.int().positive(),
  }),
  /** Figures that no feed gives, read off a platform by a person: cumulative, so far. */
  'figures.entered': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('figures.entered'),
    ...enteredFields,
  }),
  /** Entered figures do not hold: what was entered before them does again. */
  'figures.withdrawn': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('figures.withdrawn'),
    /** Seq of the fact that entered them. */
    enteredSeq: z.int().positive(),
  }),
  /** What figures of the show shall come to; null: no target for that one any more. */
  'targets.set': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('targets.set'),
    ...targetFields,
  }),
  /** Targets do not hold: what was set before them does again. */
  'targets.withdrawn': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('targets.withdrawn'),
    /** Seq of the fact that set them. */
    setSeq: z.int().positive(),
  }),
  /** Something was off by what a rule says; the evidence is what the rule saw then. */
  'alert.raised': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('alert.raised'),
    ...Alert.pick({
      ruleId: true,
      name: true,
      severity: true,
      evidence: true,
      causes: true,
      action: true,
    }).shape,
  }),
  'alert.answered': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('alert.answered'),
    alertSeq: z.int().positive(),
    ruleId: Alert.shape.ruleId,
    answer: AlertAnswer,
    /** Show time until which the rule is silent; null where it was not asked to be. */
    untilTs: Timestamp.nullable(),
  }),
  /** An assistant's answer from a paired phone. */
  'assistant.answered': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('assistant.answered'),
    ...answerFields,
  }),
  /** What became of it; `screenId` is who did it, null for the desk of this machine. */
  'assistant.settled': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('assistant.settled'),
    answerSeq: z.int().positive(),
    how: AnswerSettled,
    screenId: ScreenId.nullable(),
  }),
  /** The next operator took over (交接). */
  'duty.taken': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('duty.taken'),
    name: z.string(),
    screenId: ScreenId.nullable(),
  }),
} as const;

export type DeskEvent = {
  [K in keyof typeof deskEventSchemas]: z.infer<(typeof deskEventSchemas)[K]>;
}[keyof typeof deskEventSchemas];
export type DeskEventKind = DeskEvent['kind'];
