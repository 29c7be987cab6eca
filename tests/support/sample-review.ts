import type { z } from 'zod';

import { Review } from '#shared/model/review.ts';

import { sampleFindings } from './sample-findings.ts';
import { type SampleLanguage } from './sample-room.ts';

type ReviewInput = z.input<typeof Review>;

/** The sample's show: 18 October 2025, 12:00 to 14:43 UTC. */
export const REVIEW_START = Date.UTC(2025, 9, 18, 12, 0, 0);
const MINUTES = 163;
const MINUTE_MS = 60_000;
export const REVIEW_END = REVIEW_START + MINUTES * MINUTE_MS;

function known(value: number): ReviewInput['totals']['chats'] {
  return { known: true, value, isApprox: false, without: [] };
}

/** A quiet start, a spike at 90, a source lost at 100 to 102. */
function sampleMinutes(): ReviewInput['minutes'] {
  return Array.from({ length: MINUTES }, (_, index) => {
    const spike = Math.exp(-(((index - 90) / 9) ** 2));
    const wave = Math.sin(index / 11);
    const isLost = index >= 100 && index < 102;
    const orders = Math.round(5 + wave * 3 + spike * 22);
    return {
      minute: Math.floor(REVIEW_START / MINUTE_MS) + index,
      viewers: isLost ? null : Math.round(480 + index * 4 + wave * 80 + spike * 420),
      chats: Math.round(60 + wave * 18 + spike * 90),
      chatters: Math.round(34 + wave * 9 + spike * 40),
      joins: Math.round(180 + wave * 40 + spike * 160),
      follows: Math.round(2 + spike * 4),
      gifts: Math.round(6 + spike * 14),
      ordersPaid: orders,
      paidMinor: orders * 8_900,
    };
  });
}

const PRODUCTS = [
  [2, '亚麻衬衫 立领', 'Linen shirt, band collar', 'hero', 2, 1_450_000, 210, 3_129_000],
  [1, 'T恤 重磅纯棉', 'Heavy cotton tee', 'traffic', 1, 890_000, 412, 2_430_800],
  [4, '帆布袋 大号', 'Canvas tote, large', 'benefit', 1, 482_000, 655, 1_303_450],
  [3, '亚麻西装外套 宽松款', 'Relaxed linen blazer', 'margin', 1, 1_100_000, 26, 673_400],
  [5, '阔腿裤 垂感', 'Wide-leg trousers', 'margin', 1, 545_000, 24, 309_600],
  [8, '乐福鞋', 'Loafers', 'encore', 0, 0, 0, 0],
] as const;

function sum(minutes: ReviewInput['minutes'], pick: (minute: Minute) => number): number {
  return minutes.reduce((total, minute) => total + pick(minute), 0);
}
type Minute = ReviewInput['minutes'][number];

