/** Where definitions and presets come from, by the letters they are named with. */
export const METRIC_SOURCES = {
  A: '518wcb.com/7918',
  B: '518wcb.com/7909',
  C: 'suo.run/details/20675',
  D: 'nctoro.com/gongnue/58007',
  E: 'hnheavy.com',
  F: 'qdjiaoyu.cn/dianshang/5283',
  G: 'dydaxue.com/p/820',
} as const;
