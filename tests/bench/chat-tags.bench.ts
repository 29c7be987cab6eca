/**
 * What a chat line is about: precision and recall on the locked half of the labelled lines, the
 * lower of the two languages, against a bare list of the trade's words read in the same run; and
 * lines a second of both, samples interleaved.
 */
import { INTENT_TAGS, type IntentTag } from '#shared/rules/chat-tags/intent-tag.ts';
import { normaliseChat } from '#shared/rules/chat-tags/normalise.ts';
import { tagLine } from '#shared/rules/chat-tags/tag-line.ts';
import { median } from '#shared/rules/median.ts';
import { labelledLines, scoreLines, type Score } from '#tests/support/labelled-lines.ts';

import { printBench } from './bench-line.ts';

const ROUNDS = 41;
const LANGUAGES = ['zh', 'en'] as const;

/** Words as a room would type them into a filter of keywords; found anywhere in the line. */
const KEYWORDS: Readonly<Record<IntentTag, readonly string[]>> = {
  question: ['吗', '什么', '怎么', '多少', '几', '?', '？', 'how', 'what', 'when', 'does', 'is it'],
  buying: [
    '拍',
    '买',
    '下单',
    '想要',
    '链接',
    '上车',
    '要',
    'order',
    'buy',
    'link',
    'want',
    'need',
  ],
  complaint: [
    '贵',
    '差',
    '退',
    '假',
    '掉色',
    '起球',
    'expensive',
    'bad',
    'broke',
    'fake',
    'refund',
  ],
  size_shipping: [
    '码',
    '斤',
    '快递',
    '发货',
    '包邮',
    '几天',
    'size',
    'ship',
    'fit',
    'small',
    'large',
  ],
  praise: ['好看', '喜欢', '漂亮', '好', '666', '美', 'love', 'cute', 'good', 'great', 'beautiful'],
  spam: ['加v', '微信', '兼职', '私', '群', '互粉', 'follow', 'dm', 'http', 'viewers', 'free'],
};

function byKeywords(text: string): readonly IntentTag[] {
  const line = text.toLowerCase();
  return INTENT_TAGS.filter((tag) => KEYWORDS[tag].some((word) => line.includes(word)));
}

function byRules(text: string): readonly IntentTag[] {
  return tagLine(normaliseChat(text)).tags;
}

const locked = LANGUAGES.map((language) =>
  labelledLines(language).filter(({ half }) => half === 'locked'),
);
const rules = locked.map((lines) => scoreLines(lines, byRules).all);
const keywords = locked.map((lines) => scoreLines(lines, byKeywords).all);

function lower(scores: readonly Score[], of: 'precision' | 'recall'): number {
  return Math.min(...scores.map((score) => score[of]));
}

for (const [of, target] of [
  ['precision', 0.9],
  ['recall', 0.8],
] as const) {
  const value = lower(rules, of);
  const comparatorValue = lower(keywords, of);
  printBench({
    name: `tags.${of}`,
    value,
    unit: 'fraction',
    comparator: 'a bare list of keywords',
    comparatorValue,
    ratio: Math.round((value / comparatorValue) * 100) / 100,
    goal: { of: 'value', is: 'at least', target },
    floor: null,
    samples: rules.map((score) => score[of]),
  });
}

const texts = LANGUAGES.flatMap((language) => labelledLines(language).map(({ text }) => text));
/** Keeps results alive, so that no side is optimised away. */
let sink = 0;

/** Lines a second of processor time: what other programs take away does not count. */
function sample(tagsOf: (text: string) => readonly IntentTag[]): number {
  const before = process.cpuUsage();
  for (const text of texts) sink += tagsOf(text).length;
  const { user, system } = process.cpuUsage(before);
  return (texts.length * 1e6) / (user + system);
}

sample(byRules);
sample(byKeywords);
const rounds = Array.from({ length: ROUNDS }, () => [sample(byRules), sample(byKeywords)] as const);
const value = median(rounds.map(([ours]) => ours)) ?? 0;
const comparatorValue = median(rounds.map(([, theirs]) => theirs)) ?? 0;
// Told without a target: a list that normalises nothing and reads no denial does less.
printBench({
  name: 'tags.speed',
  value: Math.round(value),
  unit: 'lines/s',
  comparator: 'a bare list of keywords',
  comparatorValue: Math.round(comparatorValue),
  ratio: Math.round((value / comparatorValue) * 1000) / 1000,
  goal: null,
  floor: null,
  samples: rounds.map(([ours]) => Math.round(ours)),
});
process.stderr.write(`${texts.length} lines, checksum ${sink % 997}\n`);
