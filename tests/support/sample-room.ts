import type { z } from 'zod';

import type { sliceSchemas } from '#shared/contract/room-snapshot.ts';
import type { BlockScript } from '#shared/model/run-of-show.ts';

/** Unbranded slices, as a test writes them. */
export type SliceInputs = { [K in keyof typeof sliceSchemas]: z.input<(typeof sliceSchemas)[K]> };
export type SampleLanguage = 'zh-CN' | 'en';

/** Wall and show time of the sample: 18 October 2025, 13:42:18 UTC, 1 h 42 min 18 s on air. */
export const SAMPLE_NOW = Date.UTC(2025, 9, 18, 13, 42, 18);
export const SAMPLE_START = SAMPLE_NOW - 6_138_000;

type ProductInput = SliceInputs['shelf']['items'][number];

const PRODUCTS = [
  ['tee', 'T恤 重磅纯棉', 'Heavy cotton tee', 'traffic', 5900, 9900, 320, '#8fa3b8,#5d7186', 412],
  [
    'shirt',
    '亚麻衬衫 立领',
    'Linen shirt, band collar',
    'hero',
    16900,
    19900,
    128,
    '#cbb994,#a58f6d',
    186,
  ],
  [
    'blazer',
    '亚麻西装外套 宽松款',
    'Relaxed linen blazer',
    'margin',
    25900,
    39900,
    86,
    '#b59f7d,#8d7757',
    12,
  ],
  ['tote', '帆布袋 大号', 'Canvas tote, large', 'benefit', 1990, 3900, 0, '#d8cdb8,#b5a78a', 655],
  [
    'trousers',
    '阔腿裤 垂感',
    'Wide-leg trousers',
    'margin',
    12900,
    18900,
    9,
    '#6f6a63,#4b4741',
    74,
  ],
  ['cardigan', '羊毛开衫', 'Wool cardigan', 'encore', 19900, 29900, 140, '#9a6f58,#6f4c3a', 31],
  ['scarf', '真丝方巾', 'Silk scarf', 'none', 8900, 12900, 300, '#a7606f,#7b3f4d', 20],
  ['loafer', '乐福鞋', 'Loafers', 'encore', 26900, 34900, 61, '#4c3d33,#2f2620', 8],
] as const;

function product(index: number, language: SampleLanguage): ProductInput {
  const row = PRODUCTS[index];
  if (row === undefined) throw new Error(`the sample has no product ${index}`);
  const [code, zh, en, role, priceMinor, listPriceMinor, stock, swatch, orders] = row;
  const isZh = language === 'zh-CN';
  return {
    productId: index + 1,
    linkNumber: index + 1,
    imageId: null,
    code,
    name: isZh ? zh : en,
    role,
    currency: 'CNY',
    priceMinor,
    listPriceMinor,
    couponPriceMinor: code === 'shirt' ? 14900 : null,
    stock,
    benefit: isZh ? '今晚下单送真丝发圈' : 'A silk scrunchie with every order tonight',
    hook: isZh ? '夏天最怕闷，这件会呼吸' : 'Summer is sticky; this one breathes',
    look: isZh ? '配阔腿裤，显高三公分' : 'With the wide-leg trousers, three centimetres taller',
    story: isZh ? '法国亚麻，预缩水洗' : 'French linen, pre-washed',
    value: isZh ? '同面料店里卖三百九' : 'The same cloth is 390 in the shop',
    callToAction: isZh ? '三号链接，现在拍' : 'Link three, now',
    say: isZh ? '冷水轻柔机洗，阴干不缩' : 'Cold gentle wash, dry in the shade',
    swatch,
    isSoldOut: stock === 0,
    airtimeMs: orders * 2_000,
    ordersPaid: orders,
    unitsPaid: orders,
    paidMinor: orders * priceMinor,
  };
}

export function sampleShelf(language: SampleLanguage): SliceInputs['shelf'] {
  return {
    items: PRODUCTS.map((_, index) => product(index, language)),
    armed: null,
    current: {
      id: 3,
      productId: 2,
      linkNumber: 2,
      goTs: SAMPLE_NOW - 488_000,
      undoUntilTs: SAMPLE_NOW - 483_000,
      state: 'on_shelf',
      cueId: null,
      targets: [{ target: 'shelf', state: 'ok', reason: null, delayMs: 42 }],
    },
    lastPush: null,
    lastPaste: null,
  };
}

