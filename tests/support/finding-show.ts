import type { z } from 'zod';

import type { Finding, FindingDetector } from '#shared/model/finding.ts';
import type { Review } from '#shared/model/review.ts';
import type { FindingFacts, SourceLine } from '#shared/rules/findings/facts.ts';
import { findingsOf } from '#shared/rules/findings/findings.ts';

import { REVIEW_START, sampleReview } from './sample-review.ts';

export const MINUTE_MS = 60_000;
const FIRST = Math.floor(REVIEW_START / MINUTE_MS);
const LENGTH = 60;

/** Show time of a minute of the show, fractions of it too. */
export const at = (minute: number): number => REVIEW_START + minute * MINUTE_MS;

type Input = z.input<typeof Review>;
type Minute = Input['minutes'][number];
export type ShowPatch = Partial<Input> & Partial<Omit<FindingFacts, keyof Review>>;

/**
 * A show of an hour in which nothing stands out, with what a test changes. One source told its people
 * online as the minutes say, unless sources are given.
 */
export function findingShow(patch: ShowPatch): FindingFacts {
  const { sources, helps, breaks, raids, asked, soldOut, offAir, cancelled, entered, ...rest } =
    patch;
  const { show, totals } = sampleReview('en', {});
  const minutes = rest.minutes ?? quietMinutes(() => ({}));
  const end = at(minutes.length);
  const review = sampleReview('en', {
    show: { ...show, endedTs: end },
    totals: {
      ...totals,
      onAirMs: minutes.length * MINUTE_MS,
      ordersPlaced: known(sum(minutes, ({ ordersPaid }) => ordersPaid)),
      ordersPaid: known(sum(minutes, ({ ordersPaid }) => ordersPaid)),
      paid: [
        { currency: 'CNY', exponent: 2, amountMinor: sum(minutes, ({ paidMinor }) => paidMinor) },
      ],
    },
    products: [],
    pushes: [],
    cues: Array.from({ length: 7 }, (_, index) => cueAt(index * 8, 2_000, index + 1)),
    gaps: [],
    slips: [],
    warnings: [],
    promises: [],
    comparison: { ...sampleReview('en', {}).comparison, shows: [], reason: 'no_earlier' },
    ...rest,
    minutes,
  });
  return {
    ...review,
    sources: sources ?? [sourceOf(minutes)],
    helps: helps ?? [],
    breaks: breaks ?? [{ fromTs: at(30), toTs: at(32) }],
    raids: raids ?? [],
    asked: asked ?? [],
    soldOut: soldOut ?? [],
    offAir: offAir ?? [],
    cancelled: cancelled ?? null,
    entered: entered ?? {},
  };
}

/** What is found in the show by one detector, and why it found nothing. */
export function foundBy(
  detector: FindingDetector,
  patch: ShowPatch,
): { readonly findings: readonly Finding[]; readonly reason: string | null } {
  const { findings, quiet } = findingsOf(findingShow(patch));
  return {
    findings: findings.filter((finding) => finding.detector === detector),
    reason: quiet.find((each) => each.detector === detector)?.reason ?? null,
  };
}

/** Minutes of a show that brings much the same in each, but for what is changed. */
export function quietMinutes(
  change: (index: number) => Partial<Minute>,
  length: number = LENGTH,
): Minute[] {
  return Array.from({ length }, (_, index) => ({
    minute: FIRST + index,
    viewers: 500,
    chats: 20,
    chatters: 10,
    joins: 25,
    follows: 1,
    gifts: 0,
    ordersPaid: 2,
    paidMinor: 20_000,
    ...change(index),
  }));
}

/** A source that told all of these minutes. */
export function sourceOf(
  minutes: readonly Minute[],
  sourceId = 1,
  platform = 'douyin',
): SourceLine {
  return {
    sourceId,
    platform,
    minutes: new Map(
      minutes.map(({ minute, viewers, chats, joins, ordersPaid }) => [
        minute,
        { viewers, chats, joins, ordersPaid },
      ]),
    ),
  };
}

export function known(value: number) {
  return { known: true as const, value, isApprox: false, without: [] };
}
export const unknown = { known: false as const, reason: 'source_cannot' as const };

export function cueAt(
  minute: number,
  doneDelayMs: number | null,
  cueId = minute + 1,
): Input['cues'][number] {
  return {
    cueId,
    kind: 'price',
    text: 'x',
    sentTs: at(minute),
    state: doneDelayMs === null ? 'sent' : 'done',
    shownDelayMs: doneDelayMs,
    doneDelayMs,
  };
}

export function product(
  id: number,
  airtimeMinutes: number,
  paidMinor: number,
  orders: number,
): Input['products'][number] {
  return {
    productId: id,
    linkNumber: id,
    name: `product ${id}`,
    role: 'none',
    pushes: 1,
    airtimeMs: airtimeMinutes * MINUTE_MS,
    ordersPaid: orders,
    unitsPaid: orders,
    paidMinor,
    currency: 'CNY',
    paidMinorPerMinute: airtimeMinutes === 0 ? null : paidMinor / airtimeMinutes,
  };
}

export function push(
  pushId: number,
  productId: number,
  minute: number,
  rest: Partial<Input['pushes'][number]> = {},
): Input['pushes'][number] {
  return {
    pushId,
    productId,
    linkNumber: productId,
    name: `product ${productId}`,
    goTs: at(minute),
    endTs: at(minute + 5),
    state: 'replaced',
    targets: [],
    ...rest,
  };
}

function sum(minutes: readonly Minute[], pick: (minute: Minute) => number): number {
  return minutes.reduce((total, minute) => total + pick(minute), 0);
}
