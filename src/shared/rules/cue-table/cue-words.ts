import { CARD_LANGUAGES, CUE_KINDS, CUE_TONES } from '../../model/cue.ts';
import type { CardLanguage, CueKind, CueTone } from '../../model/cue.ts';
import type { Language } from '../../model/settings.ts';

type Words = Readonly<Record<Language, string>>;

/** How a table writes them; a reading knows both languages, and the code itself. */
const KINDS: Readonly<Record<CueKind, Words>> = {
  welcome: { 'zh-CN': '欢迎', en: 'Welcome' },
  retain: { 'zh-CN': '留人', en: 'Retain' },
  rescue: { 'zh-CN': '救场', en: 'Rescue' },
  thanks: { 'zh-CN': '感谢', en: 'Thanks' },
  question: { 'zh-CN': '答疑', en: 'Question' },
  price: { 'zh-CN': '报价', en: 'Price' },
  demo: { 'zh-CN': '展示', en: 'Demo' },
  close: { 'zh-CN': '逼单', en: 'Close' },
  giveaway: { 'zh-CN': '福袋', en: 'Giveaway' },
  rest: { 'zh-CN': '休息', en: 'Rest' },
  correction: { 'zh-CN': '更正', en: 'Correction' },
  likes: { 'zh-CN': '点赞', en: 'Likes' },
  calm: { 'zh-CN': '安抚', en: 'Calm' },
  next: { 'zh-CN': '过款', en: 'Next item' },
  wrap: { 'zh-CN': '收尾', en: 'Wrap up' },
  free: { 'zh-CN': '自由', en: 'Free' },
};
const LANGUAGES: Readonly<Record<CardLanguage, Words>> = {
  any: { 'zh-CN': '不限', en: 'Any' },
  zh: { 'zh-CN': '中文', en: 'Chinese' },
  en: { 'zh-CN': '英文', en: 'English' },
};
const TONES: Readonly<Record<CueTone, Words>> = {
  plain: { 'zh-CN': '平常', en: 'Plain' },
  warm: { 'zh-CN': '亲切', en: 'Warm' },
  lively: { 'zh-CN': '激情', en: 'Lively' },
  calm: { 'zh-CN': '沉稳', en: 'Calm' },
  urgent: { 'zh-CN': '紧迫', en: 'Urgent' },
  expert: { 'zh-CN': '专业', en: 'Expert' },
  playful: { 'zh-CN': '俏皮', en: 'Playful' },
};

export function kindWord(kind: CueKind, language: Language): string {
  return KINDS[kind][language];
}
export function languageWord(value: CardLanguage, language: Language): string {
  return LANGUAGES[value][language];
}
export function toneWord(tone: CueTone, language: Language): string {
  return TONES[tone][language];
}

/** Null for a word that is none of them. */
export const kindNamed = (word: string): CueKind | null => named(CUE_KINDS, KINDS, word);
export const languageNamed = (word: string): CardLanguage | null =>
  named(CARD_LANGUAGES, LANGUAGES, word);
export const toneNamed = (word: string): CueTone | null => named(CUE_TONES, TONES, word);

function named<T extends string>(
  values: readonly T[],
  words: Readonly<Record<T, Words>>,
  word: string,
): T | null {
  const wanted = word.trim().toLowerCase();
  const found = values.find((value) => {
    const names = [value, words[value]['zh-CN'], words[value].en];
    return names.some((name) => name.toLowerCase() === wanted);
  });
  return found ?? null;
}
