import type { PersonToErase } from '#shared/model/erasure.ts';
import {
  erasePatterns,
  maskSentence,
  standInIdOf,
  type ErasePatterns,
} from '#shared/rules/erase-person.ts';
import type { WritableDatabase } from '../database/database.ts';
import { forgetKept } from '../people/kept-people.queries.ts';
import { eraseNamingStretch, eraseOwnEvents } from './erase-events.ts';
import {
  cardTexts,
  answerTexts,
  cueTexts,
  deleteFrame,
  endStreaksOf,
  framePage,
  hasTable,
  ownSeqs,
  personRow,
  quotingCues,
  resultsNaming,
  turnIntoStandIn,
  writeCardText,
  writeAnswerTexts,
  writeCueText,
  writeQuotingCue,
  writeResult,
} from './erase-rows.queries.ts';
import { eraseImprovements } from './erase-improvements.ts';
import { eraseKeptNames } from './erase-kept.ts';
import { lowerLatin, needlesOf } from './needles.ts';

/** Rows of the log that are read at a time, so that nothing else waits for long. */
const STRETCH_ROWS = 5_000;
const OWN_ROWS_AT_A_TIME = 1_000;
/** Of the whole way, what the person's own events take. */
const OWN_SHARE = 0.1;
const FRAMES_AT_A_TIME = 100;

export type EraseOrder = {
  readonly person: PersonToErase;
  readonly salt: Buffer;
  /** Events after it are a new person's. */
  readonly untilSeq: number;
};

export type EraseProgress = {
  readonly ownEvents: number;
  readonly otherEvents: number;
  /** Names known so far. */
  readonly names: readonly string[];
  /** 0 to 1. */
  readonly fraction: number;
};

/**
 * The person becomes nobody, at once: whoever comes with their id from now on is somebody new. To
 * be done once before `eraseSteps`, inside a transaction.
 *
 * @returns names they were known by.
 */
export function becomeStandIn(
  db: WritableDatabase,
  platform: string,
  platformUserId: string,
  salt: Buffer,
): readonly string[] {
  const row = personRow(db, platform, platformUserId);
  const standInId = standInIdOf(salt.toString('hex'));
  // With a stand-in there already, whoever has the id now is somebody new.
  if (row === undefined || personRow(db, platform, standInId) !== undefined) return [];
  endStreaksOf(db, row.id);
  if (hasTable(db, 'person_notes')) forgetKept(db, row.id);
  eraseQuotes(db, row.id);
  turnIntoStandIn(db, row.id, standInId);
  return [row.name, row.display_name].filter((name) => name !== '');
}

/** Their words on the anchor's screen are theirs still; that a cue was sent stays. */
function eraseQuotes(db: WritableDatabase, personId: number): void {
  if (!hasTable(db, 'cues') || !hasTable(db, 'shows')) return;
  for (const { seq, body } of quotingCues(db, personId)) {
    const fields: unknown = JSON.parse(body);
    if (typeof fields !== 'object' || fields === null) continue;
    writeQuotingCue(db, seq, JSON.stringify({ ...fields, text: '' }));
  }
}

/**
 * Erases a person from one store file in short steps, the newest events first. Each step is a
 * transaction of its own and may be repeated: one that was cut off starts over and ends the same.
 * `noted` is called inside each that found something out, so that it is kept with it; a step that
 * finds nothing writes nothing.
 */
