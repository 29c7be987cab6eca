import type { Language } from '../../model/settings.ts';

export const PLAN_COLUMNS = [
  'title',
  'role',
  'length',
  'products',
  'owner',
  'hook',
  'look',
  'story',
  'value',
  'callToAction',
  'node',
  'giveaway',
  'fallback',
  'rule',
  'group',
  'loop',
] as const;
export type PlanColumn = (typeof PLAN_COLUMNS)[number];

/** What stands above the columns; an import knows each of these words. */
const HEADINGS: Readonly<Record<PlanColumn, Readonly<Record<Language, string>>>> = {
  title: { 'zh-CN': '段落', en: 'Block' },
  role: { 'zh-CN': '角色', en: 'Role' },
  length: { 'zh-CN': '时长', en: 'Length' },
  products: { 'zh-CN': '商品', en: 'Products' },
  owner: { 'zh-CN': '负责人', en: 'Owner' },
  hook: { 'zh-CN': '开场钩子', en: 'Hook' },
  look: { 'zh-CN': '看点', en: 'Look' },
  story: { 'zh-CN': '故事', en: 'Story' },
  value: { 'zh-CN': '价值', en: 'Value' },
  callToAction: { 'zh-CN': '促单话术', en: 'Call to action' },
  node: { 'zh-CN': '互动节点', en: 'Interaction' },
  giveaway: { 'zh-CN': '福袋', en: 'Giveaway' },
  fallback: { 'zh-CN': '兜底话术', en: 'Fallback line' },
  rule: { 'zh-CN': '超时规则', en: 'If late' },
  group: { 'zh-CN': '分组', en: 'Group' },
  loop: { 'zh-CN': '循环', en: 'Loop' },
};
/** Other words that people put above them. */
const ALSO: Readonly<Record<PlanColumn, readonly string[]>> = {
  title: ['环节', '名称', '流程', '段', 'title', 'name', 'segment'],
  role: ['类型', '款型', 'type'],
  length: ['时间', '分钟', '计划时长', 'duration', 'minutes', 'planned', 'time'],
  products: ['链接', '链接号', '商品编码', '产品', 'product', 'link', 'links', 'code'],
  owner: ['主播', '人员', 'host', 'who'],
  hook: ['话术', '脚本', '开场', 'script', 'say'],
  look: ['展示', '卖点'],
  story: [],
  value: ['利益点'],
  callToAction: ['逼单话术', '行动', 'cta'],
  node: ['互动', 'node', 'engagement'],
  giveaway: ['抽奖', '福利', 'raffle'],
  fallback: ['备用话术', '兜底', 'plan b'],
  rule: ['规则', 'rule'],
  group: ['组', 'unit'],
  loop: ['循环次数', 'repeat'],
};

export function planHeadings(language: Language): readonly string[] {
  return PLAN_COLUMNS.map((column) => HEADINGS[column][language]);
}

/** Null for a heading that names none. */
export function columnNamed(heading: string): PlanColumn | null {
  const wanted = heading.normalize('NFKC').trim().toLowerCase();
  const own = PLAN_COLUMNS.find((column) =>
    [column, HEADINGS[column]['zh-CN'], HEADINGS[column].en].some(
      (name) => name.toLowerCase() === wanted,
    ),
  );
  return own ?? PLAN_COLUMNS.find((column) => ALSO[column].includes(wanted)) ?? null;
}
