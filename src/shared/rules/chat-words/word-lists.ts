import type { ChatFlag } from '../chat-tags/intent-tag.ts';
import type { LineTags } from '../chat-tags/tag-line.ts';
import { WORD_LISTS, type WordList, type WordLists } from '../../model/word-lists.ts';
import { readOwnWord, type OwnWord } from './own-word.ts';
import type { PatternFault } from './pattern-tree.ts';

/** Where one word cannot stand beside the same word: a line cannot be both. */
const EXCLUDES: Readonly<Record<WordList, readonly WordList[]>> = {
  question: ['spam'],
  buying: ['spam'],
  complaint: ['praise', 'spam'],
  size_shipping: ['spam'],
  praise: ['complaint', 'spam'],
  spam: ['question', 'buying', 'complaint', 'size_shipping', 'praise'],
  risk: [],
};

export type WordFault =
  | (PatternFault & { readonly list: WordList; readonly index: number; readonly typed: string })
  | {
      readonly why: 'contradicts';
      readonly list: WordList;
      readonly index: number;
      readonly typed: string;
      /** The list that holds the same word. */
      readonly other: WordList;
    };

export interface ReadWords {
  /** Those that can be used; faulty ones are left out. */
  readonly words: ReadonlyMap<WordList, readonly OwnWord[]>;
  readonly faults: readonly WordFault[];
}

/** Reads all lists; what is wrong is named, and the later of two words that contradict. */
export function readWordLists(lists: WordLists): ReadWords {
  const words = new Map<WordList, readonly OwnWord[]>();
  const faults: WordFault[] = [];
  const holders = new Map<string, WordList[]>();
  for (const list of WORD_LISTS) {
    const kept: OwnWord[] = [];
    for (const [index, typed] of (lists[list] ?? []).entries()) {
      const read = readOwnWord(typed);
      if (!read.ok) {
        faults.push({ ...read.fault, list, index, typed });
        continue;
      }
      const before = holders.get(read.word.plain) ?? [];
      const other = before.find((each) => EXCLUDES[list].includes(each));
      if (other !== undefined) {
        faults.push({ why: 'contradicts', list, index, typed, other });
        continue;
      }
      holders.set(read.word.plain, [...before, list]);
      if (!before.includes(list)) kept.push(read.word);
    }
    if (kept.length > 0) words.set(list, kept);
  }
  return { words, faults };
}

/**
 * Adds what the operator's own words say. They were chosen for this room, so that they win over the
 * product's rules where a line cannot be both.
 */
export function addOwnWords(line: string, found: LineTags, { words }: ReadWords): LineTags {
  if (words.size === 0 || line === '') return found;
  const own = [...words].filter(([, list]) => list.some((word) => word.isIn(line)));
  if (own.length === 0) return found;
  const lists = new Set(own.map(([list]) => list));
  const excluded = new Set([...lists].flatMap((list) => EXCLUDES[list]));
  const flags: readonly ChatFlag[] =
    lists.has('risk') && !found.flags.includes('risk') ? [...found.flags, 'risk'] : found.flags;
  const tags = TAG_LISTS.filter(
    (tag) => (lists.has(tag) || found.tags.includes(tag)) && (lists.has(tag) || !excluded.has(tag)),
  );
  return { tags: lists.has('spam') ? ['spam'] : tags, flags };
}

const TAG_LISTS = ['question', 'buying', 'complaint', 'size_shipping', 'praise', 'spam'] as const;
