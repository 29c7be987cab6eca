import { BlockRole, BlockRule } from '../../model/run-of-show.ts';
import type { BlockLoop } from '../../model/run-of-show.ts';
import type { Language } from '../../model/settings.ts';
import { dayMinuteText, readDayMinute } from './length-text.ts';

type Words = Readonly<Record<Language, readonly [string, ...string[]]>>;

/** How a table writes them; a reading knows all of these, in either language, and the code itself. */
const ROLES: Readonly<Record<BlockRole, Words>> = {
  warmup: { 'zh-CN': ['暖场', '开场', '热场'], en: ['Warm-up', 'warmup', 'opening'] },
  traffic: { 'zh-CN': ['引流', '引流款'], en: ['Traffic', 'traffic item'] },
  benefit: { 'zh-CN': ['福利', '福利款'], en: ['Benefit', 'deal'] },
  hero: { 'zh-CN': ['主推', '主推款', '爆款'], en: ['Hero', 'main'] },
  margin: { 'zh-CN': ['利润', '利润款'], en: ['Margin', 'profit'] },
  giveaway: { 'zh-CN': ['福袋', '抽奖', '互动'], en: ['Giveaway', 'raffle'] },
  questions: { 'zh-CN': ['答疑', '问答'], en: ['Questions', 'q&a', 'qa'] },
  close: { 'zh-CN': ['逼单', '促单'], en: ['Close', 'closing'] },
  encore: { 'zh-CN': ['返场'], en: ['Encore'] },
  preview: { 'zh-CN': ['预告', '下场预告'], en: ['Preview', 'next show'] },
  content: { 'zh-CN': ['节目', '内容'], en: ['Segment', 'content', 'game'] },
  break: { 'zh-CN': ['休息'], en: ['Break', 'rest'] },
};
const RULES: Readonly<Record<BlockRule, Words>> = {
  push: { 'zh-CN': ['顺延'], en: ['Push'] },
  squeeze: { 'zh-CN': ['压缩'], en: ['Squeeze'] },
  fixed: { 'zh-CN': ['定点', '固定'], en: ['Fixed'] },
};

export const roleWord = (role: BlockRole, language: Language): string => ROLES[role][language][0];
export const ruleWord = (rule: BlockRule, language: Language): string => RULES[rule][language][0];

/** Null for a word that is none of them. */
export const roleNamed = (word: string): BlockRole | null => named(BlockRole.options, ROLES, word);
export const ruleNamed = (word: string): BlockRule | null => named(BlockRule.options, RULES, word);

function named<T extends string>(
  values: readonly T[],
  words: Readonly<Record<T, Words>>,
  word: string,
): T | null {
  const wanted = word.normalize('NFKC').trim().toLowerCase();
  const found = values.find((value) =>
    [value, ...words[value]['zh-CN'], ...words[value].en].some(
      (name) => name.toLowerCase() === wanted,
    ),
  );
  return found ?? null;
}

/** `×3`, or `→22:00`: so many times, or until a time of day. */
export function loopText(loop: BlockLoop): string {
  return loop.kind === 'times' ? `×${loop.times}` : `→${dayMinuteText(loop.minute)}`;
}

/** Also `3 times`, `3遍`, `until 22:00`, `到22:00`; null for what is neither. */
export function readLoop(text: string): BlockLoop | null {
  const plain = text.normalize('NFKC').trim();
  const count = /^(?:[x×*]\s*)?(\d{1,2})\s*(?:times|遍|次|轮|x|×)?$/i.exec(plain)?.[1];
  if (count !== undefined && Number(count) >= 2 && Number(count) <= 50) {
    return { kind: 'times', times: Number(count) };
  }
  const until = /^(?:→|->|until|till|到|至)\s*(.+)$/i.exec(plain)?.[1];
  const minute = until === undefined ? null : readDayMinute(until);
  return minute === null ? null : { kind: 'until', minute };
}
