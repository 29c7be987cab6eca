/**
 * Characters a second in which phrases of risk are looked for, of all that the desk does for a text –
 * widths and scripts, disguises, exceptions, denials – against a published automaton that finds the same
 * phrases as they are written, in the same text, samples interleaved; and the share of everyday
 * sentences that are flagged, of the set that is locked.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { z } from 'zod';

import { median } from '#shared/rules/median.ts';
import { layeredMatcher, starterEntries } from '#shared/rules/risk-words/starter.ts';

import { printBench, rounded } from './bench-line.ts';

type Automaton = new (phrases: readonly string[]) => {
  matchInText(text: string): readonly unknown[];
};

const ROUNDS = 15;
/** Characters of one sample, about. */
const SAMPLE_CHARS = 200_000;

const requireCommonJs = createRequire(import.meta.url);
const published: { readonly AhoCorasick: Automaton } = requireCommonJs('@monyone/aho-corasick');
const Line = z.object({ text: z.string() });

function sentences(name: string): readonly string[] {
  const path = new URL(`../fixtures/risk-words/${name}.jsonl`, import.meta.url);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Line.parse(JSON.parse(line)).text);
}

const locked = sentences('everyday');
const once = [...locked, ...sentences('everyday-trades'), ...sentences('planted')].join('\n');
const text = `${once}\n`.repeat(Math.ceil(SAMPLE_CHARS / once.length));
const matcher = layeredMatcher([]);
const automaton = new published.AhoCorasick(starterEntries().map(({ phrase }) => phrase));

const sides = {
  ours: () => matcher.find(text).length,
  bare: () => automaton.matchInText(text).length,
} as const;

/** Of processor time: what other programs take away does not count. */
function charactersPerSecond(side: keyof typeof sides): number {
  const before = process.cpuUsage();
  if (sides[side]() === 0) throw new Error(`${side} finds nothing in a text with planted phrases`);
  const { user, system } = process.cpuUsage(before);
  return (text.length * 1e6) / (user + system);
}

const samples = { ours: [] as number[], bare: [] as number[] };
// The first round warms both up.
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const side of ['ours', 'bare'] as const) {
    const speed = charactersPerSecond(side);
    if (round > 0) samples[side].push(speed);
  }
}
const [ours, bare] = [median(samples.ours) ?? 0, median(samples.bare) ?? 0];
const bareFloor = {
  of: '@monyone/aho-corasick: the phrases as they are written',
  value: rounded(bare, 0),
};

printBench({
  name: 'riskwords.throughput',
  value: rounded(ours, 0),
  unit: 'characters/s',
  comparator: '@monyone/aho-corasick',
  comparatorValue: rounded(bare, 0),
  ratio: rounded(ours / bare, 2),
  goal: { of: 'value', is: 'at least', target: 2_000_000 },
  floor: bareFloor,
  samples: samples.ours.map((sample) => rounded(sample, 0)),
});

const flagged = locked.filter((sentence) => matcher.find(sentence).length > 0);
printBench({
  name: 'riskwords.false-positives',
  value: rounded(flagged.length / locked.length, 4),
  unit: 'fraction',
  comparator: null,
  comparatorValue: null,
  ratio: null,
  goal: { of: 'value', is: 'at most', target: 0.02 },
  floor: null,
  samples: [],
});
