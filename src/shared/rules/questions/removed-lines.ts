import { QUESTION_PEOPLE_MIN } from '../../model/question.ts';
import type { AskedGroup, Episode, HeldLine } from './asked-group.ts';

/** What a platform took out of its chat: one line, all of a person, or everything of a platform. */
export type Removal =
  | { readonly what: 'line'; readonly line: HeldLine }
  /** Unique over all platforms, as the lines name them. */
  | { readonly what: 'person'; readonly person: string; readonly platform: string }
  | { readonly what: 'platform'; readonly platform: string };

/**
 * Takes what was removed out of a question: it is asked by so many less, is owed no more where too few
 * are left, and speaks in the words of a line that still stands. `wordsOf` is the text of a line, null
 * where it is gone.
 *
 * @returns how many people less are held.
 */
export function removeFrom(
  group: AskedGroup,
  removal: Removal,
  wordsOf: (seq: number) => string | null,
): number {
  let people = 0;
  if (group.open !== null) {
    people += removeFromEpisode(group.open, removal);
    if (group.open.count === 0) group.open = null;
  }
  group.answers = group.answers.map((answer) => {
    if (answer.episode === null) return answer;
    people += removeFromEpisode(answer.episode, removal);
    return answer.episode.count === 0 ? { ...answer, episode: null } : answer;
  });
  if (isMeant(removal, group.textOf)) takeOtherWords(group, wordsOf);
  return people;
}

/** Nothing of it is left that could be shown. */
export function isEmptied({ open, answers }: AskedGroup): boolean {
  return open === null && answers.every(({ episode }) => episode === null);
}

function isMeant(removal: Removal, line: HeldLine): boolean {
  switch (removal.what) {
    case 'line':
      return line.seq === removal.line.seq;
    case 'person':
      return line.person === removal.person;
    case 'platform':
      return line.platform === removal.platform;
  }
}

function removeFromEpisode(episode: Episode, removal: Removal): number {
  const before = episode.people.size;
  if (removal.what === 'line') {
    if (!holds(episode, removal.line)) return 0;
    takeOut(episode, removal.line.platform, removal.line.person, 1);
  } else {
    for (const [person, count] of linesByPerson(episode, removal)) {
      takeOut(episode, removal.platform, person, count);
    }
  }
  const first = episode.lines[0];
  const isAllHeld = episode.lines.length >= episode.count;
  episode.lines = episode.lines.filter((line) => !isMeant(removal, line));
  const [newFirst, newLast] = [episode.lines[0], episode.lines.at(-1)];
  if (newFirst !== undefined && newLast !== undefined) {
    if (first !== newFirst && isAllHeld) {
      episode.firstSeq = Math.min(...episode.lines.map(({ seq }) => seq));
      episode.firstTs = Math.min(...episode.lines.map(({ ts }) => ts));
    }
    episode.lastSeq = Math.max(...episode.lines.map(({ seq }) => seq));
    episode.lastTs = Math.max(...episode.lines.map(({ ts }) => ts));
  }
  if (episode.people.size < QUESTION_PEOPLE_MIN) {
    episode.isDebt = false;
    episode.debtSeq = null;
  }
  return before - episode.people.size;
}

/** Every line is held by itself as long as they are few; older ones are told by where they stand. */
function holds({ lines, count, firstSeq }: Episode, { seq }: HeldLine): boolean {
  if (lines.some((line) => line.seq === seq)) return true;
  const oldest = lines[0]?.seq ?? 0;
  return count > lines.length && seq >= firstSeq && seq < oldest;
}

function linesByPerson(
  { people, platforms }: Episode,
  removal: Exclude<Removal, { readonly what: 'line' }>,
): readonly (readonly [string | null, number])[] {
  if (removal.what === 'person') {
    const count = people.get(removal.person) ?? 0;
    return count === 0 ? [] : [[removal.person, count]];
  }
  const known = [...people].filter(([person]) => person.startsWith(`${removal.platform}\n`));
  const named = known.reduce((sum, [, count]) => sum + count, 0);
  const hidden = (platforms.get(removal.platform) ?? 0) - named;
  return hidden > 0 ? [...known, [null, hidden]] : known;
}

function takeOut(episode: Episode, platform: string, person: string | null, count: number): void {
  episode.count = Math.max(0, episode.count - count);
  const onPlatform = (episode.platforms.get(platform) ?? 0) - count;
  if (onPlatform > 0) episode.platforms.set(platform, onPlatform);
  else episode.platforms.delete(platform);
  if (person === null) return;
  const ofPerson = (episode.people.get(person) ?? 0) - count;
  if (ofPerson > 0) episode.people.set(person, ofPerson);
  else episode.people.delete(person);
}

function takeOtherWords(group: AskedGroup, wordsOf: (seq: number) => string | null): void {
  const episodes = [group.open, ...group.answers.map(({ episode }) => episode)];
  for (const line of episodes.flatMap((episode) => episode?.lines ?? [])) {
    const text = wordsOf(line.seq);
    if (text === null || text === '') continue;
    group.text = text;
    group.textOf = line;
    return;
  }
}