/** A believable review whose totals are the sums of its minutes. */
export function sampleReview(language: SampleLanguage, patch: Partial<ReviewInput>): Review {
  const isZh = language === 'zh-CN';
  const minutes = sampleMinutes();
  const viewers = minutes.flatMap((minute) => (minute.viewers === null ? [] : [minute.viewers]));
  const ordersPaid = sum(minutes, (minute) => minute.ordersPaid);
  const at = (minute: number): number => REVIEW_START + minute * MINUTE_MS;
  const answered = [
    { target: 'shelf', state: 'ok', delayMs: 42 },
    { target: 'anchor', state: 'ok', delayMs: 310 },
    { target: 'overlay', state: 'failed', delayMs: null },
  ];
  return Review.parse({
    show: {
      id: 7,
      title: isZh ? '秋季亚麻专场' : 'Autumn linen night',
      origin: 'live',
      state: 'ended',
      startedTs: REVIEW_START,
      endedTs: REVIEW_END,
      createdTs: REVIEW_START - 600_000,
      onAirBeforeMs: MINUTES * MINUTE_MS,
      onAirSinceTs: null,
      currency: 'CNY',
    },
    platforms: ['douyin', 'bilibili', 'twitch'],
    totals: {
      onAirMs: MINUTES * MINUTE_MS,
      events: 112_480,
      chats: known(sum(minutes, (minute) => minute.chats)),
      chatters: known(1_204),
      viewersPeak: {
        known: true,
        value: Math.max(...viewers),
        isApprox: true,
        without: ['twitch'],
      },
      viewersMean: known(viewers.reduce((a, b) => a + b, 0) / viewers.length),
      views: { known: false, reason: 'source_cannot' },
      joins: known(sum(minutes, (minute) => minute.joins)),
      follows: known(sum(minutes, (minute) => minute.follows)),
      gifts: known(sum(minutes, (minute) => minute.gifts)),
      giftValues: [{ unit: 'diamond', quantity: 20_460 }],
      ordersPlaced: known(ordersPaid + 71),
      ordersPaid: known(ordersPaid),
      paid: [{ currency: 'CNY', exponent: 2, amountMinor: ordersPaid * 8_900 }],
      tips: [],
      pushes: 6,
      cuesSent: 3,
      cuesDone: 2,
      medianDoneMs: 17_600,
    },
    minutes,
    products: PRODUCTS.map(
      ([link, zh, en, role, pushes, airtimeMs, orders, paidMinor], position) => ({
        productId: position + 1,
        linkNumber: link,
        name: isZh ? zh : en,
        role,
        pushes,
        airtimeMs,
        ordersPaid: orders,
        unitsPaid: orders,
        paidMinor,
        currency: 'CNY',
        paidMinorPerMinute: airtimeMs === 0 ? null : (paidMinor * MINUTE_MS) / airtimeMs,
      }),
    ),
    pushes: [
      {
        pushId: 1,
        productId: 2,
        linkNumber: 1,
        name: isZh ? 'T恤 重磅纯棉' : 'Heavy cotton tee',
        goTs: at(12),
        endTs: at(27),
        state: 'replaced',
        targets: answered,
      },
      {
        pushId: 2,
        productId: 1,
        linkNumber: 2,
        name: isZh ? '亚麻衬衫 立领' : 'Linen shirt, band collar',
        goTs: at(84),
        endTs: null,
        state: 'on_shelf',
        targets: answered.slice(0, 2),
      },
    ],
    cues: [
      {
        cueId: 11,
        kind: 'price',
        text: isZh ? '199，169，券后 149' : '199, 169, with the coupon 149',
        sentTs: at(86),
        state: 'done',
        shownDelayMs: 190,
        doneDelayMs: 14_200,
        proposal: { ruleId: 'stock-low', name: null, outcome: 'sent' },
      },
      {
        cueId: 12,
        kind: 'retain',
        text: isZh ? '新来的姐妹别走，十点整抽福袋' : 'Stay: giveaway at ten sharp',
        sentTs: at(110),
        state: 'done',
        shownDelayMs: 210,
        doneDelayMs: 21_000,
      },
      {
        cueId: 13,
        kind: 'rest',
        text: isZh ? '=喝口水' : '=A sip of water',
        sentTs: at(130),
        state: 'shown',
        shownDelayMs: 240,
        doneDelayMs: null,
      },
    ],
    gaps: [
      { fromTs: at(100), toTs: at(102), cause: 'source_lost', sourceLabel: 'twitch', lost: null },
    ],
    streams: [
      {
        platform: 'douyin',
        outages: [
          {
            fromTs: at(60) + 12_000,
            toTs: at(61),
            viewersBefore: 612,
            viewersAfter: 348,
          },
        ],
      },
      { platform: 'bilibili', outages: [] },
      { platform: 'twitch', outages: null },
    ],
    marks: [
      { seq: 1, ts: at(12), kind: 'push', label: '1' },
      { seq: 2, ts: at(40), kind: 'block', label: isZh ? '福利' : 'Benefit' },
      { seq: 3, ts: at(84), kind: 'push', label: '2' },
      { seq: 4, ts: at(86), kind: 'cue', label: isZh ? '券后 149' : 'Coupon 149' },
      { seq: 5, ts: at(100), kind: 'gap', label: 'twitch' },
      { seq: 6, ts: at(110), kind: 'cue', label: isZh ? '别走' : 'Stay' },
      { seq: 7, ts: at(130), kind: 'bookmark', label: '' },
    ],
    duties: [{ seq: 50, name: 'Lin', sinceTs: REVIEW_START + 1_200_000 }],
    promises: [
      {
        id: 40,
        promiseKind: 'limited',
        productId: null,
        units: 50,
        priceMinor: null,
        text: '',
        linkNumber: null,
        name: '',
        currency: 'CNY',
        madeTs: REVIEW_START + 600_000,
        dueTs: null,
        outcome: 'kept',
        settledTs: REVIEW_START + 900_000,
        isByItself: true,
        unitsSold: 50,
      },
    ],
    slips: [
      {
        seq: 9_001,
        ts: at(31),
        word: isZh ? '全网最低' : 'miracle',
        slipClass: 'price',
        by: '',
        correction: {
          text: isZh ? '更正一下：价格以商品页面为准' : 'Let me correct that: see the page',
          state: 'said',
          afterMs: 14_000,
        },
      },
      { seq: 9_020, ts: at(52), word: '', slipClass: null, by: 'Mei', correction: null },
    ],
    warnings: [
      {
        seq: 8,
        ts: at(118),
        platform: 'douyin',
        text: isZh ? '画面出现站外联系方式' : 'Contact details in the picture',
        isCut: false,
        isTyped: true,
        note: isZh ? '截图在运营群' : 'Screenshot in the team chat',
        seenTs: at(119),
      },
    ],
    acts: sampleActs(isZh, at),
    comparison: sampleComparison(isZh, ordersPaid),
    findings: sampleFindings(isZh, REVIEW_START),
    targets: [],
    quiet: [{ detector: 'unanswered_cues', reason: 'few_cues' }],
    ...patch,
  });
}

