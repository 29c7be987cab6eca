import type { AnswerHow, Question } from '../../model/question.ts';
import type { CueId, QuestionId } from '../../model/ids.ts';

/** A line of chat that asks something. */
export type AskedLine = {
  readonly seq: number;
  /** Show time. */
  readonly ts: number;
  readonly text: string;
  readonly platform: string;
  /** Who asked, unique over all platforms; null where the platform hides everything. */
  readonly person: string | null;
};

/** A line of a stretch that is held by itself: it leads back to the log, and can be removed. */
export type HeldLine = Pick<AskedLine, 'seq' | 'ts' | 'platform' | 'person'>;

/** A stretch in which a question is asked: until it is answered. */
export type Episode = {
  count: number;
  /** With how many lines each. */
  readonly people: Map<string, number>;
  readonly platforms: Map<string, number>;
  firstTs: number;
  firstSeq: number;
  lastTs: number;
  lastSeq: number;
  /** The newest. */
  lines: HeldLine[];
  isDebt: boolean;
  /** The seq with which it came to be owed: rows stand in this order. */
  debtSeq: number | null;
};

export type GivenAnswer = {
  readonly seq: number;
  readonly ts: number;
  readonly how: AnswerHow;
  /** What was asked until then; null where it is not held. */
  readonly episode: Episode | null;
  readonly count: number;
  readonly people: number;
};

/** Questions that mean the same. */
export type AskedGroup = {
  readonly id: QuestionId;
  /** Of its first line, without the people it calls; of another one once that was removed. */
  text: string;
  /** The line it is of. */
  textOf: HeldLine;
  open: Episode | null;
  /** Oldest first; only the newest few are held. */
  answers: GivenAnswer[];
  /** The newest cue with it. */
  cueId: CueId | null;
};

/** Lines of a stretch that lead back to the log one by one. */
const LINES_HELD = 50;

export function newEpisode(line: AskedLine): Episode {
  return {
    count: 0,
    people: new Map(),
    platforms: new Map(),
    firstTs: line.ts,
    firstSeq: line.seq,
    lastTs: line.ts,
    lastSeq: line.seq,
    lines: [],
    isDebt: false,
    debtSeq: null,
  };
}

/** Returns how many people it added. */
export function addLine(episode: Episode, line: AskedLine): number {
  const before = episode.people.size;
  episode.count += 1;
  const { seq, ts, platform, person } = line;
  episode.lines.push({ seq, ts, platform, person });
  if (episode.lines.length > LINES_HELD) episode.lines.shift();
  if (person !== null) episode.people.set(person, (episode.people.get(person) ?? 0) + 1);
  episode.platforms.set(line.platform, (episode.platforms.get(line.platform) ?? 0) + 1);
  episode.firstTs = Math.min(episode.firstTs, line.ts);
  episode.lastTs = Math.max(episode.lastTs, line.ts);
  episode.firstSeq = Math.min(episode.firstSeq, line.seq);
  episode.lastSeq = Math.max(episode.lastSeq, line.seq);
  return episode.people.size - before;
}

/** Both stretches as one: an answer between them was taken back. */
export function joined(before: Episode, after: Episode | null): Episode {
  if (after === null) return before;
  for (const [person, count] of after.people) {
    before.people.set(person, (before.people.get(person) ?? 0) + count);
  }
  for (const [platform, count] of after.platforms) {
    before.platforms.set(platform, (before.platforms.get(platform) ?? 0) + count);
  }
  return {
    ...before,
    count: before.count + after.count,
    lastTs: Math.max(before.lastTs, after.lastTs),
    lastSeq: Math.max(before.lastSeq, after.lastSeq),
    lines: [...before.lines, ...after.lines].slice(-LINES_HELD),
    isDebt: before.isDebt || after.isDebt,
    debtSeq: before.debtSeq ?? after.debtSeq,
  };
}

/** As a row: what is asked now, or of an answered one what was asked until then. */
export function rowOf(group: AskedGroup, currentCueId: CueId | null): Question | null {
  const last = group.answers.at(-1) ?? null;
  const episode = group.open ?? last?.episode ?? null;
  if (episode === null) return null;
  return {
    id: group.id,
    text: group.text,
    count: episode.count,
    people: episode.people.size,
    firstTs: episode.firstTs,
    lastTs: episode.lastTs,
    firstSeq: episode.firstSeq,
    lastSeq: episode.lastSeq,
    platforms: [...episode.platforms]
      .map(([platform, count]) => ({ platform, count }))
      .sort((a, b) => b.count - a.count || (a.platform < b.platform ? -1 : 1)),
    state: group.open === null ? 'answered' : 'open',
    isDebt: episode.isDebt,
    cueId: group.cueId !== null && group.cueId === currentCueId ? group.cueId : null,
    answer:
      last === null
        ? null
        : { seq: last.seq, ts: last.ts, how: last.how, count: last.count, people: last.people },
  };
}
