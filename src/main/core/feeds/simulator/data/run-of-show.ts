import type { Block } from '#shared/model/run-of-show.ts';
import type { Language } from '#shared/model/settings.ts';

import type { DemoCode } from './products.ts';

export type DemoBlock = {
  readonly role: Block['role'];
  readonly title: string;
  readonly plannedMs: number;
  /** Code of the product that is talked about; null for none. */
  readonly productCode: DemoCode | null;
};

type BlockInBoth = Omit<DemoBlock, 'title'> & {
  readonly titles: Readonly<Record<Language, string>>;
};

const minute = 60_000;

/** Two hours in ten blocks; what the room does goes by them in either language. */
export const demoPlan: readonly BlockInBoth[] = [
  {
    role: 'warmup',
    plannedMs: 8 * minute,
    productCode: null,
    titles: { 'zh-CN': '开场暖场', en: 'Warm-up' },
  },
  {
    role: 'traffic',
    plannedMs: 12 * minute,
    productCode: 'LN-01',
    titles: { 'zh-CN': '引流 重磅T恤', en: 'Traffic: heavyweight tee' },
  },
  {
    role: 'benefit',
    plannedMs: 10 * minute,
    productCode: 'LN-04',
    titles: { 'zh-CN': '福利 帆布袋', en: 'Benefit: canvas tote' },
  },
  {
    role: 'hero',
    plannedMs: 20 * minute,
    productCode: 'LN-02',
    titles: { 'zh-CN': '主推 亚麻衬衫', en: 'Hero: linen shirt' },
  },
  {
    role: 'giveaway',
    plannedMs: 5 * minute,
    productCode: null,
    titles: { 'zh-CN': '福袋', en: 'Giveaway' },
  },
  {
    role: 'margin',
    plannedMs: 17 * minute,
    productCode: 'LN-03',
    titles: { 'zh-CN': '利润 亚麻西装', en: 'Margin: linen blazer' },
  },
  {
    role: 'questions',
    plannedMs: 8 * minute,
    productCode: 'LN-02',
    titles: { 'zh-CN': '集中答疑', en: 'Questions' },
  },
  {
    role: 'close',
    plannedMs: 14 * minute,
    productCode: 'LN-02',
    titles: { 'zh-CN': '逼单 亚麻衬衫', en: 'Close: linen shirt' },
  },
  {
    role: 'encore',
    plannedMs: 18 * minute,
    productCode: 'LN-05',
    titles: { 'zh-CN': '返场 阔腿裤', en: 'Encore: wide-leg trousers' },
  },
  {
    role: 'preview',
    plannedMs: 8 * minute,
    productCode: 'LN-06',
    titles: { 'zh-CN': '下场预告', en: 'Next show' },
  },
];

export function demoBlocksIn(language: Language): readonly DemoBlock[] {
  return demoPlan.map(({ titles, ...block }) => ({ ...block, title: titles[language] }));
}
