import { anyOf } from './word-pattern.ts';

/** A clause longer than this is a speech, where question words mean little. */
const CLAUSE_UP_TO = 60;

/** Question words inside something that asks nothing. */
const ASKS_NOTHING =
  /没什么|没啥|没怎么|什么都|什么的$|啥都|啥也|什么也|不怎么|怎么都|怎么也|哪都|哪儿都|谁都|谁也|(?:随便|无论|不管|不论).{0,3}(?:什么|怎么|哪|谁|多少)|多少有[点些]|(?:好|了|十|这|那|前|没|上|下|过|有)几[个件次天斤箱块分单瓶盒年岁]|没谁了?|谁让|什么玩意|动不动|时不时|差不差|要不是|要么|多么|那么|这么|为什么呢?$/gu;

/** A denial that only ends the clause: 还没, 都没, 要不. */
const OPEN_END =
  /(?:有|能|会|可以|可|行|好|包邮|邮|送|发|到|卖|穿|用|看|要|加|开|洗|是|吃|买|拍|退|换|掉|透|贵|厚|冷|热|大|在|给|懂|收|试|来|对)[^没不]{0,6}(?:不|没|没有|木有|不啦|不呀|没啊|不诶|否)$/u;

const ASKS = anyOf(
  '吗|嘛$|呢\\?|么$',
  '多少|多[大高重长久宽厚深快](?!的?人|点|了)',
  '第?几[号点码块钱个件天斤岁款瓶片盒双种次月年级包支层折色号圈米两寸档]|几时|几多',
  '怎么|怎样|咋|什么|甚么|啥|哪|谁|为何|何时|如何|是否|能否|可否|有无',
  '真的假的|真假|请问|问一?下|求问|请教|求解|求告知|想知道|想问|谁知道',
  '有没有?有|有木有|是不是|能不能|有没(?:有)?(?=.)|到没到|发没发|好没好',
);
/** 贵不贵: looked for where there is a 不. */
const EITHER_OR = /([\p{L}]{1,2})不\1/u;
/** 黑色还是白色: looked for where there is a 还是. */
const WHICH_OF_TWO =
  /(?:^|[^还我都是也]).{1,10}[^，]还是(?!算了|很|觉得|喜欢|不|别|那么|没|挺|太|买|等|去|一如|要|得|这|主播|老|好|贵|再|先|会|有点|第)/u;
/** 黑色呢, 价格呢: short, and nothing is told. */
const SHORT_WHAT_ABOUT = /^[^还才正在着都了没好不真可]{1,6}呢$/u;
/** Yes or no is asked: an opinion in it is not held. */
const ASKS_YES_OR_NO =
  /吗|嘛$|么$|([\p{L}]{1,2})不\1|有没有|有木有|是不是|会不会|能不能|要不要|还是|怎么样|如何/u;
/** Asked only in form, or asked about something that went wrong. */
const RHETORICAL =
  /怎么(?:这么|那么|越来越|回事|又|还|会|是|都|就|没|有|搞|不|卖|贵|涨|办|处理)|凭什么|凭啥|为什么|为啥|为何|咋(?:这么|那么|又|还|回事|办)|好意思|什么(?:破|烂|垃圾|玩意|东西|质量)|谁(?:还|会|敢|能)?(?:再)?(?:买|要|信|穿|用)|有什么用|是不是(?:坑|骗|耍)|就这|吧\?$|能不能(?:别|不要)|怎么办/u;

/** What an open end ends with: asked first, since hardly any line does. */
const MAY_BE_OPEN: ReadonlySet<string> = new Set('不没有啦呀啊诶否');

function isOpenEnd(clause: string): boolean {
  if (!MAY_BE_OPEN.has(clause.charAt(clause.length - 1))) return false;
  if (
    /[\p{L}\p{N}]{3,}不$/u.test(clause) &&
    !/(?:还|也|都|就|说|并|要|可|绝|好|从|我|才|太|很|么|又|偏|死|对|是)不$/u.test(clause)
  )
    return true;
  return OPEN_END.test(clause) && !/(?:还|都|也|从|并|可|要)(?:没有?|不)$/u.test(clause);
}

/** Whether a Chinese clause (its question mark kept) asks something. */
export function chineseAsks(clause: string): boolean {
  if (clause.length > CLAUSE_UP_TO) return clause.endsWith('?');
  if (clause.endsWith('?')) return clause.length > 1;
  if (/^为什么呢?$/u.test(clause)) return true;
  const rest = clause.replace(ASKS_NOTHING, '');
  return (
    (rest.includes('不') && EITHER_OR.test(rest)) ||
    (rest.includes('还是') && WHICH_OF_TWO.test(rest)) ||
    ASKS.test(rest) ||
    (clause.endsWith('呢') && SHORT_WHAT_ABOUT.test(clause)) ||
    isOpenEnd(clause)
  );
}

/** Asks for a yes or no, so that what is asked about is not claimed. */
export function chineseAsksYesOrNo(clause: string): boolean {
  return ASKS_YES_OR_NO.test(clause) || isOpenEnd(clause);
}

export function isChineseRhetorical(clause: string): boolean {
  return RHETORICAL.test(clause);
}
