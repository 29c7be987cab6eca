import { QuestionId, type CueId } from '../../model/ids.ts';
import {
  ANSWERED_QUESTIONS_SENT,
  FEW_ASK_SENT,
  OPEN_QUESTIONS_SENT,
  QUESTION_CHATTERS_SHARE,
  QUESTION_PEOPLE_MIN,
  type AnswerHow,
  type Question,
  type QuestionsSlice,
} from '../../model/question.ts';
import { isQuestion } from '../chat-tags/tag-line.ts';
import {
  addLine,
  joined,
  newEpisode,
  rowOf,
  type AskedGroup,
  type AskedLine,
  type Episode,
} from './asked-group.ts';
import { withoutNames } from './line-text.ts';
import { QuestionGroups } from './question-groups.ts';
import { isEmptied, removeFrom, type Removal } from './removed-lines.ts';

/** Answers of one question that are held. */
const ANSWERS_HELD = 5;

/** An answer, or its being taken back, as the log has it. */
export type AnswerFact = {
  readonly seq: number;
  readonly ts: number;
  /** Lines of the question, the first one first: any that is still known leads to it. */
  readonly lineSeqs: readonly number[];
};

/**
 * What a room still owes answers to, worked out from its events alone, in their order: chat lines
 * that ask the same are one question, an answer closes it, a later line opens it anew.
 */
export class QuestionDebt {
  readonly #groups: QuestionGroups;
  /** The text of a stored line; null where it is gone. */
  readonly #textOf: (seq: number) => string | null;
  /** The newest cue of the show, whatever it carries. */
  #currentCueId: CueId | null = null;

  constructor(textOf: (seq: number) => string | null, limits?: { readonly groups: number }) {
    this.#textOf = textOf;
    this.#groups = new QuestionGroups(limits?.groups);
  }

  /** Whether a line asks anything that can be held: asked before anything else of it is read. */
  couldAsk(text: string): boolean {
    return this.#groups.ofText(text) !== null || isQuestion(text);
  }

