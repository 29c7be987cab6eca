import { readFileSync } from 'node:fs';

export type LabelledQuestions = {
  /** Questions that mean the same. */
  readonly groups: readonly (readonly string[])[];
  /** Pairs that look alike and do not mean the same. */
  readonly different: readonly (readonly [string, string])[];
};

/** `zh-tuning` and the like, from the folder of fixtures. */
export function labelledQuestions(name: string): LabelledQuestions {
  const path = new URL(`../fixtures/questions/${name}.txt`, import.meta.url);
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const different = lines
    .filter((line) => line.startsWith('!'))
    .map((line): readonly [string, string] => {
      const [a, b] = variants(line.slice(1));
      if (a === undefined || b === undefined) throw new Error(`no pair: ${line}`);
      return [a, b];
    });
  return { groups: lines.filter((line) => !line.startsWith('!')).map(variants), different };
}

function variants(line: string): readonly string[] {
  return line.split('|').map((variant) => variant.trim());
}

export type PairScore = {
  readonly precision: number;
  readonly recall: number;
  readonly samePairs: number;
  readonly allPairs: number;
  /** What was judged wrongly. */
  readonly wrong: readonly string[];
};

/** How well `isSame` tells all pairs of the groups apart, and the pairs that look alike. */
export function scorePairs(
  { groups, different }: LabelledQuestions,
  isSame: (a: string, b: string) => boolean,
): PairScore {
  const lines = groups.flatMap((group, place) => group.map((text) => ({ text, place })));
  const pairs = lines.flatMap((a, at) =>
    lines.slice(at + 1).map((b) => ({ a: a.text, b: b.text, expected: a.place === b.place })),
  );
  const judged = [...pairs, ...different.map(([a, b]) => ({ a, b, expected: false }))].map(
    (pair) => ({ ...pair, found: isSame(pair.a, pair.b) }),
  );
  const hits = judged.filter(({ expected, found }) => expected && found).length;
  const samePairs = judged.filter(({ expected }) => expected).length;
  const found = judged.filter((pair) => pair.found).length;
  return {
    precision: found === 0 ? 1 : hits / found,
    recall: hits / samePairs,
    samePairs,
    allPairs: judged.length,
    wrong: judged
      .filter((pair) => pair.expected !== pair.found)
      .map(({ a, b, expected }) => `${expected ? 'missed' : 'merged'}: ${a} | ${b}`),
  };
}
