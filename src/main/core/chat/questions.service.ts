import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import { joinFragments } from '#shared/contract/fragment.ts';
import type { RoomEvent, RoomEventOf } from '#shared/contract/room-event.ts';
import type { CueId, QuestionId } from '#shared/model/ids.ts';
import {
  NO_QUESTIONS,
  type AnswerHow,
  type Question,
  type QuestionsSlice,
} from '#shared/model/question.ts';
import { QuestionDebt } from '#shared/rules/questions/question-debt.ts';
import { RecentPeople } from '#shared/rules/sliding-window.ts';
import type { CuesService } from '../cues/cues.service.ts';
import type { RoomContext } from '../room/room-context.ts';
import { chattersSince } from '../room/restore.queries.ts';
import { cutToCue, lineOf, linesOf, type AskedLines } from './question-lines.ts';
import { asksNothing, personKey, settlesCue } from './question-reading.ts';
import { QuestionReader } from './question-reader.ts';
import { chatLines, cueSentEvent, lineText } from './questions.queries.ts';
import { removeLines, removingEvent } from './removed-lines.ts';

const MINUTE_MS = 60_000;
/** A desk that comes back has its first picture before the stored chat is read. */
const READ_AFTER_MS = 600;
/** Between two steps of reading, so that nothing waits for it. */
const STEP_EVERY_MS = 5;

/** Hears which messages ask something: for the share of them. */
export interface AskedListener {
  /** Stored chat is read from the start: what was told is told anew. */
  askedAnew(): void;
  asked(sourceId: number, ts: number): void;
  /** Told of every one since this show time; from here on as they come. */
  askedKnownFrom(fromTs: number): void;
}

/** A line that asks something: its words, who wrote it, and its show time. */
export type AskedNow = { readonly text: string; readonly person: string; readonly ts: number };

/**
 * The questions of the current show that wait for an answer. All of it follows from committed events,
 * so a restart reads it anew: lazily, in short steps, from the newest 50,000 chats.
 */
export class QuestionsService {
  readonly #room: RoomContext;
  readonly #cues: CuesService;
  readonly #listener: AskedListener;
  readonly #onAsked: (line: AskedNow) => void;
  #debt: QuestionDebt;
  #chatters = new RecentPeople(MINUTE_MS);
  /** How many chatted in the last minute, as of a second of show time. */
  #chattersAt = { second: -1, count: 0 };
  #reader: QuestionReader | null = null;
  #isReady = false;
  #isStale = false;
  #cancelStep: (() => void) | null = null;
  #readFromTs: number | null = null;

  /** @param onAsked hears the words of lines that ask as they come, of no stored ones. */
  constructor(
    room: RoomContext,
    cues: CuesService,
    listener: AskedListener,
    onAsked: (line: AskedNow) => void,
  ) {
    this.#room = room;
    this.#cues = cues;
    this.#listener = listener;
    this.#onAsked = onAsked;
    this.#debt = this.#newDebt();
  }

  /** Another show, a start, or somebody was erased: what is stored is read anew when it is asked for. */
  reload(): void {
    this.close();
    this.#isReady = false;
    this.#reader = null;
    this.#readFromTs = null;
    this.#debt = this.#newDebt();
    this.#listener.askedAnew();
    this.#room.changed('questions');
  }

  close(): void {
    this.#cancelStep?.();
    this.#cancelStep = null;
  }

