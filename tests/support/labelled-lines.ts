import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { INTENT_TAGS, IntentTag } from '#shared/rules/chat-tags/intent-tag.ts';

type LineLanguage = 'zh' | 'en';

interface LabelledLine {
  readonly text: string;
  readonly tags: readonly IntentTag[];
  readonly half: 'tuning' | 'locked';
}

/** The first set, in its two halves. */
export function labelledLines(language: LineLanguage): readonly LabelledLine[] {
  return readLines(`${language}.tsv`).map(({ text, tags }) => ({ text, tags, half: halfOf(text) }));
}

/** The second part, written later and tuned on whole. */
export function laterLines(language: LineLanguage): readonly LabelledLine[] {
  return readLines(`${language}-later.tsv`).map(({ text, tags }) => ({
    text,
    tags,
    half: 'tuning',
  }));
}

function readLines(name: string): readonly Pick<LabelledLine, 'text' | 'tags'>[] {
  const path = fileURLToPath(new URL(`../fixtures/chat-tags/${name}`, import.meta.url));
  const rows = readFileSync(path, 'utf8').split('\n');
  return rows
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => {
      const [labels = '', text = ''] = row.split('\t');
      const tags = labels === 'none' ? [] : labels.split(',').map((tag) => IntentTag.parse(tag));
      return { text, tags };
    });
}

/** Bit 16 of the 32-bit FNV-1a hash of the line's UTF-8 bytes: stays, however the file is edited. */
function halfOf(text: string): LabelledLine['half'] {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return ((hash >>> 16) & 1) === 1 ? 'locked' : 'tuning';
}

export interface Score {
  /** Lines that carry the tag by their label. */
  readonly wanted: number;
  readonly precision: number;
  readonly recall: number;
}

interface Scores {
  readonly all: Score;
  readonly byTag: Readonly<Record<IntentTag, Score>>;
}

/** How far the tags that are given agree with the labels; `all` counts every tag of every line. */
export function scoreLines(
  lines: readonly LabelledLine[],
  tagsOf: (text: string) => readonly IntentTag[],
): Scores {
  const given = lines.map(({ text, tags }) => ({ wanted: tags, got: tagsOf(text) }));
  const scoreOf = (tags: readonly IntentTag[]): Score => {
    let [right, wrong, missed] = [0, 0, 0];
    for (const { wanted, got } of given) {
      for (const tag of tags) {
        if (wanted.includes(tag) && got.includes(tag)) right += 1;
        else if (got.includes(tag)) wrong += 1;
        else if (wanted.includes(tag)) missed += 1;
      }
    }
    return {
      wanted: right + missed,
      precision: right + wrong === 0 ? 1 : right / (right + wrong),
      recall: right + missed === 0 ? 1 : right / (right + missed),
    };
  };
  return {
    all: scoreOf(INTENT_TAGS),
    byTag: {
      question: scoreOf(['question']),
      buying: scoreOf(['buying']),
      complaint: scoreOf(['complaint']),
      size_shipping: scoreOf(['size_shipping']),
      praise: scoreOf(['praise']),
      spam: scoreOf(['spam']),
    },
  };
}
