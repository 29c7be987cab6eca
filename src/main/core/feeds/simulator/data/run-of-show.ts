import type { Block } from '#shared/model/run-of-show.ts';

export type DemoBlock = {
  readonly role: Block['role'];
  readonly title: string;
  readonly plannedMs: number;
  /** Code of the product that is talked about; null for none. */
  readonly productCode: string | null;
};

const minute = 60_000;

/** Two hours in ten blocks. */
export const demoBlocks: readonly DemoBlock[] = [
  { role: 'warmup', title: '开场暖场', plannedMs: 8 * minute, productCode: null },
  { role: 'traffic', title: '引流 重磅T恤', plannedMs: 12 * minute, productCode: 'LN-01' },
  { role: 'benefit', title: '福利 帆布袋', plannedMs: 10 * minute, productCode: 'LN-04' },
  { role: 'hero', title: '主推 亚麻衬衫', plannedMs: 20 * minute, productCode: 'LN-02' },
  { role: 'giveaway', title: '福袋', plannedMs: 5 * minute, productCode: null },
  { role: 'margin', title: '利润 亚麻西装', plannedMs: 17 * minute, productCode: 'LN-03' },
  { role: 'questions', title: '集中答疑', plannedMs: 8 * minute, productCode: 'LN-02' },
  { role: 'close', title: '逼单 亚麻衬衫', plannedMs: 14 * minute, productCode: 'LN-02' },
  { role: 'encore', title: '返场 阔腿裤', plannedMs: 18 * minute, productCode: 'LN-05' },
  { role: 'preview', title: '下场预告', plannedMs: 8 * minute, productCode: 'LN-06' },
];
