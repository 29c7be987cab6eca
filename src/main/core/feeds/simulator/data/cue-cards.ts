import type { CueKind } from '#shared/model/cue.ts';
import type { Language } from '#shared/model/settings.ts';

import type { DemoCode } from './products.ts';

export type DemoCueCard = {
  readonly kind: CueKind;
  readonly text: string;
  /** Place among the pinned cues, 1 to 8, on F1 to F8 at first; null when not pinned. */
  readonly pinnedSlot: number | null;
  /** Code of the product it goes out with; null for none. */
  readonly productCode: DemoCode | null;
};

type CardInBoth = Omit<DemoCueCard, 'text'> & {
  readonly texts: Readonly<Record<Language, string>>;
};

/** The prepared lines of the demo show (话术库), none longer than the anchor reads at a glance. */
const cards: readonly CardInBoth[] = [
  {
    kind: 'welcome',
    pinnedSlot: 1,
    productCode: null,
    texts: { 'zh-CN': '欢迎新来的姐妹，先点个关注', en: 'Welcome newcomers, ask for a follow' },
  },
  {
    kind: 'retain',
    pinnedSlot: 2,
    productCode: null,
    texts: {
      'zh-CN': '新来的姐妹别走，十点整抽三个福袋',
      en: 'Stay: three giveaways at ten sharp',
    },
  },
  {
    kind: 'question',
    pinnedSlot: 3,
    productCode: null,
    texts: { 'zh-CN': '想看上身的姐妹，扣个 1', en: 'Want to see it on? Type 1' },
  },
  {
    kind: 'price',
    pinnedSlot: 4,
    productCode: null,
    texts: { 'zh-CN': '报价格梯度：原价、直播价、券后价', en: 'Price steps: list, live, coupon' },
  },
  {
    kind: 'demo',
    pinnedSlot: 5,
    productCode: null,
    texts: { 'zh-CN': '走近镜头，给一个面料近景', en: 'Step closer, show the fabric' },
  },
  {
    kind: 'giveaway',
    pinnedSlot: 6,
    productCode: null,
    texts: { 'zh-CN': '开福袋，念三遍参与方式', en: 'Giveaway: say how to enter, 3 times' },
  },
  {
    kind: 'close',
    pinnedSlot: 7,
    productCode: null,
    texts: { 'zh-CN': '已拍未付的姐妹，先把单付了', en: 'Unpaid in your cart? Check out now' },
  },
  {
    kind: 'rest',
    pinnedSlot: 8,
    productCode: null,
    texts: { 'zh-CN': '喝口水，休息 30 秒', en: 'Sip of water, 30 seconds' },
  },
  {
    kind: 'rescue',
    pinnedSlot: null,
    productCode: null,
    texts: { 'zh-CN': '先说福利再讲货，留住刚进来的', en: 'Say the offer first, then the item' },
  },
  {
    kind: 'thanks',
    pinnedSlot: null,
    productCode: null,
    texts: { 'zh-CN': '念名字，谢谢送礼物的朋友', en: 'Read names, thank them for gifts' },
  },
  {
    kind: 'correction',
    pinnedSlot: null,
    productCode: null,
    texts: { 'zh-CN': '刚才说快了，更正一下价格', en: 'Too fast: give the right price again' },
  },
  {
    kind: 'demo',
    pinnedSlot: null,
    productCode: 'LN-01',
    texts: { 'zh-CN': '对着灯照一下，给大家看不透', en: 'Hold it to the light: not sheer' },
  },
  {
    kind: 'price',
    pinnedSlot: null,
    productCode: 'LN-02',
    texts: { 'zh-CN': '199、169、券后 149，先领券', en: '$68, $58, coupon $48: clip it first' },
  },
  {
    kind: 'question',
    pinnedSlot: null,
    productCode: 'LN-02',
    texts: { 'zh-CN': '预缩过水，冷水轻柔洗，阴干', en: 'Pre-washed. Cold gentle, line dry' },
  },
  {
    kind: 'demo',
    pinnedSlot: null,
    productCode: 'LN-03',
    texts: { 'zh-CN': '套上衬衫穿外套，转一圈', en: 'Shirt under blazer, turn around' },
  },
  {
    kind: 'close',
    pinnedSlot: null,
    productCode: 'LN-04',
    texts: { 'zh-CN': '福利袋每人限两件，卖完下架', en: 'Two totes each, gone when sold out' },
  },
  {
    kind: 'likes',
    pinnedSlot: null,
    productCode: null,
    texts: { 'zh-CN': '左边点点赞，到整万开福袋', en: 'Tap the heart: giveaway at the goal' },
  },
  {
    kind: 'calm',
    pinnedSlot: null,
    productCode: null,
    texts: { 'zh-CN': '不急，先道歉，订单请客服跟', en: 'Stay calm, say sorry, service helps' },
  },
  {
    kind: 'next',
    pinnedSlot: null,
    productCode: null,
    texts: { 'zh-CN': '这款没了，转下一款，先报福利', en: 'Gone: on to the next, offer first' },
  },
  {
    kind: 'wrap',
    pinnedSlot: null,
    productCode: null,
    texts: { 'zh-CN': '这一段超时了，收一句转下一段', en: 'Over time: close the line, move on' },
  },
  {
    kind: 'free',
    pinnedSlot: null,
    productCode: null,
    texts: { 'zh-CN': '英文弹幕也回一句，报海外运费', en: 'Shipping abroad: say cost and days' },
  },
];

export function demoCueCardsIn(language: Language): readonly DemoCueCard[] {
  return cards.map(({ texts, ...card }) => ({ ...card, text: texts[language] }));
}
