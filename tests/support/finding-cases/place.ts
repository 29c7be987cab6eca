import {
  at,
  cueAt,
  findingShow,
  MINUTE_MS,
  push,
  quietMinutes,
  sourceOf,
} from '../finding-show.ts';
import { reviewOutputs } from '#shared/rules/outputs/review-outputs.ts';
import { measuredMinute } from '../sample-outputs.ts';
import type { FindingCase } from './finding-case.ts';

const { show: aShow } = findingShow({});
const cues = Array.from({ length: 8 }, (_, index) => cueAt(index * 7, 2_000, index + 1));

const fall = quietMinutes((index) => ({ viewers: index < 30 ? 600 : 420 }));
const steady = (viewers: number) => quietMinutes(() => ({ viewers }));
const dying = quietMinutes((index) => ({ viewers: index < 30 ? 300 : 60 }));

const target = (state: string, delayMs: number | null) => ({
  target: 'obs',
  name: '',
  state,
  delayMs,
  there: null,
});
const warning = (seq: number, seenMin: number | null, isTyped = false) => ({
  seq,
  ts: at(seq),
  platform: 'douyin',
  text: 'x',
  isCut: false,
  isTyped,
  note: '',
  seenTs: seenMin === null ? null : at(seenMin),
});
/** An OBS that lost frames for a minute in the middle. */
const strainedFor = (fromMin: number, toMin: number) => [
  ...reviewOutputs(
    Array.from({ length: 60 }, (_, minute) => {
      const isIn = minute >= Math.floor(fromMin) && minute < toMin;
      const strain = {
        fromTs: at(fromMin),
        toTs: at(toMin),
        cause: 'network',
        level: 'bad',
      } as const;
      return measuredMinute(at(minute), {
        droppedFrames: isIn ? 450 : 0,
        strains: minute === Math.floor(fromMin) ? [strain] : [],
      });
    }),
  ),
];
const leaving = (after: number) =>
  quietMinutes((index) => ({ viewers: index < 31 ? 600 : index < 36 ? after : 580 }));
const giveaways = [10, 22, 34, 46].map((minute) => ({
  ...cueAt(minute, 2_000),
  kind: 'giveaway' as const,
}));
const check = (subject: 'sources' | 'stock', light: 'red' | 'amber') => ({
  seq: 1,
  ts: at(-5),
  reason: 'no time',
  checks: [{ subject, light, finding: 'x', names: [], count: 1 }],
});
const lost = (from: number, to: number) => ({
  fromTs: at(from),
  toTs: at(to),
  cause: 'source_lost',
  sourceLabel: 'twitch',
  lost: null,
});
const peaks = (...starts: readonly number[]) =>
  quietMinutes(
    (index) => ({
      ordersPaid: starts.some((start) => index >= start && index < start + 5) ? 12 : 3,
    }),
    90,
  );

