import { chineseBuying } from './chinese-buying.ts';
import { chineseOpinion, saysPriceRose } from './chinese-opinion.ts';
import { chineseAsks, chineseAsksYesOrNo, isChineseRhetorical } from './chinese-question.ts';
import { chineseSizeOrShipping } from './chinese-size.ts';
import { englishOpinion } from './english-opinion.ts';
import { englishAsks, isEnglishRhetorical } from './english-question.ts';
import { englishBuying, englishSizeOrShipping } from './english-topics.ts';
import type { ChatFlag, IntentTag } from './intent-tag.ts';
import { normaliseChat } from './normalise.ts';
import { spamSigns } from './spam-rules.ts';

export interface LineTags {
  /** In the order of `INTENT_TAGS`; empty for a line that is about nothing of it. */
  readonly tags: readonly IntentTag[];
  readonly flags: readonly ChatFlag[];
}

interface Reading {
  readonly isQuestion: boolean;
  readonly isBad: boolean;
  readonly isGood: boolean;
}

const HAN = /[\u3400-\u9fff]/u;
const LATIN_WORD = /[a-z]{3}/u;
const ONLY_DIGITS = /^[\d ]*$/u;
const CHINESE_CLAUSES = /[^ ,。.!;、~…:?]+\??/g;
const ENGLISH_CLAUSES = /[^,.!;:…?]+\??/g;
/** The same in Chinese: 有点贵但是好看, 好看就是太贵. */
const CHINESE_JOINTS = /但是|但|不过|可是|然而|就是(?=太|有点|好|质|尺|色|面|价)/g;
const HAS_CHINESE_JOINT = /[但不可然就]/;
/** A new clause without a sign before it: "… but …", "I'm 5'9 will it fit". */
const ENGLISH_JOINTS =
  / (?=(?:but|though|however)\b|and (?:is|are|do|does|what|how|when|where|can)\b|(?:will|would|does|should|can) (?:it|this|they|these|i) \w)/;
const TURNS = /^(?:but|though|however|但|但是|不过|可是|就是|然而)\s?/u;
const NOTHING: LineTags = { tags: [], flags: [] };
const AGREES: LineTags = { tags: ['praise'], flags: [] };

/** What a normalised line (`normaliseChat`) is about, by the product's own rules. */
export function tagLine(line: string): LineTags {
  if (line === '') return NOTHING;
  // 1 and 111 answer whatever was asked last; 666 is applause.
  if (ONLY_DIGITS.test(line)) return /^6{3,}$/u.test(line) ? AGREES : NOTHING;
  const isChinese = HAN.test(line);
  const { isSpam, flags } = spamSigns(line, isChinese, !isChinese || LATIN_WORD.test(line));
  if (isSpam) return { tags: ['spam'], flags };
  return { tags: isChinese ? chineseTags(line) : englishTags(line), flags };
}

/**
 * Whether a chat line, as it was sent, asks something: whether `tagLine` would tag it a question,
 * several times as fast, for the way every message takes.
 */
export function isQuestion(text: string): boolean {
  const line = normaliseChat(text);
  if (line === '' || ONLY_DIGITS.test(line)) return false;
  const isChinese = HAN.test(line);
  const asks = isChinese
    ? chineseClauses(line).some(chineseAsks)
    : (line.match(ENGLISH_CLAUSES) ?? []).some(someAsks);
  // Most lines ask nothing: whether it is spam is looked at last.
  return asks && !spamSigns(line, isChinese, !isChinese || LATIN_WORD.test(line)).isSpam;
}

/** Hardly any clause has a joint, and looking for one is cheaper than taking it apart. */
function someAsks(between: string): boolean {
  const clause = between.trim();
  if (!ENGLISH_JOINTS.test(clause)) return englishAsks(clause);
  return clause.split(ENGLISH_JOINTS).some((each) => englishAsks(each.trim()));
}

function chineseClauses(line: string): readonly string[] {
  const joined = HAS_CHINESE_JOINT.test(line) ? line.replace(CHINESE_JOINTS, ' $&') : line;
  return joined.match(CHINESE_CLAUSES) ?? [];
}

function englishClauses(line: string): readonly string[] {
  return (line.match(ENGLISH_CLAUSES) ?? []).flatMap((each) => each.trim().split(ENGLISH_JOINTS));
}

function chineseTags(line: string): readonly IntentTag[] {
  const opinion = read(chineseClauses(line), readChinese);
  const { isQuestion, isGood } = opinion;
  const isBad = opinion.isBad || saysPriceRose(line);
  return listed(
    isQuestion,
    chineseBuying(line, isBad, isQuestion),
    isBad,
    chineseSizeOrShipping(line),
    isGood,
  );
}

function englishTags(line: string): readonly IntentTag[] {
  const { isQuestion, isBad, isGood } = read(englishClauses(line), readEnglish);
  return listed(isQuestion, englishBuying(line, isBad), isBad, englishSizeOrShipping(line), isGood);
}

function listed(
  isQuestion: boolean,
  isBuying: boolean,
  isBad: boolean,
  isSize: boolean,
  isGood: boolean,
): readonly IntentTag[] {
  const tags: IntentTag[] = [];
  if (isQuestion) tags.push('question');
  if (isBuying) tags.push('buying');
  if (isBad) tags.push('complaint');
  if (isSize) tags.push('size_shipping');
  if (isGood && !isBad) tags.push('praise');
  return tags;
}

function read(clauses: readonly string[], one: (clause: string) => Reading): Reading {
  let [isQuestion, isBad, isGood] = [false, false, false];
  for (const clause of clauses) {
    const reading = one(clause);
    isQuestion ||= reading.isQuestion;
    // After a "but" comes what is meant.
    if (TURNS.test(clause) && reading.isGood !== reading.isBad) [isBad, isGood] = [false, false];
    isBad ||= reading.isBad;
    isGood ||= reading.isGood;
  }
  return { isQuestion, isBad, isGood };
}

/** What is asked about is not claimed, unless it is asked in form only. */
function readChinese(clause: string): Reading {
  const isQuestion = chineseAsks(clause);
  const { isBad, isGood } = chineseOpinion(clause);
  if (!isQuestion) return { isQuestion, isBad, isGood };
  const isRhetorical = isChineseRhetorical(clause);
  return {
    isQuestion,
    isBad: isBad && isRhetorical,
    isGood: isGood && !isRhetorical && !chineseAsksYesOrNo(clause) && /[这真太好超]/u.test(clause),
  };
}

function readEnglish(clause: string): Reading {
  const isQuestion = englishAsks(clause.trim());
  const { isBad, isGood } = englishOpinion(clause);
  if (!isQuestion) return { isQuestion, isBad, isGood };
  return { isQuestion, isBad: isBad && isEnglishRhetorical(clause.trim()), isGood: false };
}
