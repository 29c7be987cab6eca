import type { CueCard } from '../../model/cue.ts';
import type { Language } from '../../model/settings.ts';
import { kindWord, languageWord, toneWord } from './cue-words.ts';

export const CUE_COLUMNS = ['kind', 'text', 'language', 'tone'] as const;
export type CueColumn = (typeof CUE_COLUMNS)[number];

/** What stands above the columns; an import knows each of these words. */
const HEADINGS: Readonly<Record<CueColumn, Readonly<Record<Language, string>>>> = {
  kind: { 'zh-CN': '类型', en: 'Kind' },
  text: { 'zh-CN': '内容', en: 'Text' },
  language: { 'zh-CN': '语言', en: 'Language' },
  tone: { 'zh-CN': '口吻', en: 'Tone' },
};
/** Other words that people put above them. */
const ALSO: Readonly<Record<CueColumn, readonly string[]>> = {
  kind: ['分类', '场景', 'type', 'category'],
  text: ['话术', '文案', '台词', 'cue', 'line', 'script'],
  language: ['语种', 'lang'],
  tone: ['语气', '风格', 'style'],
};

export function columnNamed(heading: string): CueColumn | null {
  const wanted = heading.trim().toLowerCase();
  const found = CUE_COLUMNS.find((column) =>
    [column, HEADINGS[column]['zh-CN'], HEADINGS[column].en, ...ALSO[column]].some(
      (name) => name.toLowerCase() === wanted,
    ),
  );
  return found ?? null;
}

/** A deck as rows of a table, headings first; read again it is the same cards. */
export function cueTable(
  deck: readonly Pick<CueCard, CueColumn>[],
  language: Language,
): readonly (readonly string[])[] {
  return [
    CUE_COLUMNS.map((column) => HEADINGS[column][language]),
    ...deck.map((card) => [
      kindWord(card.kind, language),
      card.text,
      languageWord(card.language, language),
      toneWord(card.tone, language),
    ]),
  ];
}
