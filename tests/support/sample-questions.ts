import { SAMPLE_NOW, type SampleLanguage, type SliceInputs } from './sample-room.ts';

type QuestionInput = SliceInputs['questions']['open'][number];

/** A row of the questions; what is not said is as of one person a minute ago. */
export function sampleQuestion(
  patch: Partial<QuestionInput> & { readonly id: number },
): QuestionInput {
  return {
    text: '会缩水吗',
    count: 1,
    people: 1,
    firstTs: SAMPLE_NOW - 60_000,
    lastTs: SAMPLE_NOW - 30_000,
    firstSeq: patch.id,
    lastSeq: patch.id + 1,
    platforms: [{ platform: 'douyin', count: 1 }],
    state: 'open',
    isDebt: false,
    cueId: null,
    answer: null,
    ...patch,
  };
}

/** Three questions the room owes, two that one person asked, and one that was answered. */
export function sampleQuestions(language: SampleLanguage): SliceInputs['questions'] {
  const [shrink, size, ship, link, coupon, returns] =
    language === 'zh-CN'
      ? [
          '会缩水吗？可以机洗吗',
          '170/130 斤穿什么码',
          '什么时候发货',
          '主播身上是几号链接',
          '券在哪里领',
          '可以退换吗',
        ]
      : [
          'does it shrink in the wash?',
          'what size for 170 cm?',
          'how long does delivery take?',
          'which link number is that?',
          'where do I clip the coupon?',
          'can I return it?',
        ];
  const owed = { isDebt: true };
  return {
    isReady: true,
    readFromTs: null,
    open: [
      sampleQuestion({
        ...owed,
        id: 31_000,
        text: shrink,
        count: 21,
        people: 14,
        firstTs: SAMPLE_NOW - 252_000,
        platforms: [
          { platform: 'douyin', count: 15 },
          { platform: 'kuaishou', count: 4 },
          { platform: 'twitch', count: 2 },
        ],
      }),
      sampleQuestion({
        ...owed,
        id: 33_500,
        text: size,
        count: 9,
        people: 9,
        firstTs: SAMPLE_NOW - 125_000,
        platforms: [
          { platform: 'douyin', count: 8 },
          { platform: 'kuaishou', count: 1 },
        ],
      }),
      sampleQuestion({
        ...owed,
        id: 36_900,
        text: ship,
        count: 6,
        people: 5,
        firstTs: SAMPLE_NOW - 48_000,
        answer: { seq: 34_000, ts: SAMPLE_NOW - 120_000, how: 'said', count: 12, people: 11 },
      }),
      sampleQuestion({ id: 37_800, text: link, firstTs: SAMPLE_NOW - 22_000 }),
      sampleQuestion({
        id: 38_000,
        text: coupon,
        firstTs: SAMPLE_NOW - 9_000,
        platforms: [{ platform: 'twitch', count: 1 }],
      }),
    ],
    answered: [
      sampleQuestion({
        ...owed,
        id: 30_100,
        text: returns,
        count: 8,
        people: 7,
        state: 'answered',
        firstTs: SAMPLE_NOW - 300_000,
        answer: { seq: 37_000, ts: SAMPLE_NOW - 40_000, how: 'marked', count: 8, people: 7 },
      }),
    ],
    debt: 3,
    openCount: 5,
    oldestDebtTs: SAMPLE_NOW - 252_000,
    forgotten: 0,
  };
}
