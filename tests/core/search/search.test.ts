import { appendFileSync, writeFileSync } from 'node:fs';

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { SearchService } from '#core/search/search.service.ts';
import { searchFilePath } from '#core/search/search-file.ts';
import { engineOf } from '#core/store/engine.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import { commands } from '#shared/contract/contract.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { searchForm } from '#shared/rules/search-text.ts';
import { hitsInFolder } from '#tests/support/folder-bytes.ts';
import { chat, gift, join, person, tip } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

type Asked = Partial<CommandInput<'search.messages'>>;
type Found = CommandOutput<'search.messages'>;

let store: TestStore;
let intake: TestIngest;
let shows: readonly TestShow[];
let elsewhere: TestShow;
let sourceId: number;
let search: SearchService;
let said = 0;

beforeEach(() => {
  said = 0;
  store = openTestStore();
  const { db } = store.store;
  const times = { origin: 'live', currency: 'CNY', startedTs: TEST_NOW, endedTs: null } as const;
  shows = [0, 1].map(() => addShow(db, { room: 'main', ...times }));
  elsewhere = addShow(db, { room: 'other', ...times });
  sourceId = addSource(db, { room: 'main', connector: 'bridge', platform: 'douyin' });
  intake = startIngest(store, shows[0]?.roomId ?? elsewhere.roomId);
  search = open();
});
afterEach(() => {
  search.close();
  store.close();
});

function open(): SearchService {
  const { store: opened, folder, ports } = store;
  const service = new SearchService({
    store: opened.db,
    dataFolder: folder,
    engine: engineOf(null),
    ports,
  });
  service.start();
  return service;
}

function at(ts = TEST_NOW + said, platform = 'douyin') {
  said += 1;
  return { key: `m${said}`, ts, platform };
}

function say(events: readonly FeedEvent[], show = shows[0]): void {
  if (show === undefined) throw new Error('no show');
  intake.take(show.showId, sourceId, events);
}

function lines(texts: readonly string[], who = person('u1', 'Mei')): readonly FeedEvent[] {
  return texts.map((text) => chat(at(), who, text));
}

function filler(count: number): readonly FeedEvent[] {
  return lines(Array.from({ length: count }, (_, index) => `第${index}句 filler`));
}

async function ask(asked: Asked): Promise<Found> {
  const input = commands['search.messages'].input.parse({
    searchId: 'test',
    text: '',
    person: null,
    platform: null,
    kind: null,
    showId: null,
    fromTs: null,
    toTs: null,
    beforeSeq: null,
    limit: 50,
    ...asked,
  });
  const found = await search.find(shows[0]?.roomId ?? elsewhere.roomId, input);
  return commands['search.messages'].output.parse(found);
}

/** Every page to the end. */
async function askAll(asked: Asked): Promise<Found['hits']> {
  const hits: Found['hits'] = [];
  for (let beforeSeq: number | null = null; ;) {
    const page: Found = await ask({ ...asked, beforeSeq });
    hits.push(...page.hits);
    if (page.next === null) return hits;
    beforeSeq = page.next;
  }
}

async function texts(asked: Asked): Promise<readonly string[]> {
  return (await askAll(asked)).map(({ text }) => text);
}

/** By the base table alone, newest first. */
function naive(typed: string): readonly number[] {
  const rows = store
    .reader()
    .prepare(
      `SELECT e.seq, e.text FROM events e JOIN event_kinds k ON k.code = e.kind
       JOIN shows s ON s.id = e.show_id
       WHERE k.name IN ('chat', 'gift', 'paid_message', 'membership', 'reward', 'notice')
         AND s.room_id = 'main' AND e.text <> '' ORDER BY e.seq DESC`,
    )
    .all() as { readonly seq: number; readonly text: string }[];
  const form = searchForm(typed);
  return rows.filter(({ text }) => searchForm(text).includes(form)).map(({ seq }) => seq);
}

