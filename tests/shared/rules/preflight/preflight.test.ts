import { expect, test } from 'vitest';

import { sliceSchemas } from '#shared/contract/room-snapshot.ts';
import { openRed, preflight, type PreflightRoom } from '#shared/rules/preflight/preflight.ts';
import { makeBlock } from '#tests/support/make-block.ts';
import { SAMPLE_NOW, sampleSlices, sampleSource } from '#tests/support/sample-snapshot.ts';

const items = sliceSchemas.shelf.parse(sampleSlices('en').shelf).items;
const stocked = items.map((item) => ({ ...item, isSoldOut: false, stock: 9 }));
const source = (link: 'ready' | 'failed' | 'connecting') =>
  sliceSchemas.sources.parse({
    ...sampleSlices('en').sources,
    sources: [sampleSource({ link, isEnabled: true, channel: 'linen' })],
  }).sources;

const GOOD: PreflightRoom = {
  sources: source('ready'),
  screens: [{ role: 'anchor', isConnected: true }],
  outlets: [],
  items: stocked,
  blocks: [makeBlock({ title: 'Hero', productIds: [stocked[0]?.productId ?? 1] })],
  phrases: [],
  wallNow: SAMPLE_NOW,
};
const found = (change: Partial<PreflightRoom>) =>
  preflight({ ...GOOD, ...change }).filter(({ light }) => light !== 'green');

test('a room where all is well has seven green lines', () => {
  expect(preflight(GOOD).map(({ light }) => light)).toEqual(
    Array.from({ length: 7 }, () => 'green'),
  );
});

test.each<readonly [string, Partial<PreflightRoom>, string, string]>([
  ['no source', { sources: [] }, 'red', 'sourcesNone'],
  ['a source that failed', { sources: source('failed') }, 'red', 'sourcesDown'],
  ['a source that connects', { sources: source('connecting') }, 'amber', 'sourcesWait'],
  [
    'no screen of the host',
    { screens: [{ role: 'anchor', isConnected: false }] },
    'amber',
    'screensNone',
  ],
  ['no plan', { blocks: [] }, 'amber', 'planEmpty'],
  [
    'a block about a product that is not there',
    { blocks: [makeBlock({ title: 'Hero', productIds: [9_999] })] },
    'red',
    'planUnshelved',
  ],
  ['a banned phrase', { phrases: [{ phrase: 'best', isBanned: true }] }, 'red', 'wordsBanned'],
  ['a phrase to mind', { phrases: [{ phrase: 'hurry', isBanned: false }] }, 'amber', 'wordsRisky'],
])('%s', (_name, change, light, finding) => {
  expect(found(change)).toMatchObject([{ light, finding }]);
});

test('stock: gone is red, unknown is amber, and names are told', () => {
  const gone = stocked.map((item, index) => (index < 2 ? { ...item, stock: 0 } : item));
  expect(found({ items: gone })).toMatchObject([
    { finding: 'stockGone', count: 2, names: gone.slice(0, 2).map(({ name }) => name) },
  ]);
  const unknown = stocked.map((item) => ({ ...item, stock: null }));
  expect(found({ items: unknown })[0]).toMatchObject({
    light: 'amber',
    finding: 'stockUnknown',
    count: unknown.length,
  });
});

test('what was overruled is not red again, until it is something else', () => {
  const checks = preflight({ ...GOOD, sources: [] });
  const overruled = [{ checks: checks.filter(({ light }) => light === 'red') }];
  expect(openRed(checks, [])).toHaveLength(1);
  expect(openRed(checks, overruled)).toEqual([]);
  expect(openRed(preflight({ ...GOOD, sources: source('failed') }), overruled)).toHaveLength(1);
});