export function sampleCues(language: SampleLanguage): SliceInputs['cues'] {
  const isZh = language === 'zh-CN';
  const waiting: SliceInputs['cues']['sent'][number] = {
    id: 12,
    kind: 'thanks',
    text: isZh ? '谢谢“清风”送的礼物' : 'Thank Clearwind for the gift',
    sentTs: SAMPLE_NOW - 76_000,
    state: 'shown',
    shownDelayMs: 210,
    doneDelayMs: null,
  };
  return {
    deck: [
      {
        id: 1,
        kind: 'retain',
        text: isZh ? '新来的姐妹别走，十点整抽福袋' : 'Stay: giveaway at ten sharp',
        pinnedSlot: 1,
        productId: null,
      },
      {
        id: 2,
        kind: 'price',
        text: isZh ? '199，169，券后 149' : '199, 169, with the coupon 149',
        pinnedSlot: 2,
        productId: 2,
      },
      {
        id: 3,
        kind: 'rest',
        text: isZh ? '喝口水，休息 30 秒' : 'A sip of water, 30 seconds',
        pinnedSlot: 3,
        productId: null,
      },
      {
        id: 4,
        kind: 'close',
        text: isZh ? '最后二十件，拍完就没有' : 'The last twenty, then they are gone',
        pinnedSlot: null,
        productId: null,
      },
    ],
    sent: [
      {
        id: 11,
        kind: 'price',
        text: isZh ? '199，169，券后 149' : '199, 169, with the coupon 149',
        sentTs: SAMPLE_NOW - 218_000,
        state: 'done',
        shownDelayMs: 190,
        doneDelayMs: 14_200,
      },
      waiting,
    ],
    current: waiting,
  };
}

const BLOCKS = [
  ['warmup', '暖场', 'Warm-up', 10],
  ['traffic', '引流 T恤', 'Tee, traffic', 15],
  ['benefit', '福利 帆布袋', 'Tote, benefit', 8],
  ['hero', '主推 亚麻衬衫', 'Linen shirt, hero', 12],
  ['giveaway', '福袋', 'Giveaway', 3],
  ['margin', '利润 西装', 'Blazer, margin', 15],
  ['questions', '答疑', 'Questions', 6],
  ['encore', '返场', 'Encore', 20],
] as const;

function sampleScript(language: SampleLanguage): BlockScript {
  return language === 'zh-CN'
    ? {
        hook: '夏天最怕什么？闷。',
        look: '看镜头，这块布拎起来是透光的。',
        story: '我们在亚麻田边上找的厂，\n只织这一种料。',
        value: '一件能穿三季，洗了不用熨。',
        callToAction: '三号链接，要的姐妹现在拍。',
      }
    : {
        hook: 'What is the worst of a hot day? A shirt that sticks.',
        look: 'Watch: held up, the light comes through.',
        story: 'The mill stands beside the field,\nand it weaves nothing else.',
        value: 'One shirt for three seasons, no ironing.',
        callToAction: 'It is link three. Take your size now.',
      };
}

/** The fourth block has run for 8 min 8 s of its 12. */
export function sampleBlocks(language: SampleLanguage): SliceInputs['blocks'] {
  return {
    currentId: 4,
    loops: [],
    terms: { endMinute: null, follow: 'off' },
    revision: 1,
    blocks: BLOCKS.map(([role, zh, en, minutes], index) => ({
      id: index + 1,
      position: index + 1,
      role,
      title: language === 'zh-CN' ? zh : en,
      plannedMs: minutes * 60_000,
      productIds: [],
      productId: null,
      owner: '',
      script: index === 3 || index === 4 ? sampleScript(language) : null,
      node: '',
      giveaway: '',
      fallback: '',
      rule: 'push' as const,
      group: '',
      extendedMs: 0,
      heldMs: 0,
      heldSinceTs: null,
      skippedTs: null,
      round: 1,
      startedTs: index <= 3 ? SAMPLE_NOW - 488_000 - (3 - index) * 900_000 : null,
      endedTs: index < 3 ? SAMPLE_NOW - 488_000 - (2 - index) * 900_000 : null,
    })),
  };
}
