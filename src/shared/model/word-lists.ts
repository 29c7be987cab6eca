import { z } from 'zod';

/** The lists of words an operator can add to: one for each tag, and words of risk. */
export const WORD_LISTS = [
  'question',
  'buying',
  'complaint',
  'size_shipping',
  'praise',
  'spam',
  'risk',
] as const;
export const WordList = z.enum(WORD_LISTS);
export type WordList = z.infer<typeof WordList>;

const WORDS_PER_LIST_MAX = 100;
const Words = z.array(z.string().max(1000)).max(WORDS_PER_LIST_MAX).readonly();

/** Words and patterns of one's own, as they were typed. */
export const WordLists = z.partialRecord(WordList, Words);
export type WordLists = z.infer<typeof WordLists>;

export const NO_WORDS: WordLists = {};
