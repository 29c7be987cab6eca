import type { LineLanguage } from './line-text.ts';

/** What a question is about, in a form that can be compared. */
export type QuestionTopic = {
  readonly language: LineLanguage;
  /**
   * Numbers, sizes, colours and negation, in one order. Two questions mean the same only where these
   * are equal: 3号 is not 5号, M is not L, and "shrinks" is not "does not shrink".
   */
  readonly exact: string;
  /** The words of it, each once. Known topics of the trade begin with `#`. */
  readonly words: ReadonlySet<string>;
  /** Of all words together. */
  readonly weight: number;
  /** Has words that are no known topic. */
  readonly hasPlain: boolean;
};

/** What every language's reading gives back. */
export type ReadTopic = Pick<QuestionTopic, 'exact' | 'words'>;
