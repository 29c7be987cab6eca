import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { PROTOCOL_VERSION } from '#shared/contract/frames.ts';
import type { Language } from '#shared/model/settings.ts';
import { type CoreRig, MAIN_ROOM, RigScreen, startRig } from '#tests/support/core-rig.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

let folder: ReturnType<typeof temporaryFolder>;
let rig: CoreRig | null = null;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await rig?.close();
  rig = null;
  folder.clean();
});

async function start(wallTs: number = TEST_NOW): Promise<CoreRig> {
  rig = await startRig(folder.path, wallTs);
  return rig;
}

/** A desk whose page says what it speaks. */
function deskThatSpeaks(language: Language, { core }: CoreRig): RigScreen {
  const desk = new RigScreen(core, 'desk', MAIN_ROOM, null, `desk-${language}`);
  desk.raw({
    type: 'hello',
    protocol: PROTOCOL_VERSION,
    roomId: MAIN_ROOM,
    screenName: 'desk',
    language,
  });
  return desk;
}

/** What the first picture of a desk shows of the show's content. */
function shown(desk: RigScreen) {
  const { slices } = desk.snapshot();
  return {
    title: slices.show?.show?.title,
    currency: slices.show?.show?.currency,
    products: slices.shelf?.items.map(({ name, benefit, say }) => [name, benefit, say]),
    cards: slices.cues?.deck.map(({ text }) => text),
    blocks: slices.blocks?.blocks.map(({ title }) => title),
  };
}

test('waits for the first desk and is in its language, whole in its first picture', async () => {
  const rigged = await start();
  const { core, screen, advance } = rigged;
  core.askForDemo(true);
  await advance(1_000);
  const anchor = screen('anchor');
  expect(anchor.slice('show').show).toBeNull();
  const desk = deskThatSpeaks('zh-CN', rigged);
  expect(desk.frames).toHaveLength(1);
  expect(shown(desk)).toMatchObject({ title: '秋季亚麻专场', currency: 'CNY' });
  // One that comes later changes nothing.
  expect(shown(deskThatSpeaks('en', rigged)).title).toBe('秋季亚麻专场');
  expect(shown(desk).products).toHaveLength(8);
  expect(shown(desk).cards).toHaveLength(21);
  expect(shown(desk).blocks).toHaveLength(10);
});

test('an English desk’s demo has no Chinese in products, cards and blocks', async () => {
  const { screen, advance } = await start();
  const desk = screen('desk');
  await desk.must('demo.start', { seed: 1, language: 'en', speed: 1, eventsPerSecond: null });
  await advance(100);
  expect(JSON.stringify(shown(desk))).not.toMatch(CHINESE);
  expect(
    desk
      .slice('sources')
      .sources.map(({ channel }) => channel)
      .join(),
  ).not.toMatch(CHINESE);
  await desk.must('show.leave', {});
  await desk.must('demo.start', { seed: 1, language: 'zh-CN', speed: 1, eventsPerSecond: null });
  await advance(100);
  expect(shown(desk)).toMatchObject({ title: '秋季亚麻专场', currency: 'CNY' });
});

test('what was chosen in the settings goes before what a page speaks by itself', async () => {
  writeFileSync(join(folder.path, 'settings.json'), '{"version":1,"language":"zh-CN"}');
  const rigged = await start();
  rigged.core.askForDemo(false);
  expect(shown(deskThatSpeaks('en', rigged)).title).toBe('秋季亚麻专场');
});

test('goes on in its language after a restart, whatever the desk speaks then', async () => {
  const first = await start();
  const desk = first.screen('desk');
  await desk.must('demo.start', { seed: 1, language: 'en', speed: 20, eventsPerSecond: null });
  await first.advance(3_000);
  await first.core.close();
  const second = await start(TEST_NOW + 4_000);
  second.core.askForDemo(true);
  const again = deskThatSpeaks('zh-CN', second);
  for (let step = 0; step < 5; step += 1) await second.advance(1_000);
  expect(shown(again).title).toBe('Autumn linen night');
  const platforms = new Set(
    again.events().flatMap(({ kind, platform }) => (kind === 'chat' ? [platform] : [])),
  );
  expect(platforms.size).toBeGreaterThan(0);
  for (const platform of platforms) expect(['tiktok', 'youtube', 'twitch']).toContain(platform);
});
