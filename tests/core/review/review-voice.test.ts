import { afterEach, beforeEach, expect, test } from 'vitest';

import { reviewVoice } from '#core/review/review-voice.ts';
import { RoomId } from '#shared/model/ids.ts';
import type { ReviewVoice } from '#shared/model/review-voice.ts';
import { WordCounts } from '#shared/rules/voice/word-counts.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { MIX_MS, MIX_START } from '#tests/support/show-mix.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

const MAIN = RoomId.parse('main');
let store: TestStore;
let show: TestShow;

beforeEach(() => {
  store = openTestStore();
  show = addShow(store.store.db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: MIX_START,
    endedTs: MIX_START + MIX_MS,
  });
});
afterEach(() => store.close());

function say(texts: readonly string[]): void {
  const source = addSource(store.store.db, { room: 'main', connector: 'any', platform: 'twitch' });
  const events = texts.map((text, at) =>
    chat({ key: `c${at}`, ts: MIX_START + at * 1_000 }, person(`p${at}`, `P${at}`), text),
  );
  startIngest(store, MAIN).take(show.showId, source, events);
}

async function heard(): Promise<ReviewVoice> {
  const result = await reviewVoice(store.store.db, MAIN, show.showId);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

test('questions that mean the same are one, complaints and words are counted', async () => {
  const asked = ['有没有XL码？', 'XL码有吗', '有XL码吗？', 'XL码还有没有'];
  const complained = ['质量太差了', '质量太差了'];
  const talked = Array.from({ length: 1_200 }, (_, at) => `这件衬衫好看 ${at}`);
  say([...asked, ...complained, ...talked]);
  const voice = await heard();
  expect(voice.lines).toBe(asked.length + complained.length + talked.length);
  expect(voice.fromTs).toBeNull();
  const total = store
    .reader()
    .prepare('SELECT count(*) FROM events WHERE show_id = ? AND kind = 1')
    .pluck()
    .get(show.showId);
  expect(voice.lines).toBe(total);
  expect(voice.questions[0]).toMatchObject({ count: 4, people: 4, answeredTs: null });
  expect(voice.complaints[0]).toMatchObject({ text: '质量太差了', count: 2 });
  expect(voice.complaining).toBe(2);
  expect(voice.words).toContainEqual({ word: '衬衫', lines: talked.length });
});

test('a show without chat has nothing to hear; another room’s is refused', async () => {
  expect(await heard()).toEqual({
    lines: 0,
    fromTs: null,
    questions: [],
    complaining: 0,
    complaints: [],
    words: [],
    wordLines: 0,
  });
  const other = await reviewVoice(store.store.db, RoomId.parse('other'), show.showId);
  expect(other).toMatchObject({ ok: false, error: { code: 'unknown_show' } });
});

test('a word counts once a line, and stop words not at all', () => {
  const counts = new WordCounts();
  counts.add('linen linen the shirt');
  counts.add('Linen and the shirt');
  counts.add('这个 这个');
  counts.add('这个');
  counts.add('once');
  expect(counts.top(10)).toEqual([
    { word: 'linen', lines: 2 },
    { word: 'shirt', lines: 2 },
  ]);
});
