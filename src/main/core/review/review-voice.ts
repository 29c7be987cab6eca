import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import type { Question } from '#shared/model/question.ts';
import {
  VOICE_LINES_MAX,
  type ReviewVoice,
  type VoiceComplaint,
  type VoiceQuestion,
} from '#shared/model/review-voice.ts';
import { normaliseChat } from '#shared/rules/chat-tags/normalise.ts';
import { tagLine } from '#shared/rules/chat-tags/tag-line.ts';
import { QuestionDebt } from '#shared/rules/questions/question-debt.ts';
import { WordCounts } from '#shared/rules/voice/word-counts.ts';
import { applyRow } from '../chat/question-reading.ts';
import {
  chatStartTs,
  chattersByMinute,
  lineText,
  questionRows,
  type QuestionRow,
} from '../chat/questions.queries.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { nextTurn } from '../next-turn.ts';
import { lastSeq } from '../room/room.queries.ts';
import { roomOfShow, totalsOf } from './review.queries.ts';

/** Rows for each turn of the event loop, so that a live room waits for nothing. */
const ROWS_A_TURN = 500;
/** Lines whose words are counted, about. */
const WORD_LINES = 20_000;
/** Different complaints that are held while reading. */
const COMPLAINTS_HELD = 5_000;
const SHOWN = 12;
const WORDS_SHOWN = 24;
const MINUTE_MS = 60_000;

/**
 * What viewers asked, complained of and spoke about in a show of this room: of its newest
 * VOICE_LINES_MAX lines, a few at a time. Refused: unknown_show.
 */
export async function reviewVoice(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: ShowId,
): Promise<Result<ReviewVoice>> {
  if (roomOfShow(db, showId) !== roomId) return fail('unknown_show', { showId });
  const fromTs = chatStartTs(db, showId, VOICE_LINES_MAX);
  const chatters = chattersByMinute(db, showId);
  const debt = new QuestionDebt((seq) => lineText(db, seq));
  const lines = Math.min(VOICE_LINES_MAX, totalsOf(db, showId).chats);
  const heard = new HeardLines(Math.max(1, Math.ceil(lines / WORD_LINES)));
  const untilSeq = lastSeq(db);
  let after = { ts: fromTs ?? 0, seq: 0 };
  for (;;) {
    const rows = questionRows(db, showId, after, untilSeq, ROWS_A_TURN);
    for (const row of rows) {
      applyRow(debt, row, () => chatters.get(Math.floor(row.ts / MINUTE_MS)) ?? 0);
      heard.add(row);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_A_TURN) break;
    after = last;
    await nextTurn();
  }
  return ok({ ...heard.read(), fromTs, questions: questionsOf(debt) });
}

/** Those most people asked; one that a single line asked is none of the room's. */
function questionsOf(debt: QuestionDebt): VoiceQuestion[] {
  const { open, answered } = debt.read();
  return [...open, ...answered]
    .filter(({ count, isDebt }) => isDebt || count > 1)
    .sort((a, b) => b.people - a.people || b.count - a.count || a.firstSeq - b.firstSeq)
    .slice(0, SHOWN)
    .map(voiceQuestion);
}

function voiceQuestion({ text, count, people, firstTs, lastTs, state, answer }: Question) {
  const answeredTs = state === 'answered' ? (answer?.ts ?? null) : null;
  return { text, count, people, firstTs, lastTs, answeredTs };
}

/** Complaints and words of the lines that are read. */
class HeardLines {
  readonly #step: number;
  readonly #words = new WordCounts();
  readonly #complaints = new Map<string, VoiceComplaint>();
  #lines = 0;
  #wordLines = 0;
  #complaining = 0;

  /** Every `step`-th line has its words counted. */
  constructor(step: number) {
    this.#step = step;
  }

  add({ kind, text, isErased, ts }: QuestionRow): void {
    if (kind !== EVENT_KIND_CODES.chat || text === null || text === '' || isErased === 1) return;
    if (this.#lines % this.#step === 0) {
      this.#words.add(text);
      this.#wordLines += 1;
    }
    this.#lines += 1;
    const line = normaliseChat(text);
    if (!tagLine(line).tags.includes('complaint')) return;
    this.#complaining += 1;
    const held = this.#complaints.get(line);
    if (held !== undefined) this.#complaints.set(line, { ...held, count: held.count + 1 });
    else if (this.#complaints.size < COMPLAINTS_HELD) {
      this.#complaints.set(line, { text, count: 1, firstTs: ts });
    }
  }

  read(): Omit<ReviewVoice, 'fromTs' | 'questions'> {
    return {
      lines: this.#lines,
      complaining: this.#complaining,
      complaints: [...this.#complaints.values()]
        .sort((a, b) => b.count - a.count || a.firstTs - b.firstTs)
        .slice(0, SHOWN),
      words: this.#words.top(WORDS_SHOWN),
      wordLines: this.#wordLines,
    };
  }
}