/** Words of every kind, such as would steer a query of the engine or a pattern. */
const WORDS = [
  '价格',
  '多少',
  '钱',
  '价',
  '格',
  'size',
  'si',
  'S',
  'ＳＩＺＥ',
  'xl',
  '1',
  '12',
].concat(
  ['"', '""', '*', '-', 'NEAR', 'AND', 'OR', 'NOT', '(', ')', '^', ':', '%', '_', '.*', '\\'],
  ['🔥', '👨‍👩‍👧', 'שלום', 'é', 'e\u0301', '\u200b', ' ', '  ', 'person1', 'kind3', '\0', 'ﬁ', '…'],
);
const line = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(''));

test('finds exactly what a look at every message finds, wherever the index ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 40 }),
      fc.array(line, { maxLength: 10 }),
      fc.array(line, { minLength: 4, maxLength: 8 }),
      fc.boolean(),
      async (before, after, typed, isOld) => {
        say(lines(before));
        say([...filler(isOld ? 160 : 0), join(at(), person('u2', 'Bo'))], shows[1]);
        search.catchUp(isOld ? 1 : 100);
        say(lines(after), shows[1]);
        say(lines(after), elsewhere);
        for (const text of [...typed, ...before.slice(0, 2)]) {
          const hits = await askAll({ text, limit: 7 });
          const isNothing = searchForm(text) === '';
          expect(hits.map(({ seq }) => seq)).toEqual(isNothing ? [] : naive(text));
        }
      },
    ),
    { numRuns: 12 },
  );
});

describe('a message', () => {
  test('that was only just committed is found, and one that is in the index too', async () => {
    say(lines(['这个价格多少']));
    search.catchUp(100);
    say(lines(['价格贵']));
    expect(await texts({ text: '价格' })).toEqual(['价格贵', '这个价格多少']);
    search.catchUp(100);
    expect(await texts({ text: '价格' })).toEqual(['价格贵', '这个价格多少']);
  });

  test('is found by a single character, and shown as it was written', async () => {
    say(lines(['ＳＩＺＥ　多少？', 'nothing']));
    search.catchUp(100);
    const [hit] = (await ask({ text: 'size 多' })).hits;
    expect(hit).toMatchObject({ text: 'ＳＩＺＥ　多少？', ranges: [[0, 6]], kind: 'chat' });
    expect(await texts({ text: '少' })).toEqual(['ＳＩＺＥ　多少？']);
    expect(await texts({ text: '?' })).toEqual(['ＳＩＺＥ　多少？']);
  });

  test('whose pairs stand apart is no hit', async () => {
    say(lines(['少钱和多少', '多少钱']));
    search.catchUp(100);
    expect(await texts({ text: '多少钱' })).toEqual(['多少钱']);
  });

  test('of another room is not found, and the show of each hit is named', async () => {
    say(lines(['secret word']), elsewhere);
    say(lines(['open word']), shows[1]);
    search.catchUp(100);
    const found = await ask({ text: 'word' });
    expect(found.hits.map(({ text }) => text)).toEqual(['open word']);
    expect(found.shows.map(({ id }) => id)).toEqual([shows[1]?.showId]);
  });
});