  slice(): QuestionsSlice {
    if (!this.#isReady) {
      if (this.#room.show() !== null) this.#readLater(READ_AFTER_MS);
      return NO_QUESTIONS;
    }
    return { isReady: true, readFromTs: this.#readFromTs, ...this.#debt.read() };
  }

  /** An event of the current show that is on disk. What comes while stored chat is read is read with it. */
  committed(event: RoomEvent, sourceId: number): void {
    if (!this.#isReady) return;
    const { seq, eventTs: ts } = event;
    switch (event.kind) {
      case 'chat':
        return this.#asked(event, sourceId);
      case 'chat.deleted':
      case 'moderation':
        return this.#removed(event, sourceId);
      case 'question.answered': {
        const { lineSeqs, how, count, people } = event;
        this.#debt.answer({ seq, ts, lineSeqs, how, count: count ?? 0, people: people ?? 0 });
        return this.#room.changed('questions');
      }
      case 'question.reopened':
        this.#debt.reopen({ seq, ts, lineSeqs: event.lineSeqs });
        return this.#room.changed('questions');
      case 'cue.sent':
        this.#debt.cueSent(event.cueId, event.question?.lineSeqs ?? []);
        return this.#room.changed('questions');
      case 'cue.answered':
        if (!settlesCue(event.answer)) return undefined;
        this.#debt.cueSettled(event.cueId);
        return this.#room.changed('questions');
      default:
        return undefined;
    }
  }

  /** New lines are told with the room's tick, not one by one. */
  tick(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    this.#room.changed('questions');
  }

  /** Inside a commit. */
  answer(questionId: QuestionId, how: AnswerHow): Result<Record<string, never>> {
    const question = this.#debt.find(questionId);
    if (question === null) return fail('unknown_question', { questionId });
    if (question.state === 'open') this.#writeAnswer(question, how, null);
    return ok({});
  }

  /** Inside a commit. */
  reopen(questionId: QuestionId): Result<Record<string, never>> {
    const question = this.#debt.find(questionId);
    if (question === null) return fail('unknown_question', { questionId });
    if (question.answer === null) return ok({});
    const answeredSeq = question.answer.seq;
    this.#room.writeFact({ kind: 'question.reopened', ...linesOf(question), answeredSeq });
    return ok({});
  }

  /** Inside a commit. */
  send({
    questionId,
    text,
    isAnswer,
  }: CommandInput<'question.send'>): Result<{ readonly cueId: CueId }> {
    const question = this.#debt.find(questionId);
    if (question === null) return fail('unknown_question', { questionId });
    if (isAnswer && text === null) return fail('text_missing', { what: 'answer' });
    const sent = this.#cues.ask(text ?? cutToCue(question.text), {
      ...linesOf(question),
      isQuoted: !isAnswer,
    });
    if (sent.ok && isAnswer && question.state === 'open') {
      this.#writeAnswer(question, 'sent', sent.value.cueId);
    }
    return sent;
  }

  /** Inside a commit: the anchor says that a cue is done; the question it carried is answered. */
  said(cueId: CueId): void {
    const show = this.#room.show();
    const sent =
      show === null ? null : cueSentEvent(this.#room.db, this.#room.roomId, show.id, cueId);
    if (sent?.kind !== 'cue.sent' || sent.question === null) return;
    const { questionId, lineSeqs, isQuoted } = sent.question;
    // An answer closed it when it was sent; who asks since has not been answered by it.
    if (!isQuoted) return;
    this.#answerLines({ questionId, lineSeqs }, 'said', cueId);
  }

  /** Inside a commit: a message of the chat in its writer's words, as a question to the anchor. */
  sendLine(seq: number, words: string): Result<{ readonly cueId: CueId }> {
    const text = cutToCue(words.trim());
    if (text === '') return fail('text_missing', { what: 'text' });
    return this.#cues.ask(text, { ...lineOf(seq), isQuoted: true });
  }

  /** Inside a commit: somebody at a desk answered this message in the platform's chat. */
  replied(seq: number): void {
    const text = lineText(this.#room.db, seq);
    if (text === null || !this.#debt.couldAsk(text)) return;
    this.#answerLines(lineOf(seq), 'replied', null);
  }

  /** Also where the question is not held just now: the fact leads to it by its lines. */
  #answerLines(lines: AskedLines, how: AnswerHow, cueId: CueId | null): void {
    const question = this.#debt.ofLines([lines.questionId, ...lines.lineSeqs]);
    if (question !== null) {
      if (question.state === 'open') this.#writeAnswer(question, how, cueId);
      return;
    }
    const unknown = { count: null, people: null, askedSinceTs: null };
    this.#room.writeFact({ kind: 'question.answered', ...lines, how, cueId, ...unknown });
  }

  /** A question in the words of its first line. */
  words(questionId: QuestionId): Result<string> {
    const question = this.#debt.find(questionId);
    return question === null ? fail('unknown_question', { questionId }) : ok(question.text);
  }

  lines(questionId: QuestionId, limit: number): Result<{ lines: RoomEvent[] }> {
    const seqs = this.#debt.lineSeqs(questionId);
    if (seqs === null) return fail('unknown_question', { questionId });
    const { db, roomId } = this.#room;
    return ok({ lines: [...chatLines(db, roomId, seqs.slice(-limit))] });
  }

  #writeAnswer(question: Question, how: AnswerHow, cueId: CueId | null): void {
    const { count, people, firstTs: askedSinceTs } = question;
    const figures = { count, people, askedSinceTs };
    this.#room.writeFact({
      kind: 'question.answered',
      ...linesOf(question),
      how,
      cueId,
      ...figures,
    });
  }

  #asked(event: RoomEventOf<'chat'>, sourceId: number): void {
    const { actor, platform, seq, eventTs: ts } = event;
    const name = actor?.platformUserId ?? actor?.name ?? null;
    if (name !== null) this.#chatters.saw(platform, name, ts);
    if (asksNothing(actor, event.isDeleted)) return;
    const line = { seq, ts, text: joinFragments(event.fragments), platform };
    const person = personKey(platform, name);
    if (!this.#debt.ask({ ...line, person }, () => this.#chattersNow(ts))) return;
    this.#isStale = true;
    this.#listener.asked(sourceId, ts);
    if (person !== null) this.#onAsked({ text: line.text, person, ts });
  }

  #removed(event: RoomEvent, sourceId: number): void {
    const removing = removingEvent(event);
    if (removing === null) return;
    const place = { db: this.#room.db, showId: event.showId, sourceId };
    if (removeLines(place, this.#debt, removing)) this.#isStale = true;
  }

  #chattersNow(ts: number): number {
    const second = Math.floor(ts / 1000);
    if (second !== this.#chattersAt.second) {
      this.#chattersAt = { second, count: this.#chatters.at(ts) };
    }
    return this.#chattersAt.count;
  }

  #newDebt(): QuestionDebt {
    return new QuestionDebt((seq) => lineText(this.#room.db, seq));
  }

  #readLater(delayMs: number): void {
    this.#cancelStep ??= this.#room.ports.clock.after(delayMs, () => this.#readStep());
  }

  #readStep(): void {
    this.#cancelStep = null;
    const show = this.#room.show();
    if (show === null || this.#isReady) return;
    this.#reader ??= new QuestionReader(this.#room.db, show.id, this.#debt, this.#listener);
    if (!this.#reader.step()) return this.#readLater(STEP_EVERY_MS);
    this.#readFromTs = this.#reader.fromTs;
    this.#reader = null;
    this.#chatters = new RecentPeople(MINUTE_MS);
    this.#chattersAt = { second: -1, count: 0 };
    const sinceTs = this.#room.showNow() - MINUTE_MS;
    for (const { platform, person, ts } of chattersSince(this.#room.db, show.id, sinceTs)) {
      this.#chatters.saw(platform, person, ts);
    }
    this.#isReady = true;
    this.#listener.askedKnownFrom(this.#readFromTs ?? 0);
    this.#room.changed('questions');
  }
}
