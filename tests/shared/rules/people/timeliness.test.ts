import { expect, test } from 'vitest';

import { Show } from '#shared/model/show.ts';
import { ON_TIME_MS, reviewPeople } from '#shared/rules/people/timeliness.ts';
import { deskFact } from '#tests/support/desk-fact.ts';

const MINUTE = 60_000;
const BASE = 1_000;
const show = Show.parse({
  id: 1,
  title: 'T',
  origin: 'live',
  state: 'ended',
  startedTs: BASE,
  endedTs: BASE + 120 * MINUTE,
  createdTs: 0,
  onAirBeforeMs: 120 * MINUTE,
  onAirSinceTs: null,
  currency: 'CNY',
});
const nothing = { untilTs: BASE + 120 * MINUTE, pushes: [], cues: [] };
const at = (minutes: number): number => Math.round(minutes * MINUTE);

test('a call is on time by when somebody saw to it; one that nobody did is not', () => {
  const facts = [
    deskFact(at(1), { kind: 'help.asked', reason: 'water', screenId: null }),
    deskFact(at(1.5), { kind: 'help.answered', askedSeq: at(1), screenId: null }),
    deskFact(at(10), { kind: 'help.asked', reason: 'tech', screenId: null }),
    deskFact(at(14), { kind: 'help.answered', askedSeq: at(10), screenId: null }),
    deskFact(at(20), { kind: 'help.asked', reason: 'stop', screenId: null }),
  ];
  expect(reviewPeople(facts, show, nothing).timely).toEqual([
    {
      role: 'operator',
      what: 'call',
      name: null,
      count: 3,
      done: 2,
      onTime: 1,
      limitMs: ON_TIME_MS.call,
      medianMs: at(2.25),
    },
  ]);
});

test('who calls for the same again while nobody came has called once', () => {
  const facts = [
    deskFact(at(1), { kind: 'help.asked', reason: 'water', screenId: null }),
    deskFact(at(1.5), { kind: 'help.asked', reason: 'water', screenId: null }),
    deskFact(at(1.75), { kind: 'help.answered', askedSeq: at(1), screenId: null }),
  ];
  const [row] = reviewPeople(facts, show, nothing).timely;
  expect(row).toMatchObject({ what: 'call', count: 1, done: 1, medianMs: at(0.75) });
});

test('a stretch that still runs counts up to now', () => {
  const running = { ...show, state: 'on_air', endedTs: null } as const;
  const rest = deskFact(at(20), { kind: 'rest.began', screenId: null });
  const now = { ...nothing, untilTs: BASE + at(50) };
  expect(reviewPeople([], running, now).load).toMatchObject({ longestMs: at(50), breaks: 0 });
  const load = { longestMs: at(20), breaks: 1, breakMs: at(30) };
  expect(reviewPeople([rest], running, now).load).toMatchObject(load);
});

test('pushes and cues that came back late, or not at all, are not on time', () => {
  const sent = {
    ...nothing,
    pushes: [{ delayMs: 400 }, { delayMs: 3_001 }, { delayMs: null }],
    cues: [{ delayMs: 60_000 }, { delayMs: null }],
  };
  const { timely } = reviewPeople([], show, sent);
  expect(timely.map(({ what, count, done, onTime }) => ({ what, count, done, onTime }))).toEqual([
    { what: 'push', count: 3, done: 2, onTime: 1 },
    { what: 'cue', count: 2, done: 1, onTime: 1 },
  ]);
});

test('the longest stretch ends with a break, the last one with the show', () => {
  const facts = [
    deskFact(at(20), { kind: 'rest.began', screenId: null }),
    deskFact(at(25), { kind: 'rest.ended', beganSeq: at(20), screenId: null }),
    deskFact(at(40), { kind: 'mood.noted', mood: 2, screenId: null }),
  ];
  expect(reviewPeople(facts, show, nothing).load).toEqual({
    longestMs: at(95),
    breaks: 1,
    breakMs: at(5),
    talk: null,
    moods: [{ ts: BASE + at(40), mood: 2 }],
  });
  expect(reviewPeople([], show, nothing).load?.longestMs).toBe(at(120));
});

test('a show that never began has no load, and one of ten seconds one of ten seconds', () => {
  expect(reviewPeople([], { ...show, startedTs: null, endedTs: null }, nothing)).toEqual({
    hosts: [],
    timely: [],
    load: null,
  });
  const short = { ...show, endedTs: BASE + 10_000 };
  const soon = { ...nothing, untilTs: BASE + 10_000 };
  expect(reviewPeople([], short, soon).load).toMatchObject({ longestMs: 10_000, breaks: 0 });
});
