import { pairsOf } from './character-pairs.ts';
import {
  CHINESE_COLOURS,
  CHINESE_FILLER,
  CHINESE_PLACES,
  CHINESE_TOPICS,
  CHINESE_WORDS,
} from './chinese-words.ts';
import type { ReadTopic } from './topic.ts';
import { sizeName } from './size-name.ts';

const NUMERALS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
};
/** A numeral in words counts only before what is counted: 三号, but not 三 in a name. */
const COUNTED =
  /([一二两三四五六七八九十])(?=号|个|件|条|双|斤|码|块|元|天|折|套|盒|包(?!邮)|瓶)/gu;
const SIZE = /(?<![a-z])(xxxl|xxl|xl|[2-6]xl|xxs|xs|s|m|l)(?![a-z])(?:码|号)?/gu;
const WORD_SIZE = /(?<!多)(均|加大|特大|大|中|小)(?:码|号)/gu;
const NUMBER =
  /(\d+(?:\.\d+)?)(?:号|码|cm|厘米|kg|公斤|千克|斤|克|元|块|天|个|件|条|双|岁|寸|寸|折|米)?/gu;
const COLOUR = new RegExp(`(${CHINESE_COLOURS.join('|')})(?:色|(?=的|款|吗|呢|有|还|$))`, 'gu');
const PLACE = new RegExp(`(${CHINESE_PLACES.join('|')})`, 'gu');
/** What stands before a measure and says nothing more. */
const MEASURED = /(?:净?身高|净?高|体重|净重|重)(?=\s*\d)/gu;
/** 不喜欢可以退吗: why somebody asks denies nothing. */
const IF_UNWANTED = /(?:不喜欢|不合适|不满意|不想要|不合身)了?(?:的话)?/gu;
/** One word for one thing, where the pairs of its characters would differ. */
const REWORDED = /修改|更改|用起来|使用|适合|适用|客服|放得下|放下|装得下|装下|参加/gu;
const REWORDING: Readonly<Record<string, string>> = {
  修改: '改',
  更改: '改',
  用起来: '好用',
  使用: '用',
  放得下: '装',
  放下: '装',
  装得下: '装',
  装下: '装',
  参加: '参与',
};
const FIBRES: readonly string[] = ['#wool', '#silk', '#linen', '#cotton'];
/** 会不会, 有没有, 起不起球: asks without denying. */
const EITHER_OR = /(\p{Script=Han})[不没]\1/gu;
/** 能退不, 发货了没: the question itself, at its end. */
const ENDS_IN_OR_NOT = /(?:没有|没|不|否|无)[\s了呢啊呀吗嘛?？!！.。~～]*$/u;
/** 洗了 goes without saying where something shrinks, fades, pills or loses its shape. */
const WEARS = /缩|色|球|形|皱/u;
const IN_THE_WASH =
  /(?:下水|水洗|机洗|洗)(?:了几次|几次|多了|完了?|之后|以后|后|了|的时候|过|水)+/gu;
const DENIES = /不|没|别|无|非/u;

/**
 * What a Chinese line asks: topics of the trade by their many wordings, the rest as pairs of
 * characters without fillers. `text` is a compared text.
 */
export function chineseTopic(text: string): ReadTopic {
  const exact = new Set<string>();
  const words = new Set<string>();
  const take = (rest: string, form: RegExp, nameOf: (match: string) => string): string =>
    rest.replace(form, (_whole, match: string) => {
      exact.add(nameOf(match));
      return ' ';
    });

  let rest = text
    .replace(EITHER_OR, '$1')
    .replace(MEASURED, ' ')
    .replace(REWORDED, rewordedAs)
    .replace(COUNTED, (numeral) => NUMERALS[numeral] ?? '');
  rest = rest.replace(IF_UNWANTED, ' ');
  if (/\p{Script=Han}/u.test(rest.replace(ENDS_IN_OR_NOT, ''))) {
    rest = rest.replace(ENDS_IN_OR_NOT, ' ');
  }
  if (WEARS.test(rest)) rest = rest.replace(IN_THE_WASH, ' ');
  rest = take(rest, WORD_SIZE, (size) => `size:${size}`);
  rest = take(rest, SIZE, (size) => `size:${sizeName(size)}`);
  rest = take(rest, COLOUR, (colour) => `colour:${colour}`);
  rest = take(rest, PLACE, (place) => `place:${place}`);
  for (const [form, topic] of CHINESE_TOPICS) {
    const without = rest.replace(form, ' ');
    if (without !== rest) (topic.startsWith('?') ? exact : words).add(topic);
    rest = without;
  }
  dropImplied(words, exact);
  rest = take(rest, NUMBER, (number) => String(Number(number)));
  if (DENIES.test(rest)) exact.add('not');
  const hasHave = rest.includes('有');
  rest = rest.replace(CHINESE_WORDS, (word) => {
    words.add(word);
    return ' ';
  });
  rest = rest.replace(CHINESE_FILLER, ' ');
  for (const word of latinWords(rest)) words.add(word);
  for (const pair of pairsOf(rest.replace(/[a-z]+/gu, ' '))) words.add(pair);
  // 还有吗, M码吗, 黑色的有没有: what is asked is whether there is one.
  if (words.size === 0 && (hasHave || exact.size > 0)) words.add('#stock');
  return { exact: [...exact].sort().join(' '), words };
}

/** What another topic says already. */
function dropImplied(words: Set<string>, exact: Set<string>): void {
  if ([...words].some((word) => word.endsWith('-when'))) exact.delete('?when');
  if (FIBRES.some((fibre) => words.has(fibre))) words.delete('#fabric');
}

function latinWords(text: string): readonly string[] {
  return text.match(/[a-z]{2,}/gu) ?? [];
}

function rewordedAs(word: string): string {
  return REWORDING[word] ?? ' ';
}