export function* eraseSteps(
  db: WritableDatabase,
  order: EraseOrder,
  noted: (progress: EraseProgress) => void,
): Generator<EraseProgress, EraseProgress> {
  const { platform } = order.person;
  const standInId = standInIdOf(order.salt.toString('hex'));
  const names = new Set(order.person.names);
  let progress: EraseProgress = { ownEvents: 0, otherEvents: 0, names: [...names], fraction: 0 };
  const step = (fraction: number, work: () => Partial<EraseProgress>): EraseProgress => {
    progress = db.transaction(() => {
      const next = { ...progress, ...work(), names: [...names], fraction };
      if (isNews(next, progress)) noted(next);
      return next;
    });
    return progress;
  };

  const personId = personRow(db, platform, standInId)?.id ?? null;
  const own = personId === null ? [] : ownSeqs(db, personId, order.untilSeq);
  for (let at = 0; at < own.length; at += OWN_ROWS_AT_A_TIME) {
    yield step((OWN_SHARE * at) / own.length, () => {
      const of = { person: { ...order.person, names: [...names] }, standInId };
      const found = eraseOwnEvents(db, of, own.slice(at, at + OWN_ROWS_AT_A_TIME));
      for (const name of found.names) names.add(name);
      return { ownEvents: progress.ownEvents + found.rows };
    });
  }
  const person = { ...order.person, names: [...names] };
  for (const [fromSeq, toSeq] of stretches(order.untilSeq)) {
    yield step(1 - ((1 - OWN_SHARE) * fromSeq) / (order.untilSeq + 1), () => {
      const changed = eraseNamingStretch(db, { personId, person, standInId }, fromSeq, toSeq);
      return { otherEvents: progress.otherEvents + changed };
    });
  }
  yield* eraseFrames(db, person, (work) => step(1, work));
  yield step(1, () => {
    eraseSentences(db, person);
    return {};
  });
  return progress;
}

function isNews(next: EraseProgress, before: EraseProgress): boolean {
  return (
    next.ownEvents !== before.ownEvents ||
    next.otherEvents !== before.otherEvents ||
    next.names.length !== before.names.length
  );
}

function* stretches(untilSeq: number): Generator<readonly [fromSeq: number, toSeq: number]> {
  for (let toSeq = untilSeq; toSeq > 0; toSeq -= STRETCH_ROWS) {
    yield [Math.max(1, toSeq - STRETCH_ROWS + 1), toSeq];
  }
}

function* eraseFrames(
  db: WritableDatabase,
  person: PersonToErase,
  step: (work: () => Partial<EraseProgress>) => EraseProgress,
): Generator<EraseProgress> {
  if (!hasTable(db, 'raw_frames')) return;
  const needles = needlesOf(person).inFrames;
  let afterId = 0;
  for (;;) {
    const page = framePage(db, afterId, FRAMES_AT_A_TIME);
    const last = page.at(-1);
    if (last === undefined) return;
    afterId = last.id;
    yield step(() => {
      for (const { id, frame } of page) {
        const text = lowerLatin(Buffer.from(frame).toString('utf8'));
        if (needles.some((needle) => text.includes(needle))) deleteFrame(db, id);
      }
      return {};
    });
  }
}

/** What the operator wrote to the host, and recorded answers of commands. */
function eraseSentences(db: WritableDatabase, person: PersonToErase): void {
  const patterns = erasePatterns(person);
  const masked = <Row extends { readonly text: string }>(rows: readonly Row[]): readonly Row[] =>
    rows
      .map((row) => ({ ...row, text: maskSentence(row.text, patterns) }))
      .filter((row, index) => row.text !== rows[index]?.text);
  if (hasTable(db, 'cues')) for (const row of masked(cueTexts(db))) writeCueText(db, row);
  if (hasTable(db, 'cue_cards')) for (const row of masked(cardTexts(db))) writeCardText(db, row);
  if (hasTable(db, 'room_answers')) eraseAnswers(db, patterns);
  eraseImprovements(db, patterns);
  eraseKeptNames(db, person);
  if (!hasTable(db, 'commands')) return;
  const { asJson } = needlesOf(person);
  const words = [person.platformUserId, ...person.names];
  for (const { command_id: commandId, result } of resultsNaming(db, asJson)) {
    writeResult(db, commandId, JSON.stringify(withoutWords(JSON.parse(result), words)));
  }
}

/** An answer that addresses somebody keeps what it says. */
function eraseAnswers(db: WritableDatabase, patterns: ErasePatterns): void {
  for (const row of answerTexts(db)) {
    const [question, answer] = [row.question, row.answer].map((text) =>
      maskSentence(text, patterns),
    );
    if (question === row.question && answer === row.answer) continue;
    writeAnswerTexts(db, { ...row, question: question ?? '', answer: answer ?? '' });
  }
}

/** The answer of a command stays an answer: only texts that are the person's id or name go. */
function withoutWords(value: unknown, words: readonly string[]): unknown {
  if (typeof value === 'string') return words.includes(value) ? '' : value;
  if (Array.isArray(value)) return value.map((each: unknown) => withoutWords(each, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [key, withoutWords(each, words)]),
  );
}
