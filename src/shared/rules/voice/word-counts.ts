import { ENGLISH_STOP_WORDS } from '../questions/english-words.ts';

/** Words that stand in any talk and say nothing of a show. */
const CHINESE_STOP_WORDS: ReadonlySet<string> = new Set(
  '这个 那个 什么 怎么 可以 就是 不是 没有 一个 我们 你们 他们 自己 还是 但是 不过 因为 所以 如果 现在 已经 知道 这样 那样 这么 那么 真的 主播 大家 老师 哈哈 哈哈哈 一下 一点 有点 起来 出来 觉得 感觉 时候 里面'.split(
    ' ',
  ),
);
const WORD = /^(?:[\p{Script=Han}]{2,8}|[a-z][a-z'’-]{2,20})$/u;

/** In how many lines each word of a talk stands; each line counts a word once. */
export class WordCounts {
  readonly #segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  readonly #lines = new Map<string, number>();

  add(line: string): void {
    const words = new Set<string>();
    for (const { segment, isWordLike } of this.#segmenter.segment(line.toLowerCase())) {
      if (isWordLike === true && isTelling(segment)) words.add(segment);
    }
    for (const word of words) this.#lines.set(word, (this.#lines.get(word) ?? 0) + 1);
  }

  /** Those in most lines first; a word of a single line is nobody's talk. */
  top(limit: number): { readonly word: string; readonly lines: number }[] {
    return [...this.#lines]
      .filter(([, lines]) => lines > 1)
      .map(([word, lines]) => ({ word, lines }))
      .sort((a, b) => b.lines - a.lines || (a.word < b.word ? -1 : 1))
      .slice(0, limit);
  }
}

function isTelling(word: string): boolean {
  return WORD.test(word) && !ENGLISH_STOP_WORDS.has(word) && !CHINESE_STOP_WORDS.has(word);
}