/** Detectors about where and on what the show runs, beside those of `desk.test.ts`. */
export const PLACE_CASES = {
  loss_moment: {
    show: { minutes: fall, cues },
    finds: { effect: { unit: 'viewers' }, cause: 'place', sample: 10 },
    evidence: [
      {
        figure: 'viewersMean',
        value: 420,
        against: 600,
        versus: 'before',
        span: { fromTs: at(30), toTs: at(35) },
      },
    ],
    misses: {
      'a fall that chance makes': {
        show: { minutes: quietMinutes((index) => ({ viewers: index < 30 ? 60 : 52 })) },
        reason: 'nothing_found',
      },
      'a platform that died': {
        show: {
          minutes: quietMinutes((index) => ({ viewers: index < 30 ? 600 : 300 })),
          sources: [sourceOf(steady(300)), sourceOf(steady(300).slice(0, 30), 2, 'kuaishou')],
        },
        reason: 'nothing_found',
      },
      'people who leave at the end': {
        show: { minutes: quietMinutes((index) => ({ viewers: index < 57 ? 600 : 300 })) },
        reason: 'nothing_found',
      },
      'one low minute': {
        show: { minutes: quietMinutes((index) => ({ viewers: index === 30 ? 300 : 600 })) },
        reason: 'nothing_found',
      },
      'no viewers': {
        show: { minutes: quietMinutes(() => ({ viewers: null })) },
        reason: 'no_viewers',
      },
    },
  },
  stream_down: {
    show: {
      minutes: quietMinutes((index) => ({ viewers: index < 30 ? 500 : index < 40 ? 200 : 480 })),
      offAir: [{ platform: 'douyin', fromTs: at(30), toTs: at(31) }],
    },
    finds: { effect: { unit: 'viewers' }, sample: 1, confidence: 'high' },
    evidence: [
      {
        figure: 'offAir',
        value: MINUTE_MS,
        text: 'douyin',
        span: { fromTs: at(30), toTs: at(31) },
      },
      { figure: 'viewersAfter', value: 200, against: 500 },
    ],
    misses: {
      'a few seconds': {
        show: { offAir: [{ platform: 'douyin', fromTs: at(30), toTs: at(30.1) }] },
        reason: 'no_stream_told',
      },
      none: { show: {}, reason: 'no_stream_told' },
    },
  },
  stream_strained: {
    show: { minutes: leaving(400), outputs: strainedFor(30, 31) },
    finds: { effect: { unit: 'viewers' }, cause: 'place', isGood: false, sample: 1 },
    evidence: [
      { figure: 'strained', value: MINUTE_MS, span: { fromTs: at(30), toTs: at(31) } },
      { figure: 'droppedShare', value: 0.25, n: 1_800 },
      { figure: 'viewersMean', value: 400, against: 600, versus: 'before' },
    ],
    misses: {
      'nobody left': {
        show: { minutes: leaving(590), outputs: strainedFor(30, 31) },
        reason: 'nothing_found',
      },
      'people left at another time': {
        show: { minutes: leaving(400), outputs: strainedFor(12, 13) },
        reason: 'nothing_found',
      },
      'a few seconds': {
        show: { minutes: leaving(400), outputs: strainedFor(30, 30.3) },
        reason: 'nothing_found',
      },
      'a stream that held': {
        show: {
          minutes: leaving(400),
          outputs: strainedFor(30, 31).map((each) => ({ ...each, strains: [] })),
        },
        reason: 'nothing_found',
      },
      'no viewers': {
        show: { minutes: quietMinutes(() => ({ viewers: null })), outputs: strainedFor(30, 31) },
        reason: 'no_viewers',
      },
      'no OBS': { show: { minutes: leaving(400) }, reason: 'no_output_read' },
    },
  },
  platform_drop: {
    show: { sources: [sourceOf(steady(300)), sourceOf(dying, 2, 'kuaishou')] },
    finds: { effect: { unit: 'viewers', low: -240 }, confidence: 'high' },
    evidence: [
      { figure: 'viewers', value: 60, against: 300, text: 'kuaishou' },
      { figure: 'viewersOthers', value: 300, against: 300 },
    ],
    misses: {
      'all of them fell': {
        show: { sources: [sourceOf(dying), sourceOf(dying, 2, 'kuaishou')] },
        reason: 'nothing_found',
      },
      'lost by us': {
        show: {
          sources: [sourceOf(steady(300)), sourceOf(dying, 2, 'kuaishou')],
          gaps: [lost(28, 60)],
        },
        reason: 'nothing_found',
      },
      'one platform': { show: { sources: [sourceOf(dying)] }, reason: 'one_platform' },
    },
  },
  slow_push: {
    show: {
      pushes: [
        push(1, 1, 5, { targets: [target('ok', 4_200)] }),
        push(2, 1, 15, { targets: [target('failed', null), target('ok', 300)] }),
        push(3, 1, 25, { targets: [target('ok', 250)] }),
      ],
    },
    finds: { effect: { low: -2, high: -2 }, sample: 3, proving: { metric: 'pushDelay' } },
    evidence: [
      { figure: 'pushDelay', value: 300, against: 3_000, versus: 'preset', n: 3 },
      { figure: 'targetsFailed', value: 1, span: { fromTs: at(15), toTs: at(15) } },
      { figure: 'pushDelay', value: 4_200 },
    ],
    misses: {
      'within three seconds': {
        show: { pushes: [push(1, 1, 5, { targets: [target('ok', 2_900)] })] },
        reason: 'nothing_found',
      },
      'nobody answered': {
        show: { pushes: [push(1, 1, 5, { targets: [target('none', null)] })] },
        reason: 'no_pushes_told',
      },
    },
  },
  warnings_unseen: {
    show: { warnings: [warning(10, null), warning(20, 20.5), warning(30, 35)] },
    finds: { effect: { low: -2, high: -2 }, sample: 3 },
    evidence: [
      { figure: 'warningOpen', text: 'douyin' },
      { figure: 'warningAfter', value: 300_000 },
    ],
    misses: {
      'seen at once': { show: { warnings: [warning(20, 20.5)] }, reason: 'nothing_found' },
      'typed by somebody': { show: { warnings: [warning(10, null, true)] }, reason: 'no_warnings' },
    },
  },
  giveaway_no_effect: {
    show: { cues: giveaways },
    finds: { effect: { low: -4, high: -4 }, sample: 4, confidence: 'medium' },
    evidence: [{ figure: 'viewersMean', value: 500, against: 500, versus: 'before', n: 4 }],
    misses: {
      'chat that rose': {
        show: {
          cues: giveaways,
          minutes: quietMinutes((index) => ({
            chats: [10, 22, 34, 46].some((start) => index > start && index <= start + 5) ? 45 : 20,
          })),
        },
        reason: 'nothing_found',
      },
      'people who came': {
        show: {
          cues: giveaways,
          minutes: quietMinutes((index) => ({ viewers: 500 + index * 5 })),
        },
        reason: 'nothing_found',
      },
      'one giveaway': { show: { cues: giveaways.slice(0, 1) }, reason: 'few_giveaways' },
      'missing data beside each': {
        show: { cues: giveaways.slice(0, 3), gaps: [lost(8, 9), lost(23, 24)] },
        reason: 'no_clean_window',
      },
    },
  },
  no_second_peak: {
    show: { minutes: peaks(10) },
    finds: { effect: { unit: 'orders', high: 0 }, confidence: 'low', sample: 1 },
    evidence: [
      { figure: 'peakWait', against: 900_000, versus: 'preset' },
      { figure: 'peakOrders', value: 60, against: 15 },
    ],
    misses: {
      'peaks that recur': { show: { minutes: peaks(10, 35, 60, 80) }, reason: 'nothing_found' },
      'no peak at all': { show: { minutes: peaks() }, reason: 'no_peaks' },
      'half an hour': { show: { minutes: quietMinutes(() => ({}), 30) }, reason: 'too_short' },
    },
  },
  overruled_true: {
    show: { overruled: [check('sources', 'red')], gaps: [lost(10, 12), lost(20, 22)] },
    finds: { effect: { low: -2, high: -2 }, sample: 2, cause: 'place' },
    evidence: [{ figure: 'gap', value: 120_000, span: { fromTs: at(10), toTs: at(12) } }],
    misses: {
      'nothing came of it': {
        show: { overruled: [check('sources', 'red')] },
        reason: 'nothing_found',
      },
      'of something else': {
        show: { overruled: [check('stock', 'red')], gaps: [lost(10, 12)] },
        reason: 'nothing_found',
      },
      'amber ones': {
        show: { overruled: [check('sources', 'amber')], gaps: [lost(10, 12)], show: aShow },
        reason: 'no_overruled',
      },
    },
  },
} satisfies Record<string, FindingCase>;
