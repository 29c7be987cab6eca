import type { BlockLoop, BlockPlan, BlockRule, LoopedGroup } from '../../model/run-of-show.ts';
import type { Language } from '../../model/settings.ts';
import { BLANK_BLOCK } from '../run-of-show/blank-block.ts';
import { BLOCK_TEXTS, type BlockKind, type BlockTexts } from './block-texts.ts';

export const PLAN_TEMPLATES = ['apparel', 'beauty', 'food', 'hero', 'gaming', 'evening'] as const;
export type PlanTemplate = (typeof PLAN_TEMPLATES)[number];

/** Kind, minutes, title in Chinese and English, rule where it is not pushed, group. */
type Line = readonly [BlockKind, number, string, string, BlockRule?, string?];

type Template = {
  readonly lines: readonly Line[];
  /** Groups that are gone through again, in the same words in either language. */
  readonly loops: readonly (readonly [string, BlockLoop])[];
};

const TEMPLATES: Readonly<Record<PlanTemplate, Template>> = {
  /** Three hours: two halves around a rest, each product its own block. */
  apparel: {
    lines: [
      ['warmup', 10, '开场暖场', 'Warm-up'],
      ['traffic', 15, '引流款 上身', 'Traffic item, try-on'],
      ['benefit', 10, '福利款', 'Benefit item', 'fixed'],
      ['hero', 25, '主推款 一', 'Hero one', 'squeeze'],
      ['giveaway', 5, '福袋', 'Giveaway', 'fixed'],
      ['margin', 15, '利润款 搭配', 'Margin item, outfit', 'squeeze'],
      ['questions', 10, '尺码答疑', 'Sizes and questions', 'squeeze'],
      ['break', 3, '喝水换装', 'Water and change'],
      ['traffic', 12, '引流款 二', 'Traffic item two'],
      ['hero', 25, '主推款 二', 'Hero two', 'squeeze'],
      ['close', 15, '逼单', 'Close'],
      ['encore', 25, '返场', 'Encore', 'squeeze'],
      ['preview', 10, '下场预告', 'Next show'],
    ],
    loops: [],
  },
  /** Two hours, demonstrations first. */
  beauty: {
    lines: [
      ['warmup', 8, '开场 素颜聊肤质', 'Opening, skin talk'],
      ['traffic', 12, '引流小样', 'Traffic: samples'],
      ['hero', 20, '主推 上脸演示', 'Hero on the face', 'squeeze'],
      ['benefit', 8, '福利套组', 'Benefit set', 'fixed'],
      ['questions', 10, '肤质答疑', 'Skin questions', 'squeeze'],
      ['margin', 15, '利润款 前后对比', 'Margin item, side by side', 'squeeze'],
      ['giveaway', 4, '福袋', 'Giveaway', 'fixed'],
      ['break', 3, '卸妆换妆', 'Change of make-up'],
      ['close', 12, '逼单', 'Close'],
      ['encore', 20, '返场', 'Encore', 'squeeze'],
      ['preview', 8, '下场预告', 'Next show'],
    ],
    loops: [],
  },
  /** Two hours, a tasting that goes round. */
  food: {
    lines: [
      ['warmup', 6, '开场 今天吃什么', 'Opening: what we taste'],
      ['traffic', 6, '引流 小份试吃', 'Traffic: small taste', 'push', '试吃 tasting'],
      ['hero', 10, '主推 现做现吃', 'Hero: cooked and tasted', 'squeeze', '试吃 tasting'],
      ['questions', 4, '口味答疑', 'Taste questions', 'push', '试吃 tasting'],
      ['benefit', 8, '福利组合', 'Benefit bundle', 'fixed'],
      ['giveaway', 4, '福袋', 'Giveaway', 'fixed'],
      ['margin', 12, '礼盒', 'Gift box', 'squeeze'],
      ['close', 10, '逼单', 'Close'],
      ['encore', 12, '返场', 'Encore', 'squeeze'],
      ['preview', 8, '下场预告', 'Next show'],
    ],
    loops: [['试吃 tasting', { kind: 'times', times: 3 }]],
  },
  /** One hour for one product, in units of five minutes. */
  hero: {
    lines: [
      ['warmup', 5, '开场', 'Opening'],
      ['hero', 3, '讲解', 'Explain', 'push', '五分钟 unit'],
      ['questions', 1, '互动', 'Interact', 'push', '五分钟 unit'],
      ['close', 1, '促单', 'Convert', 'push', '五分钟 unit'],
      ['giveaway', 4, '福袋', 'Giveaway', 'fixed'],
      ['close', 6, '最后一轮', 'Last round', 'squeeze'],
      ['preview', 5, '下场预告', 'Next show'],
    ],
    loops: [['五分钟 unit', { kind: 'times', times: 8 }]],
  },
  /** Two and a half hours of play with a community. */
  gaming: {
    lines: [
      ['warmup', 10, '开播聊天', 'Starting soon and hello'],
      ['play', 40, '第一局', 'First session'],
      ['break', 5, '休息', 'Break'],
      ['play', 40, '第二局 观众点播', 'Second session, chat decides', 'squeeze'],
      ['giveaway', 5, '抽奖', 'Giveaway', 'fixed'],
      ['questions', 15, '聊天答疑', 'Questions', 'squeeze'],
      ['play', 25, '和观众一起玩', 'Play with viewers', 'squeeze'],
      ['preview', 10, '下次预告和互访', 'Next stream and raid'],
    ],
    loops: [],
  },
  /** The whole order of the trade, from warm-up to encore. */
  evening: {
    lines: [
      ['warmup', 8, '暖场', 'Warm-up'],
      ['traffic', 12, '引流款', 'Traffic item'],
      ['benefit', 10, '福利款', 'Benefit item', 'fixed'],
      ['hero', 20, '主推款', 'Hero', 'squeeze'],
      ['margin', 15, '利润款', 'Margin item', 'squeeze'],
      ['giveaway', 5, '福袋', 'Giveaway', 'fixed'],
      ['questions', 8, '答疑', 'Questions', 'squeeze'],
      ['close', 5, '逼单 第一轮 顾虑', 'Close one: worries'],
      ['close', 5, '逼单 第二轮 权益', 'Close two: what you get'],
      ['close', 4, '逼单 第三轮 时间', 'Close three: time'],
      ['encore', 20, '返场', 'Encore', 'squeeze'],
      ['preview', 8, '预告与关注', 'Next show and follow'],
    ],
    loops: [],
  },
};

