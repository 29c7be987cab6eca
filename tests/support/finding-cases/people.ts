import {
  at,
  cueAt,
  findingShow,
  known,
  product,
  push,
  quietMinutes,
  unknown,
} from '../finding-show.ts';
import type { FindingCase } from './finding-case.ts';

const { totals, comparison, show: aShow } = findingShow({});
const running = { show: { ...aShow, state: 'on_air' as const, endedTs: null } };

const promise = (id: number, outcome: 'kept' | 'broken' | null, dueTs: number | null = null) => ({
  id,
  promiseKind: 'limited' as const,
  productId: null,
  units: 50,
  priceMinor: null,
  text: '',
  linkNumber: null,
  name: 'tee',
  currency: 'CNY',
  madeTs: at(id),
  dueTs,
  outcome,
  settledTs: outcome === null ? null : at(id + 5),
  isByItself: false,
  unitsSold: null,
});
const slip = (seq: number, state: 'said' | 'shown' | null) => ({
  seq,
  ts: at(seq),
  word: 'best',
  slipClass: null,
  by: '',
  correction:
    state === null ? null : { text: 'x', state, afterMs: state === 'said' ? 9_000 : null },
});
const block = (blockId: number, plannedMin: number | null, tookMin: number | null) => ({
  blockId,
  title: `block ${blockId}`,
  round: 1,
  plannedStartTs: at(blockId * 10),
  plannedMs: plannedMin === null ? null : plannedMin * 60_000,
  startedTs: tookMin === null ? null : at(blockId * 10),
  tookMs: tookMin === null ? null : tookMin * 60_000,
  heldMs: 0,
  extendedMs: 0,
  isSkipped: tookMin === null,
});
const call = (seq: number, answeredMin: number | null) => ({
  seq,
  reason: 'tech' as const,
  screenId: null,
  askedTs: at(seq),
  answeredTs: answeredMin === null ? null : at(answeredMin),
});
/** People online up at once at minute 20; back to where they were after a while. */
const wave = (after: number) =>
  quietMinutes((index) => ({ viewers: index < 20 ? 400 : index < 24 ? 800 : after }));
const traffic = { ...product(1, 5, 100_000, 10), role: 'traffic' as const };

/** As many shows as rates, each with that follow rate and interaction. */
const past = (rates: readonly number[]) => ({
  ...comparison,
  own: { ...comparison.own, followRate: 0.01, follows: 500, interaction: 0.02, views: 50_000 },
  shows: rates.map((rate, index) => ({
    showId: index + 1,
    title: 'x',
    startedTs: at(-1_000 * (index + 1)),
    figures: { ...comparison.own, followRate: rate, interaction: rate * 2 },
  })),
  reason: null,
});
const seen = { totals: { ...totals, views: known(50_000), chatters: known(1_000) } };

