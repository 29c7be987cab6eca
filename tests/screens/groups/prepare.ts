import { BlockRole, BlockRule } from '#shared/model/run-of-show.ts';
import { roleWord, ruleWord } from '#shared/rules/plan-table/plan-words.ts';
import { planTemplate } from '#shared/rules/plan-templates/plan-templates.ts';

import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

const TITLE = { 'zh-CN': '秋季亚麻专场', en: 'Autumn linen' } as const;

/** A plan of which three rows can be taken and two cannot. */
const PLAN = {
  'zh-CN': [
    '段落\t角色\t时长\t负责人\t商品\t脚本',
    '暖场\t暖场\t5\t小满\t\t欢迎新来的姐妹，先点关注',
    '主推 亚麻衬衫\t主推\t12:00\t小满\t1\t全网最低价，今天不买就没了',
    '福袋\t福袋\t3\t阿哲\t\t十点整抽三个',
    '返场\t返场\t很久\t小满\t\t',
    '\t答疑\t6\t\t99\t',
  ].join('\n'),
  en: [
    'Block\tRole\tLength\tOwner\tProducts\tScript',
    'Warm-up\tWarm-up\t5\tMei\t\tWelcome, tap follow first',
    'Hero: linen shirt\tHero\t12:00\tMei\t1\tThe lowest price anywhere, guaranteed',
    'Giveaway\tGiveaway\t3\tJun\t\tThree bags at ten sharp',
    'Encore\tEncore\tvery long\tMei\t\t',
    '\tQuestions\t6\t\t99\t',
  ].join('\n'),
} as const;

/** Cues of which one is there already, one has no text and one says what must not be said. */
const CUES = {
  'zh-CN': [
    '类型\t话术\t语言\t口吻',
    '留人\t新来的姐妹别走，十点整抽三个福袋\t中文\t亲切',
    '报价\t原价 399，今晚 239\t中文\t',
    '逼单\t全网最低，绝对不会再有\t中文\t强势',
    '留人\t\t中文\t',
    '不认识的类型\t看镜头，给一个近景\t中文\t',
  ].join('\n'),
  en: [
    'Kind\tText\tLanguage\tTone',
    'Stay\tDo not go: three giveaways at ten sharp\tEnglish\twarm',
    'Price\tWas $72, tonight $49\tEnglish\t',
    'Close\tThe lowest price ever, one hundred percent\tEnglish\tfirm',
    'Stay\t\tEnglish\t',
    'Something\tCloser to the camera, show the weave\tEnglish\t',
  ].join('\n'),
} as const;

/** Risk words of one's own: a new one, one that is there, one of a class that nobody knows. */
const RISKS = {
  'zh-CN': [
    '违禁词\t类别\t级别\t可以说\t例外',
    '祖传工艺\t夸大功效\t谨慎\t老师傅的手艺\t',
    '最便宜\t绝对化用语\t禁用\t价格很实在\t',
    '穿上就瘦\t不存在的类别\t禁用\t显高显瘦\t',
    '\t绝对化用语\t禁用\t\t',
  ].join('\n'),
  en: [
    'Phrase\tClass\tLevel\tSay instead\tExcept',
    'miracle fabric\tan exaggerated effect\tneeds proof\ta fabric that breathes\t',
    'best in the world\tan absolute claim\tnever\tone of our best\t',
    'slims instantly\tno such class\tnever\ta flattering cut\t',
    '\tan absolute claim\tnever\t\t',
  ].join('\n'),
} as const;

/** What is done before a show: its plan, its checks, its cues, its words. */
export async function prepareScreens(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  const { operator } = open;
  const currency = studio.language === 'en' ? 'USD' : 'CNY';
  try {
    const title = TITLE[studio.language];
    await operator.must('show.create', { title, origin: 'live', currency });
    await open.button('topBar.start').waitFor();
    shippedWords(open);
    await studio.step('plan', () => planStates(studio, open));
    await studio.step('checks', () => sheetState(studio, open, 'checks', 'checks.open'));
    await studio.step('cues', () => cueStates(studio, open));
    await studio.step('risk', () => riskStates(studio, open));
    await studio.step('improvements', () =>
      sheetState(studio, open, 'improvements', 'improve.open'),
    );
  } finally {
    await open.close();
  }
}

/** Words of a plan are the trade's, and a template's texts are there to be changed: neither is a message. */
function shippedWords(open: OpenedDesk): void {
  const language = open.language === 'en' ? 'en' : 'zh-CN';
  // What a risk word is better said as.
  open.typed('today');
  for (const role of BlockRole.options) open.typed(roleWord(role, language));
  for (const rule of BlockRule.options) open.typed(ruleWord(rule, language));
  for (const { title, script, node, giveaway, fallback } of planTemplate('apparel', language)
    .blocks) {
    for (const text of [title, ...Object.values(script), node, giveaway, fallback])
      open.typed(text);
  }
}

async function sheetState(
  studio: Studio,
  open: OpenedDesk,
  name: string,
  key: Parameters<OpenedDesk['command']>[0],
): Promise<void> {
  await open.command(key);
  await open.page.getByRole('dialog').waitFor();
  await studio.take(open.page, name, 'desk', 300);
  await open.closeSheet();
}

/** The plan before it has a row, filled by a template, and what a pasted table becomes. */
async function planStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page, operator } = open;
  await open.command('plan.open');
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  await studio.take(page, 'plan-empty', 'trouble', 300);
  const template = sheet.getByRole('combobox', { name: open.t('plan.template') });
  await template.selectOption('apparel');
  const cells = sheet.getByRole('gridcell');
  await cells.nth(20).waitFor();
  await operator.must('plan.edit', { edits: [{ op: 'terms', terms: { endMinute: 22 * 60 } }] });
  await cells.first().focus();
  await studio.take(page, 'plan', 'desk', 300);
  await open.pressKey('plan.import');
  await sheet
    .getByRole('textbox', { name: open.t('plan.pasteField') })
    .fill(open.typed(PLAN[studio.language]));
  await page.getByRole('table').first().waitFor();
  await studio.take(page, 'plan-preview', 'desk', 300);
  await open.pressKey('plan.back');
  await open.closeSheet();
}

async function cueStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  await open.command('library.open');
  await page.getByRole('dialog').waitFor();
  await studio.take(page, 'library', 'desk', 300);
  await open.pressKey('library.import');
  await page.getByLabel(open.t('library.pasteField')).fill(open.typed(CUES[studio.language]));
  await page.getByRole('table').first().waitFor();
  await studio.take(page, 'library-preview', 'desk', 300);
  await open.closeSheet();
  if (await page.getByRole('dialog').isVisible()) await open.closeSheet();
}

/** The list of risk words, a phrase of one's own, and what a pasted table becomes. */
async function riskStates(studio: Studio, open: OpenedDesk): Promise<void> {
  const { page } = open;
  await open.command('riskWords.title');
  await page.getByRole('dialog').waitFor();
  await studio.take(page, 'risk-words', 'desk', 300);
  const sheet = page.getByRole('dialog');
  const press = (name: string) => sheet.getByRole('button', { name, exact: true }).first().click();
  await press(open.t('riskWords.open.add'));
  await studio.take(page, 'risk-words-add', 'desk', 300);
  await press(open.t('riskWords.open.import'));
  await sheet
    .getByRole('textbox', { name: open.t('riskWords.paste') })
    .fill(open.typed(RISKS[studio.language]));
  await page.getByRole('table').first().waitFor();
  await studio.take(page, 'risk-words-preview', 'desk', 300);
  await open.closeSheet();
}
