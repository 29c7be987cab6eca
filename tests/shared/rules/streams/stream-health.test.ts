import { expect, it } from 'vitest';

import { streamHealth } from '#shared/rules/streams/stream-health.ts';

const MINUTE_MS = 60_000;
const span = { startTs: 0, endTs: 60 * MINUTE_MS, isEnded: true };

function source(sourceId: number, viewers: Readonly<Record<number, number>>) {
  const minutes = Object.entries(viewers).map(([minute, count]) => {
    return [Number(minute), { viewers: count, chats: 0, joins: 0, ordersPaid: 0 }] as const;
  });
  return { sourceId, platform: 'kuaishou', minutes: new Map(minutes) };
}

/** Off from 20:00 to 21:30. */
const told = [
  { ts: 20 * MINUTE_MS, platform: 'kuaishou', roomId: 1, state: 'offline' as const },
  { ts: 21.5 * MINUTE_MS, platform: 'kuaishou', roomId: 1, state: 'online' as const },
];
const outage = { fromTs: 20 * MINUTE_MS, toTs: 21.5 * MINUTE_MS };

it('a platform that told nothing is unknown, one that only told good is not interrupted', () => {
  const online = { ts: 0, platform: 'douyin', roomId: 2, state: 'online' as const };
  const platforms = ['bilibili', 'douyin'];
  expect(streamHealth({ told: [online], platforms, sources: [] }, span)).toEqual([
    { platform: 'bilibili', outages: null },
    { platform: 'douyin', outages: [] },
  ]);
});

it('viewers are those of the minute before and of the first minute after', () => {
  const sources = [source(1, { 18: 500, 20: 90, 21: 70, 23: 260 })];
  const [health] = streamHealth({ told, platforms: [], sources }, span);
  expect(health?.outages).toEqual([{ ...outage, viewersBefore: 500, viewersAfter: 260 }]);
});

it('only sources that told on both sides are compared', () => {
  const sources = [source(1, { 19: 500, 22: 260 }), source(2, { 19: 300 })];
  const [health] = streamHealth({ told, platforms: [], sources }, span);
  expect(health?.outages).toEqual([{ ...outage, viewersBefore: 500, viewersAfter: 260 }]);
});

it('one that did not come back has nobody after it; who was there is unknown where nobody told', () => {
  const [stays] = streamHealth(
    { told: told.slice(0, 1), platforms: [], sources: [source(1, { 19: 500, 30: 2 })] },
    span,
  );
  expect(stays?.outages).toEqual([
    { fromTs: outage.fromTs, toTs: null, viewersBefore: 500, viewersAfter: null },
  ]);
  const [silent] = streamHealth({ told, platforms: [], sources: [source(1, { 21: 70 })] }, span);
  expect(silent?.outages).toEqual([{ ...outage, viewersBefore: null, viewersAfter: null }]);
});