describe('filters', () => {
  const THANKS = { amountMinor: 12_900, currency: 'CNY', exponent: 2 };

  beforeEach(() => {
    say([
      chat(at(TEST_NOW), person('u1', 'Mei'), 'word of mei'),
      chat(at(TEST_NOW + 1_000, 'twitch'), person('u2', '小美'), 'word of 小美'),
      tip(at(TEST_NOW + 2_000), person('u2', '小美'), THANKS),
      {
        ...gift(at(), person('u1', 'Mei'), { count: 1, value: null, combo: null }),
        fragments: [{ type: 'text', text: 'a note word' }],
      },
    ]);
    say([chat(at(TEST_NOW + 90_000_000), person('u1', 'Mei'), 'later word')], shows[1]);
  });

  const expected: readonly (readonly [string, () => Asked, readonly string[]])[] = [
    ['a platform', () => ({ text: 'word', platform: 'twitch' }), ['word of 小美']],
    ['a kind', () => ({ text: 'word', kind: 'gift' }), ['a note word']],
    ['a kind alone', () => ({ kind: 'paid_message' }), ['thanks']],
    ['a part of a name', () => ({ text: 'word', person: { name: '美' } }), ['word of 小美']],
    [
      'a person alone',
      () => ({ person: { platform: 'twitch', platformUserId: 'u2' } }),
      ['word of 小美'],
    ],
    ['nobody of that name', () => ({ text: 'word', person: { name: 'zzz' } }), []],
    ['a show', () => ({ text: 'word', showId: shows[1]?.showId ?? null }), ['later word']],
    [
      'a time',
      () => ({ text: 'word', fromTs: TEST_NOW + 1_000, toTs: TEST_NOW + 2_000 }),
      ['word of 小美'],
    ],
    ['a later time', () => ({ text: 'word', fromTs: TEST_NOW + 80_000_000 }), ['later word']],
    ['a show alone', () => ({ showId: shows[1]?.showId ?? null }), ['later word']],
  ];
  test('hold in and out of the index', async () => {
    for (const slices of [0, 100]) {
      search.catchUp(slices);
      for (const [name, asked, found] of expected) {
        expect([name, await texts(asked())]).toEqual([name, found]);
      }
    }
  });

  test('what a platform took away is marked, and found as that', async () => {
    const [gone, banned, later] = [
      at(),
      at(TEST_NOW + said, 'twitch'),
      at(TEST_NOW + said, 'twitch'),
    ];
    const ban = {
      ...join(at(TEST_NOW + said, 'twitch'), null),
      kind: 'moderation',
      action: 'ban',
    } as const;
    const { entryType: _entry, ...rest } = ban;
    const target = { platformUserId: 'u3', name: 'bad', displayName: 'Bad' };
    const { entryType: _other, ...removal } = {
      ...join(at(), null),
      kind: 'chat.deleted',
    } as const;
    say([
      chat(gone, person('u1', 'Mei'), 'gone word'),
      chat(banned, person('u3', 'Bad'), 'banned word'),
      { ...removal, targetId: gone.key, userId: null, text: null },
      { ...rest, target, durationS: null },
      chat(later, person('u3', 'Bad'), 'back word'),
    ]);
    for (const slices of [0, 100]) {
      search.catchUp(slices);
      expect(await texts({ text: 'word', kind: 'removed' })).toEqual(['banned word', 'gone word']);
      const removed = (await askAll({ text: 'word' })).filter(({ isRemoved }) => isRemoved);
      expect(removed).toHaveLength(2);
    }
  });
});

describe('whoever asks', () => {
  test('for nothing gets nothing', async () => {
    say(filler(3));
    for (const text of ['', ' ', '\u200b', '\u3000']) {
      expect(await ask({ text })).toMatchObject({ hits: [], next: null, isCutShort: false });
    }
  });

  test('for ten thousand characters gets an answer', async () => {
    say(filler(3));
    search.catchUp(100);
    expect((await ask({ text: '价格"*'.repeat(2_500) })).hits).toEqual([]);
  });

  test('again before the answer came ends the first, unless it was asked elsewhere', async () => {
    say(filler(4_500));
    const [first, other, second] = await Promise.all([
      ask({ text: 'filler' }),
      ask({ text: '第3句', searchId: 'another' }),
      ask({ text: '第44句' }),
    ]);
    expect(first).toMatchObject({ isSuperseded: true });
    expect(other).toMatchObject({ isSuperseded: false });
    expect(second).toMatchObject({ isSuperseded: false });
    expect(second?.hits.map(({ text }) => text)).toEqual(['第44句 filler']);
  });

  test('is told how far the index reaches', async () => {
    search.close();
    say(filler(400));
    search = open();
    expect((await ask({})).index).toEqual({ isWhole: false, backToTs: null, fraction: 0 });
    search.catchUp(1);
    const part = (await ask({})).index;
    expect(part).toMatchObject({ isWhole: false, fraction: 150 / 400 });
    search.catchUp(100);
    expect((await ask({})).index).toMatchObject({ isWhole: true, fraction: 1 });
  });
});

