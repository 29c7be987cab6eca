import type { CueKind } from '#shared/model/cue.ts';

export type DemoCueCard = {
  readonly kind: CueKind;
  readonly text: string;
  /** F1 to F8; null when not pinned. */
  readonly pinnedSlot: number | null;
  /** Code of the product it goes out with; null for none. */
  readonly productCode: string | null;
};

/** The prepared lines of the demo show (话术库), none longer than the anchor reads at a glance. */
export const demoCueCards: readonly DemoCueCard[] = [
  { kind: 'welcome', text: '欢迎新来的姐妹，先点个关注', pinnedSlot: 1, productCode: null },
  { kind: 'retain', text: '新来的姐妹别走，十点整抽三个福袋', pinnedSlot: 2, productCode: null },
  { kind: 'question', text: '想看上身的姐妹，扣个 1', pinnedSlot: 3, productCode: null },
  { kind: 'price', text: '报价格梯度：原价、直播价、券后价', pinnedSlot: 4, productCode: null },
  { kind: 'demo', text: '走近镜头，给一个面料近景', pinnedSlot: 5, productCode: null },
  { kind: 'giveaway', text: '开福袋，念三遍参与方式', pinnedSlot: 6, productCode: null },
  { kind: 'close', text: '已拍未付的姐妹，先把单付了', pinnedSlot: 7, productCode: null },
  { kind: 'rest', text: '喝口水，休息 30 秒', pinnedSlot: 8, productCode: null },
  { kind: 'thanks', text: '念名字，谢谢送礼物的朋友', pinnedSlot: null, productCode: null },
  { kind: 'correction', text: '刚才说快了，更正一下价格', pinnedSlot: null, productCode: null },
  { kind: 'demo', text: '对着灯照一下，给大家看不透', pinnedSlot: null, productCode: 'LN-01' },
  { kind: 'price', text: '199、169、券后 149，先领券', pinnedSlot: null, productCode: 'LN-02' },
  { kind: 'question', text: '预缩过水，冷水轻柔洗，阴干', pinnedSlot: null, productCode: 'LN-02' },
  { kind: 'demo', text: '套上衬衫穿外套，转一圈', pinnedSlot: null, productCode: 'LN-03' },
  { kind: 'close', text: '福利袋每人限两件，卖完下架', pinnedSlot: null, productCode: 'LN-04' },
  { kind: 'free', text: '英文弹幕也回一句，报海外运费', pinnedSlot: null, productCode: null },
];