/** Detectors about who runs and hosts, beside those of `desk.test.ts`. */
export const PEOPLE_CASES = {
  raid_unmet: {
    show: {
      minutes: wave(410),
      products: [traffic],
      raids: [{ ts: at(20), platform: 'twitch', viewers: 380 }],
    },
    finds: { effect: { unit: 'viewers', low: -390, high: -195 }, cause: 'people' },
    evidence: [
      { figure: 'viewers', value: 800, against: 400, text: 'twitch' },
      { figure: 'viewersAfter', value: 410 },
      { figure: 'raid', value: 380 },
    ],
    misses: {
      'met by a traffic item': {
        show: { minutes: wave(410), products: [traffic], pushes: [push(1, 1, 22)] },
        reason: 'nothing_found',
      },
      'people who stayed': {
        show: { minutes: wave(760), products: [traffic] },
        reason: 'nothing_found',
      },
      'an even room': { show: { products: [traffic] }, reason: 'no_jumps' },
      'no product marked': { show: { minutes: wave(410) }, reason: 'no_roles' },
    },
  },
  question_debt: {
    show: {
      asked: [
        { questionId: 1, sinceTs: at(10), people: 12, answeredTs: null },
        { questionId: 2, sinceTs: at(20), people: 5, answeredTs: at(30) },
        { questionId: 3, sinceTs: at(20), people: 8, answeredTs: at(21) },
      ],
    },
    finds: { effect: { unit: 'count', low: -2, high: -2 }, sample: 3 },
    evidence: [
      { figure: 'neverAnswered', value: 3_000_000, n: 12, span: { fromTs: at(10), toTs: at(60) } },
      { figure: 'answeredAfter', value: 600_000, n: 5 },
    ],
    misses: {
      'answered in time': {
        show: { asked: [{ questionId: 3, sinceTs: at(20), people: 8, answeredTs: at(24) }] },
        reason: 'nothing_found',
      },
      'asked by two': {
        show: { asked: [{ questionId: 3, sinceTs: at(20), people: 2, answeredTs: null }] },
        reason: 'no_questions',
      },
    },
  },
  broken_promises: {
    show: { promises: [promise(1, 'kept'), promise(2, 'broken'), promise(3, null, at(20))] },
    finds: { effect: { low: -2, high: -2 }, sample: 3, proving: { metric: 'promisesKeptRate' } },
    evidence: [
      { figure: 'promisesKept', value: 1, n: 3 },
      { figure: 'promiseBroken', text: 'tee' },
    ],
    misses: {
      'kept ones': { show: { promises: [promise(1, 'kept')] }, reason: 'nothing_found' },
      'one without a time that is open': {
        show: { promises: [promise(1, null)] },
        reason: 'nothing_found',
      },
      none: { show: {}, reason: 'no_promises' },
    },
  },
  slips_uncorrected: {
    show: { slips: [slip(3, 'said'), slip(9, 'shown'), slip(12, null)] },
    finds: { effect: { low: -2, high: -2 }, sample: 3 },
    evidence: [
      { figure: 'slipsCorrected', value: 1, n: 3 },
      { figure: 'slip', text: 'best', span: { fromTs: at(9), toTs: at(9) } },
    ],
    misses: {
      'put right': { show: { slips: [slip(3, 'said')] }, reason: 'nothing_found' },
      none: { show: {}, reason: 'no_slips' },
    },
  },
  late_cues: {
    show: { cues: [40, 50, 60, 45, 10, 12].map((s, index) => cueAt(index * 8, s * 1_000)) },
    finds: { effect: { low: -4, high: -4 }, sample: 6 },
    evidence: [
      { figure: 'doneDelay', value: 42_500, against: 30_000, versus: 'preset', n: 6 },
      { figure: 'longestWait', value: 60_000 },
    ],
    misses: {
      'half a minute and less': {
        show: { cues: [40, 50, 20, 25, 10, 12].map((s, i) => cueAt(i * 8, s * 1_000)) },
        reason: 'nothing_found',
      },
      'few done': { show: { cues: [cueAt(1, 90_000)] }, reason: 'few_cues' },
    },
  },
  help_unanswered: {
    show: { helps: [call(5, null), call(20, 23), call(30, 30.5)] },
    finds: { effect: { low: -2, high: -2 }, sample: 3 },
    evidence: [
      { figure: 'helpOpen', span: { fromTs: at(5), toTs: at(60) } },
      { figure: 'helpAfter', value: 180_000 },
    ],
    misses: {
      'answered at once': { show: { helps: [call(5, 5.5)] }, reason: 'nothing_found' },
      'no call': { show: {}, reason: 'no_calls' },
    },
  },
  anchor_load: {
    show: { breaks: [{ fromTs: at(50), toTs: at(50.5) }] },
    finds: { isPrivate: true, effect: { unit: 'minutes', low: -15, high: -15 }, sample: 1 },
    evidence: [{ figure: 'atIt', value: 3_600_000, against: 2_700_000, versus: 'preset' }],
    misses: {
      'a break between': { show: {}, reason: 'nothing_found' },
      'half an hour': { show: { minutes: quietMinutes(() => ({}), 30) }, reason: 'too_short' },
    },
  },
  block_overrun: {
    show: { blocks: [block(1, 10, 16), block(2, 10, 11), block(3, 20, 20)] },
    finds: { effect: { unit: 'minutes', low: -6, high: -6 }, sample: 3 },
    evidence: [
      { figure: 'block', value: 960_000, against: 600_000, versus: 'plan', text: 'block 1' },
    ],
    misses: {
      'a little over': { show: { blocks: [block(1, 10, 11.5)] }, reason: 'nothing_found' },
      'held, not late': {
        show: { blocks: [{ ...block(1, 10, 16), heldMs: 6 * 60_000 }] },
        reason: 'nothing_found',
      },
      'no plan': { show: { blocks: [block(1, null, 16)] }, reason: 'no_plan' },
    },
  },
  block_skipped: {
    show: { blocks: [block(1, 10, 10), block(2, 5, null)] },
    finds: { effect: { unit: 'minutes', low: -5, high: -5 }, sample: 2 },
    evidence: [{ figure: 'blockSkipped', value: 300_000, text: 'block 2' }],
    misses: {
      'all ran': { show: { blocks: [block(1, 10, 10)] }, reason: 'nothing_found' },
      'a show that runs': {
        show: { ...running, blocks: [block(2, 5, null)] },
        reason: 'still_running',
      },
      'no plan': { show: {}, reason: 'no_plan' },
    },
  },
  slow_end: {
    show: { minutes: quietMinutes((index) => ({ ordersPaid: index < 75 ? 4 : 1 }), 90) },
    finds: { effect: { unit: 'orders' }, sample: 15 },
    evidence: [
      { figure: 'orders', value: 15, against: 60, span: { fromTs: at(75), toTs: at(90) } },
    ],
    misses: {
      'people who went, not orders': {
        show: {
          minutes: quietMinutes(
            (index) => ({ viewers: index < 75 ? 500 : 150, ordersPaid: index < 75 ? 4 : 1 }),
            90,
          ),
        },
        reason: 'nothing_found',
      },
      'an even end': { show: { minutes: quietMinutes(() => ({}), 90) }, reason: 'nothing_found' },
      'half an hour': { show: { minutes: quietMinutes(() => ({}), 30) }, reason: 'too_short' },
    },
  },
  follow_low: {
    show: { ...seen, comparison: past([0.03, 0.031, 0.029]) },
    finds: {
      effect: { unit: 'follows' },
      sample: 3,
      proving: { metric: 'followRate', goal: 0.03 },
    },
    evidence: [{ figure: 'followRate', value: 0.01, against: 0.03, versus: 'median', n: 3 }],
    misses: {
      'two shows before': {
        show: { ...seen, comparison: past([0.03, 0.03]) },
        reason: 'few_shows',
      },
      'shows that differ widely': {
        show: { ...seen, comparison: past([0.002, 0.03, 0.08]) },
        reason: 'nothing_found',
      },
      'no views told': {
        show: { comparison: past([0.03, 0.03, 0.03]), totals: { ...totals, views: unknown } },
        reason: 'no_views',
      },
    },
  },
  chat_low: {
    show: { ...seen, comparison: past([0.03, 0.031, 0.029]) },
    finds: { sample: 3, proving: { metric: 'interactionRate' } },
    evidence: [{ figure: 'interaction', value: 0.02, against: 0.06, versus: 'median', n: 3 }],
    misses: {
      'about as ever': {
        show: { ...seen, comparison: past([0.011, 0.01, 0.012]) },
        reason: 'nothing_found',
      },
      'the first show': { show: { ...seen, comparison: past([]) }, reason: 'few_shows' },
    },
  },
} satisfies Record<string, FindingCase>;