describe('the index', () => {
  test('goes on after a restart where it was', async () => {
    say(filler(10));
    search.catchUp(100);
    search.close();
    say(lines(['new 价格']));
    search = open();
    expect((await ask({})).index).toMatchObject({ isWhole: true, fraction: 10 / 11 });
    expect(await texts({ text: '价格' })).toEqual(['new 价格']);
  });

  test.each([
    ['is damaged', () => writeFileSync(searchFilePath(store.folder), 'not a store'.repeat(1_000))],
    ['was cut off', () => writeFileSync(searchFilePath(store.folder), '')],
    [
      'is of another store',
      () => {
        const { raw } = store.store.db;
        raw.exec('UPDATE events SET received_ts = received_ts + 7');
      },
    ],
  ])('that %s is made anew', async (_name, spoil) => {
    say(lines(['价格']));
    search.catchUp(100);
    search.close();
    spoil();
    search = open();
    expect((await ask({})).index).toMatchObject({ fraction: 0 });
    search.catchUp(100);
    expect((await ask({})).index).toMatchObject({ isWhole: true });
    expect(await texts({ text: '价格' })).toEqual(['价格']);
  });

  test('forgets every word when somebody is erased, to the last byte', async () => {
    say(lines(['饕餮']));
    search.catchUp(100);
    const inIndex = () =>
      hitsInFolder(store.folder, ['餮']).filter(({ file }) => file.startsWith('search.sqlite'));
    expect(inIndex()).not.toEqual([]);
    store.store.db.raw.exec(`UPDATE events SET text = ''`);
    search.forgetWords();
    expect(inIndex()).toEqual([]);
    search.catchUp(100);
    expect(inIndex()).toEqual([]);
    expect((await ask({})).index).toMatchObject({ isWhole: true });
  });

  test('is filled behind the show, and not while very much comes in', async () => {
    say(filler(300));
    const fraction = async () => (await ask({})).index.fraction;
    store.ports.clock.advance(2_900);
    expect(await fraction()).toBe(0);
    store.ports.clock.advance(1_000);
    const begun = await fraction();
    expect(begun).toBeGreaterThan(0);
    store.ports.clock.advance(5_000);
    expect(await fraction()).toBe(1);
    say(filler(1_700));
    store.ports.clock.advance(1_000);
    const busy = await fraction();
    say(filler(1_700));
    store.ports.clock.advance(1_000);
    expect(await fraction()).toBeLessThan(busy);
    store.ports.clock.advance(20_000);
    expect(await fraction()).toBe(1);
  });

  test('that cannot be written leaves the search to read line by line', async () => {
    search.close();
    appendFileSync(searchFilePath(store.folder), '');
    const { store: opened, folder, ports } = store;
    const refusing = Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    search = new SearchService({
      store: opened.db,
      dataFolder: folder,
      engine: () => {
        throw refusing;
      },
      ports,
    });
    search.start();
    say(lines(['价格']));
    store.ports.clock.advance(10_000);
    expect(await texts({ text: '价格' })).toEqual(['价格']);
    expect((await ask({})).index).toMatchObject({ isWhole: false });
  });
});

test('a core that closes ends what is being looked for', async () => {
  say(filler(4_500));
  const asked = ask({ text: 'nowhere' });
  search.close();
  store.store.db.close();
  expect(await asked).toMatchObject({ hits: [], isSuperseded: true });
  store = store.reopen();
  search = open();
});
