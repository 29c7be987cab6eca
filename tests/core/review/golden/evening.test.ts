import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Review } from '#shared/model/review.ts';
import { Evening } from '#tests/support/golden/evening.ts';
import { expectAudience, expectStreams } from '#tests/support/golden/expect-audience.ts';
import { expectBenefits } from '#tests/support/golden/expect-benefits.ts';
import { expectCommerce } from '#tests/support/golden/expect-commerce.ts';
import {
  expectComparison,
  expectJudged,
  expectOwnItems,
} from '#tests/support/golden/expect-comparison.ts';
import * as facts from '#tests/support/golden/expect-facts.ts';
import { expectCues, expectProducts, expectPushes } from '#tests/support/golden/expect-shelf.ts';
import * as totals from '#tests/support/golden/expect-totals.ts';
import { alike, numberLeaves, numbersIn } from '#tests/support/golden/number-leaves.ts';
import { asFar, PlainSql } from '#tests/support/golden/plain-sql.ts';

import { checkDerived } from './check-derived.ts';
import { checkReads } from './check-reads.ts';

let evening: Evening;
let review: Review;
let sql: PlainSql;

beforeAll(async () => {
  evening = await Evening.plan(21);
});
beforeAll(() => evening.firstHalf());
beforeAll(() => evening.secondHalf());
beforeAll(async () => {
  review = await evening.room.desk.must('review.get', { showId: evening.showId });
  sql = new PlainSql(evening.room.reader(), evening.showId);
});
afterAll(() => evening.room.close());

/** Every part of the document with what plain SQL over the events, and a plain formula, make of it. */
const PARTS = {
  show: () => totals.expectShow(sql),
  platforms: () => ['douyin', 'kuaishou'],
  totals: () => totals.expectTotals(sql),
  targets: () => totals.expectTargets(sql),
  minutes: () => totals.expectMinutes(sql),
  products: () => expectProducts(sql),
  pushes: () => expectPushes(sql),
  cues: () => expectCues(sql),
  gaps: () => totals.expectGaps(sql),
  streams: () => expectStreams(sql),
  notes: () => facts.expectNotes(sql),
  warnings: () => facts.expectWarnings(sql),
  slips: () => facts.expectSlips(sql),
  blocks: () => facts.expectBlocks(sql),
  overruled: () => facts.expectOverruled(sql),
  promises: () => facts.expectPromises(sql),
  duties: () => facts.expectDuties(sql),
  acts: () => facts.expectActs(sql),
  benefits: () => expectBenefits(sql),
  commerce: () => expectCommerce(sql, expectProducts(sql)),
  comparison: () => expectComparison(sql),
  audience: () => expectAudience(sql),
  people: () => facts.expectPeople(sql),
  marks: () => facts.expectMarks(sql),
  improvements: () => ({
    own: expectOwnItems(sql),
    judged: expectJudged(sql, totals.expectMinutes(sql), expectProducts(sql)),
  }),
} as const;

type Part = keyof typeof PARTS;

/** Each is worked out once. */
function expectedOf(part: Part): unknown {
  return sql.once(`part ${part}`, PARTS[part] as () => unknown);
}

describe('an evening with everything in it', () => {
  test.each(Object.keys(PARTS) as Part[])('%s is what plain SQL says', (part) => {
    const expected = expectedOf(part);
    expect(asFar(alike(shown(part), expected))).toEqual(asFar(expected));
  });

  test('every number of the document is known here and held against SQL, or it is said why not', () => {
    const checked = new Set(
      (Object.keys(PARTS) as Part[]).flatMap((part) => [...numbersIn(expectedOf(part), part)]),
    );
    const leaves = numberLeaves(Review);
    const isExcused = (leaf: string): boolean =>
      Object.keys(UNCHECKED).some((start) => leaf.startsWith(start));
    expect(leaves.filter((leaf) => !checked.has(leaf) && !isExcused(leaf))).toEqual([]);
    // What is excused and checked all the same, or is gone, is excused no longer.
    const needless = Object.keys(UNCHECKED).filter((start) => {
      const own = leaves.filter((leaf) => leaf.startsWith(start));
      return own.every((leaf) => checked.has(leaf));
    });
    expect(needless).toEqual([]);
  });
});

describe('what is read beside the document', () => {
  checkReads(() => ({ evening, sql }));
  checkDerived(() => ({ review, sql }));
});

/** In the order in which the oracle lists them. */
function shown(part: Part): unknown {
  return part === 'targets'
    ? review.targets.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    : review[part];
}

/** Numbers, by how their path begins, that no SQL is held against here, and why. */
const UNCHECKED: Readonly<Record<string, string>> = {
  'findings[]': 'each detector has cases of its own: tests/shared/rules/findings',
  against: 'null until an export works it out, by the rules that golden/shows.test.ts holds',
  voice: 'null until `review.voice` was read, which is held below',
  lift: 'null until `review.lift` was read, which golden/lift.test.ts holds against plain formulas',
  'pushes[].airing.before.questions': 'null until `review.asked` was read, as the next two',
  'pushes[].airing.during.questions': 'as above',
  'pushes[].airing.after.questions': 'as above',
  'pushes[].targets[].there.sinceTs': 'of a target on another program: tests/core/shelf/outlets',
  'outputs[]': 'read off an OBS: held against SQL in tests/core/outputs',
  'show.onAirSinceTs': 'of a show that runs',
  'gaps[].lost': 'told by no platform that is connected: null, as the gap of a restart has it',
};