  /**
   * A line of chat. `chatters` tells how many people chatted in the last minute.
   *
   * @returns whether it asked anything.
   */
  ask(line: AskedLine, chatters: () => number): boolean {
    if (!this.couldAsk(line.text)) return false;
    const group =
      this.#groups.ofText(line.text) ??
      this.#groups.join(line.text, () => ({
        id: QuestionId.parse(line.seq),
        text: withoutNames(line.text),
        textOf: line,
        open: null,
        answers: [],
        cueId: null,
      }));
    if (group === null) return false;
    this.#groups.touched(group);
    const episode = episodeFor(group, line);
    this.#groups.holdPeople(addLine(episode, line));
    if (!episode.isDebt && isOwed(episode, chatters)) {
      episode.isDebt = true;
      episode.debtSeq = line.seq;
    }
    return true;
  }

  /**
   * Lines that are not in the chat any more; `text` is that of a single line, null where it is gone.
   *
   * @returns whether that changed anything that is asked.
   */
  remove(removal: Removal, text: string | null): boolean {
    const single = text === null ? null : this.#groups.alike(text);
    if (removal.what === 'line' && single === null) return false;
    let isChanged = false;
    for (const group of single === null ? [...this.#groups.all()] : [single]) {
      const before = linesOf(group);
      const people = removeFrom(group, removal, (seq) => {
        const words = this.#textOf(seq);
        return words === null ? null : withoutNames(words);
      });
      if (linesOf(group) === before) continue;
      isChanged = true;
      this.#groups.holdPeople(-people);
      if (isEmptied(group)) this.#groups.drop(group);
    }
    return isChanged;
  }

  answer(
    fact: AnswerFact & { readonly how: AnswerHow; readonly count: number; readonly people: number },
  ): void {
    const group = this.#find(fact.lineSeqs);
    if (group === null) return;
    const { seq, ts, how } = fact;
    const episode = group.open;
    const count = episode?.count ?? fact.count;
    const people = episode?.people.size ?? fact.people;
    group.open = null;
    const forgotten = group.answers.splice(0, group.answers.length - ANSWERS_HELD + 1);
    for (const answer of forgotten) this.#groups.holdPeople(-(answer.episode?.people.size ?? 0));
    group.answers.push({ seq, ts, how, episode, count, people });
  }

  /** The last answer is taken back: what was asked before it is open again. */
  reopen(fact: AnswerFact): void {
    const group = this.#find(fact.lineSeqs);
    const last = group?.answers.pop();
    if (group === null || last === undefined || last.episode === null) return;
    const held = last.episode.people.size + (group.open?.people.size ?? 0);
    group.open = joined(last.episode, group.open);
    this.#groups.holdPeople(group.open.people.size - held);
  }

  /** A cue was sent: it is what the anchor has before them now. */
  cueSent(cueId: CueId, lineSeqs: readonly number[]): void {
    this.#currentCueId = cueId;
    const group = lineSeqs.length === 0 ? null : this.#find(lineSeqs);
    if (group !== null) group.cueId = cueId;
  }

  /** Done or taken back: it is before the anchor no more. */
  cueSettled(cueId: CueId): void {
    if (this.#currentCueId === cueId) this.#currentCueId = null;
  }

  find(id: QuestionId): Question | null {
    const group = this.#groups.ofId(id);
    return group === null ? null : rowOf(group, this.#currentCueId);
  }

  /** The question that one of these lines asks, by what it means; null where none is held. */
  ofLines(lineSeqs: readonly number[]): Question | null {
    const group = this.#find(lineSeqs);
    return group === null ? null : rowOf(group, this.#currentCueId);
  }

  /** Seqs of the newest lines behind a question's figures, oldest first; null when it is not held. */
  lineSeqs(id: QuestionId): readonly number[] | null {
    const group = this.#groups.ofId(id);
    if (group === null) return null;
    return ((group.open ?? group.answers.at(-1)?.episode)?.lines ?? []).map(({ seq }) => seq);
  }

  read(): Omit<QuestionsSlice, 'isReady' | 'readFromTs'> {
    const owed: AskedGroup[] = [];
    const others: AskedGroup[] = [];
    const answered: AskedGroup[] = [];
    for (const group of this.#groups.all()) {
      if (group.open === null) answered.push(group);
      else if (group.open.isDebt) owed.push(group);
      else others.push(group);
    }
    const places = OPEN_QUESTIONS_SENT - Math.min(others.length, FEW_ASK_SENT);
    const shown = largest(owed, (group) => group.open?.people.size ?? 0, places);
    const room = OPEN_QUESTIONS_SENT - shown.length;
    const rest = largest(others, (group) => group.open?.lastSeq ?? 0, room);
    const rows = (groups: readonly AskedGroup[]): Question[] =>
      groups.flatMap((group) => rowOf(group, this.#currentCueId) ?? []);
    return {
      open: [
        ...rows(shown.sort((a, b) => (a.open?.debtSeq ?? 0) - (b.open?.debtSeq ?? 0))),
        ...rows(rest.sort((a, b) => (a.open?.firstSeq ?? 0) - (b.open?.firstSeq ?? 0))),
      ],
      answered: rows(answered)
        .sort((a, b) => (b.answer?.seq ?? 0) - (a.answer?.seq ?? 0))
        .slice(0, ANSWERED_QUESTIONS_SENT),
      debt: owed.length,
      openCount: owed.length + others.length,
      oldestDebtTs:
        owed.length === 0 ? null : Math.min(...owed.map((group) => group.open?.firstTs ?? 0)),
      forgotten: this.#groups.forgotten,
    };
  }

  #find(lineSeqs: readonly number[]): AskedGroup | null {
    for (const seq of lineSeqs) {
      const group = this.#groups.ofId(QuestionId.parse(seq));
      if (group !== null) return group;
    }
    for (const seq of lineSeqs) {
      const text = this.#textOf(seq);
      const group = text === null ? null : this.#groups.alike(text);
      if (group !== null) return group;
    }
    return null;
  }
}

function linesOf({ open, answers }: AskedGroup): number {
  return answers.reduce((sum, { episode }) => sum + (episode?.count ?? 0), open?.count ?? 0);
}

/** A line from before the last answer that comes late belongs to what was answered. */
function episodeFor(group: AskedGroup, line: AskedLine): Episode {
  const last = group.answers.at(-1);
  if (group.open === null && last !== undefined && last.episode !== null && line.ts < last.ts) {
    return last.episode;
  }
  group.open ??= newEpisode(line);
  return group.open;
}

/** Chatters are counted only where people enough ask: it takes longer than all the rest. */
function isOwed({ people }: Episode, chatters: () => number): boolean {
  if (people.size < QUESTION_PEOPLE_MIN) return false;
  return people.size >= chatters() * QUESTION_CHATTERS_SHARE;
}

function largest<T>(items: readonly T[], sizeOf: (item: T) => number, limit: number): T[] {
  return items.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, limit);
}
