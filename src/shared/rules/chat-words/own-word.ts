import { normaliseChat } from '../chat-tags/normalise.ts';
import { buildAutomaton, runAutomaton, type Automaton } from './pattern-automaton.ts';
import { parsePattern, type PatternFault } from './pattern-tree.ts';

/** One word or pattern is at most this long, in UTF-16 units. */
export const OWN_WORD_MAX = 120;

export interface OwnWord {
  /** As it was typed. */
  readonly typed: string;
  /** What it is compared by: two words of the same are one. */
  readonly plain: string;
  /** Whether a normalised line holds it; the work is linear in the line's length. */
  readonly isIn: (line: string) => boolean;
  /** At most this many steps for each character of a line. */
  readonly stepsPerCharacter: number;
}

type ReadOwnWord =
  | { readonly ok: true; readonly word: OwnWord }
  | { readonly ok: false; readonly fault: PatternFault };

/** Lines nothing sensible matches all of. */
const PROBES = ['q', '好', '7', '!'];

/**
 * A word, or a pattern between slashes. Words are read as lines are (`normaliseChat`); one of Latin
 * letters is a whole word, one of Chinese characters is found anywhere. Refused with a reason:
 * nothing to look for, anything that matches every line, and every pattern that cannot be matched in
 * one pass or can be read in several ways.
 */
export function readOwnWord(typed: string): ReadOwnWord {
  if (typed.length > OWN_WORD_MAX) return no('too_long', OWN_WORD_MAX, '');
  if (/^\/.*\/$/su.test(typed) && typed.length >= 2) return readPattern(typed);
  const plain = normaliseChat(typed);
  if (plain === '') return no('empty', 0, '');
  return { ok: true, word: { typed, plain, isIn: findWord(plain), stepsPerCharacter: 1 } };
}

function readPattern(typed: string): ReadOwnWord {
  const source = typed.slice(1, -1);
  if (source.trim() === '') return no('empty', 1, '');
  const parsed = parsePattern(source);
  if (!parsed.ok) return no(parsed.fault.why, parsed.fault.at + 1, parsed.fault.given);
  const automata: Automaton[] = [];
  let stepsPerCharacter = 0;
  for (const branch of parsed.branches) {
    const built = buildAutomaton(branch);
    if (!built.ok) {
      const { why, at } = built.fault;
      return no(why, at + 1, source.slice(at, at + 3));
    }
    if (built.automaton.canBeEmpty) return no('matches_all', 1, source);
    automata.push(built.automaton);
    stepsPerCharacter += built.size;
  }
  const isIn = (line: string): boolean => automata.some((each) => runAutomaton(each, line, null));
  if (PROBES.every(isIn)) return no('matches_all', 1, source);
  return { ok: true, word: { typed, plain: typed, isIn, stepsPerCharacter } };
}

function no(why: PatternFault['why'], at: number, given: string): ReadOwnWord {
  return { ok: false, fault: { why, at, given } };
}

function findWord(plain: string): (line: string) => boolean {
  const isLatinStart = /^[a-z0-9]/.test(plain);
  const isLatinEnd = /[a-z0-9]$/.test(plain);
  if (!isLatinStart && !isLatinEnd) return (line) => line.includes(plain);
  return (line) => {
    for (let at = line.indexOf(plain); at >= 0; at = line.indexOf(plain, at + 1)) {
      const isWhole =
        !(isLatinStart && isLetter(line[at - 1])) &&
        !(isLatinEnd && isLetter(line[at + plain.length]));
      if (isWhole) return true;
    }
    return false;
  };
}

function isLetter(unit: string | undefined): boolean {
  return unit !== undefined && /[a-z0-9]/.test(unit);
}
