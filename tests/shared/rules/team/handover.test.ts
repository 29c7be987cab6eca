import { describe, expect, test } from 'vitest';

import { AssistantAnswer, TeamSlice } from '#shared/model/assistant.ts';
import { sliceSchemas } from '#shared/contract/room-snapshot.ts';
import {
  forbidden,
  onNow,
  openProblems,
  promised,
  unanswered,
  type HandoverRoom,
} from '#shared/rules/team/handover.ts';
import { SAMPLE_NOW, sampleSlices } from '#tests/support/sample-snapshot.ts';

const sample = sampleSlices('en');
const ROOM: HandoverRoom = {
  blocks: sliceSchemas.blocks.parse(sample.blocks),
  shelf: sliceSchemas.shelf.parse(sample.shelf),
  cues: sliceSchemas.cues.parse(sample.cues),
  promises: sliceSchemas.promises.parse(sample.promises),
  questions: sliceSchemas.questions.parse(sample.questions),
  alerts: sliceSchemas.alerts.parse(sample.alerts),
  sources: sliceSchemas.sources.parse(sample.sources),
  outlets: sliceSchemas.outlets.parse(sample.outlets),
  team: TeamSlice.parse(sample.team),
  words: {},
};
const current = ROOM.shelf.current;
if (current === null) throw new Error('the sample has a product on');

describe('what is on', () => {
  test('is the running block and the product with the time of its GO', () => {
    const { block, product, rotation } = onNow(ROOM);
    expect(block?.id).toBe(ROOM.blocks.currentId);
    expect(product?.item.productId).toBe(current.productId);
    expect(product?.sinceTs).toBe(current.goTs);
    expect(rotation).toBeNull();
  });

  test('is nothing where nothing is', () => {
    const shelf = { ...ROOM.shelf, current: null };
    const empty = { ...ROOM, shelf, blocks: { blocks: [], currentId: null } };
    expect(onNow(empty)).toEqual({ block: null, product: null, rotation: null });
  });
});

test('what is promised: a cue until it is done or taken back, giveaways until they are over', () => {
  const block = ROOM.blocks.blocks[0];
  const cue = ROOM.cues.current;
  if (block === undefined || cue === null) throw new Error('the sample has both');
  const giveaway = { ...block, role: 'giveaway' as const, endedTs: null };
  const over = { ...giveaway, endedTs: SAMPLE_NOW };
  const blocks = { blocks: [giveaway, over], currentId: null };
  const states = (['sent', 'shown', 'help', 'done', 'withdrawn'] as const).map((state) => {
    const room = { ...ROOM, blocks, cues: { current: { ...cue, state } } };
    const { cue: waiting, giveaways } = promised(room);
    expect(giveaways).toEqual([giveaway]);
    return waiting?.state ?? null;
  });
  expect(states).toEqual(['sent', 'shown', 'help', null, null]);
});

test('what is owed is only what enough people ask, most people first; unknown is not none', () => {
  const owed = unanswered(ROOM);
  expect(owed?.debt).toBe(ROOM.questions.debt);
  expect(owed?.questions.every(({ isDebt }) => isDebt)).toBe(true);
  const people = owed?.questions.map((each) => each.people) ?? [];
  expect(people).toEqual([...people].sort((a, b) => b - a));
  expect(unanswered({ ...ROOM, questions: { ...ROOM.questions, isReady: false } })).toBeNull();
});

test('what must not be said is of what is on or armed, and the own words of risk', () => {
  const [other] = ROOM.shelf.items.filter(({ productId }) => productId !== current.productId);
  if (other === undefined) throw new Error('the sample has more products');
  const claimsOf = new Map<number, readonly string[]>([
    [current.productId, ['best in the world']],
    [other.productId, ['cures']],
  ]);
  const room = { ...ROOM, shelf: { ...ROOM.shelf, armed: null }, words: { risk: ['wechat'] } };
  const said = forbidden(room, claimsOf);
  expect(said.claims.map(({ claims }) => claims)).toEqual([['best in the world']]);
  expect(said.words).toEqual(['wechat']);
});

test('what is open: alerts nobody answered, sources in trouble, targets that failed, problems', () => {
  const [source] = ROOM.sources.sources;
  if (source === undefined) throw new Error('the sample has a source');
  const lost = { ...source, isEnabled: true, link: 'reconnecting' as const };
  const off = { ...lost, isEnabled: false };
  const problem = AssistantAnswer.parse({
    seq: 9,
    ts: SAMPLE_NOW,
    screenId: 4,
    name: 'Pixel',
    trade: 'ads',
    answer: 'problem',
    productId: null,
    linkNumber: null,
    productName: '',
    units: null,
    text: '',
    stockBefore: null,
    stockAfter: null,
    hasChangedShelf: false,
    state: 'seen',
  });
  const room = {
    ...ROOM,
    sources: { ...ROOM.sources, sources: [lost, off] },
    team: { answers: [problem, { ...problem, seq: 10, state: 'acknowledged' as const }] },
  };
  const open = openProblems(room, SAMPLE_NOW);
  expect(open.changed).toEqual([]);
  expect(open.alerts.every(({ answer }) => answer === null)).toBe(true);
  expect(open.sources.map(({ condition }) => condition)).toEqual(['reconnecting']);
  expect(open.targets.every(({ state }) => state === 'failed')).toBe(true);
  expect(open.assistants.map(({ seq }) => seq)).toEqual([9]);
});

test('what is open: a place that had what is on and shows something else by now', () => {
  const [answer] = current.targets;
  if (answer === undefined) throw new Error('the sample was sent somewhere');
  const had = { ...answer, state: 'ok' as const };
  const there = { what: 'item' as const, name: 'Item 777', sinceTs: SAMPLE_NOW };
  const targets = [had, { ...had, there }, { ...had, state: 'failed' as const, there }];
  const shelf = { ...ROOM.shelf, current: { ...current, targets } };
  expect(openProblems({ ...ROOM, shelf }, SAMPLE_NOW).changed).toEqual([targets[1]]);
});
