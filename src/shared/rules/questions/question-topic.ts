import { englishTopic } from './english-topic.ts';
import { comparedText, languageOf, type LineLanguage } from './line-text.ts';
import { chineseTopic } from './chinese-topic.ts';
import { pairsOf } from './character-pairs.ts';
import type { QuestionTopic, ReadTopic } from './topic.ts';

/** A topic of the trade says more than any other word. */
const KNOWN_WEIGHT = 3;
/** Two questions that each say something the other does not, and share none of that, are further apart. */
const APART = 0.5;
/** From here on two questions mean the same. Found on the tuning half of the labelled questions. */
export const SAME_FROM = 0.6;

/** What a chat line asks about; null where nothing is left that could be compared ("??", "真的吗"). */
export function topicOf(line: string): QuestionTopic | null {
  const text = comparedText(line);
  const language = languageOf(text);
  if (language === null) return null;
  const { exact, words } = readingOf(language)(text);
  if (words.size === 0) return null;
  let weight = 0;
  let hasPlain = false;
  for (const word of words) {
    weight += weightOf(word);
    if (!isKnown(word)) hasPlain = true;
  }
  return { language, exact, words, weight, hasPlain };
}

function readingOf(language: LineLanguage): (text: string) => ReadTopic {
  if (language === 'zh') return chineseTopic;
  return language === 'en' ? englishTopic : otherTopic;
}

/** Scripts without a reading of their own: pairs of characters, numbers exact. */
function otherTopic(text: string): ReadTopic {
  const numbers = [...new Set(text.match(/\d+/gu) ?? [])].sort();
  return { exact: numbers.join(' '), words: new Set(pairsOf(text.replace(/\d+/gu, ' '))) };
}

function isKnown(word: string): boolean {
  return word.startsWith('#');
}

export function weightOf(word: string): number {
  return isKnown(word) ? KNOWN_WEIGHT : 1;
}

/** 0 to 1: the shared weight of both questions' words, 0 where what must be equal differs. */
export function likeness(a: QuestionTopic, b: QuestionTopic): number {
  if (a.language !== b.language || a.exact !== b.exact) return 0;
  const lighter = Math.min(a.weight, b.weight);
  // Not even all of the lighter one would be enough.
  if (lighter / Math.max(a.weight, b.weight) < SAME_FROM) return 0;
  let shared = 0;
  let isPlainShared = false;
  for (const word of a.words) {
    if (!b.words.has(word)) continue;
    shared += weightOf(word);
    if (!isKnown(word)) isPlainShared = true;
  }
  const all = a.weight + b.weight - shared;
  const areApart = a.hasPlain && b.hasPlain && !isPlainShared;
  return (shared / all) * (areApart ? APART : 1);
}