function sampleActs(isZh: boolean, at: (minute: number) => number): ReviewInput['acts'] {
  const name = isZh ? '加微发券' : 'deals_here';
  const nothing = { reason: null, retryS: null, isUndone: false, text: null, durationS: null };
  const on = { sourceId: 1, platform: 'douyin' };
  return [
    { ...nothing, ...on, seq: 20, ts: at(41), act: 'delete', lineSeq: 19, name, state: 'done' },
    {
      ...nothing,
      ...on,
      seq: 23,
      ts: at(42),
      act: 'timeout',
      lineSeq: 19,
      name,
      durationS: 600,
      state: 'done',
    },
    {
      ...nothing,
      ...on,
      seq: 27,
      ts: at(63),
      act: 'reply',
      lineSeq: 25,
      name: isZh ? '晚来的雨' : 'Rain',
      text: isZh ? '黑色有货，2 号链接' : 'Black is in stock, link 2',
      state: 'refused',
      reason: 'rate_limited',
      retryS: 6,
    },
  ];
}

function sampleComparison(isZh: boolean, orders: number): ReviewInput['comparison'] {
  const figures = (share: number): ReviewInput['comparison']['own'] => ({
    paidMinor: Math.round(orders * 8_900 * share),
    gpmMinor: null,
    ordersPaid: Math.round(orders * share),
    views: null,
    viewersMean: 810 * share,
    interaction: null,
    followRate: null,
    chats: 11_000 * share,
    follows: 400 * share,
    gifts: 1_100 * share,
  });
  const title = isZh ? '初秋上新' : 'Early autumn';
  return {
    own: figures(1),
    shows: [0.8, 0.5, 1.25].map((share, index) => ({
      showId: 6 - index,
      title: `${title} ${3 - index}`,
      startedTs: REVIEW_START - (index + 1) * 86_400_000,
      figures: figures(share),
    })),
    reason: null,
  };
}