/** A template's blocks and loops in one language, without products. */
export function planTemplate(
  template: PlanTemplate,
  language: Language,
): { readonly blocks: readonly BlockPlan[]; readonly loops: readonly LoopedGroup[] } {
  const { lines, loops } = TEMPLATES[template];
  return {
    blocks: lines.map((line) => blockOf(line, language)),
    loops: loops.map(([name, loop]) => ({ name: groupName(name, language), loop })),
  };
}

function blockOf(line: Line, language: Language): BlockPlan {
  const [kind, minutes, zh, en, rule = 'push', group = ''] = line;
  const texts: BlockTexts = BLOCK_TEXTS[kind];
  return {
    ...BLANK_BLOCK,
    role: texts.role,
    title: language === 'en' ? en : zh,
    plannedMs: minutes * 60_000,
    rule,
    group: groupName(group, language),
    node: texts.node[language],
    fallback: texts.fallback[language],
    script: {
      ...BLANK_BLOCK.script,
      hook: texts.hook[language],
      look: texts.look[language],
      callToAction: texts.callToAction[language],
    },
  };
}

/** A group is written in both languages, Chinese first. */
function groupName(group: string, language: Language): string {
  const [zh = '', en = ''] = group.split(' ');
  return language === 'en' ? en : zh;
}
