import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { CueId } from '#shared/model/ids.ts';
import { OPEN_QUESTIONS_SENT, type Question } from '#shared/model/question.ts';
import { QuestionDebt } from '#shared/rules/questions/question-debt.ts';

type Line = { readonly text: string; readonly person: string; readonly platform?: string };

/** Tells the debt lines one after another, a second apart, from `firstSeq` on. */
function tell(debt: QuestionDebt, lines: readonly Line[], firstSeq = 1, chatters = 10): void {
  lines.forEach(({ text, person, platform = 'douyin' }, at) => {
    const seq = firstSeq + at;
    debt.ask(
      { seq, ts: seq * 1000, text, platform, person: `${platform}\n${person}` },
      () => chatters,
    );
  });
}

function noText(): null {
  return null;
}

function only(debt: QuestionDebt): Question {
  const { open, answered } = debt.read();
  const [row] = [...open, ...answered];
  if (row === undefined) throw new Error('nothing is asked');
  return row;
}

const ANSWER = { how: 'marked', count: 0, people: 0 } as const;

describe('what is asked', () => {
  test('the same from three people is owed; one who repeats it is one person', () => {
    const debt = new QuestionDebt(noText);
    tell(debt, [
      { text: '会缩水吗', person: 'a' },
      { text: '会缩水吗', person: 'a' },
      { text: '缩水吗？', person: 'b' },
    ]);
    expect(only(debt)).toMatchObject({
      id: 1,
      text: '会缩水吗',
      count: 3,
      people: 2,
      isDebt: false,
    });
    tell(debt, [{ text: '洗了会不会缩水啊', person: 'b', platform: 'kuaishou' }], 4);
    // The same name on another platform is another person.
    expect(debt.read()).toMatchObject({ debt: 1, openCount: 1, oldestDebtTs: 1000 });
    expect(only(debt)).toMatchObject({
      count: 4,
      people: 3,
      isDebt: true,
      firstSeq: 1,
      lastSeq: 4,
      platforms: [
        { platform: 'douyin', count: 3 },
        { platform: 'kuaishou', count: 1 },
      ],
    });
    expect(debt.lineSeqs(only(debt).id)).toEqual([1, 2, 3, 4]);
  });

  test('in a large room it takes one in a hundred of those who chat', () => {
    const debt = new QuestionDebt(noText);
    const asking = Array.from({ length: 9 }, (_, at) => ({ text: '包邮吗', person: `p${at}` }));
    tell(debt, asking, 1, 1000);
    expect(debt.read().debt).toBe(0);
    tell(debt, [{ text: '包邮吗', person: 'p10' }], 10, 1000);
    expect(debt.read().debt).toBe(1);
  });

  test('what asks nothing makes no row', () => {
    const debt = new QuestionDebt(noText);
    tell(debt, [
      { text: '1', person: 'a' },
      { text: '已拍', person: 'b' },
      { text: '？？', person: 'c' },
    ]);
    expect(debt.read()).toMatchObject({ open: [], openCount: 0 });
  });
});

describe('an answer', () => {
  const asked = [
    { text: '会缩水吗', person: 'a' },
    { text: '会缩水吗', person: 'b' },
    { text: '会缩水吗', person: 'c' },
  ];

  test('closes it; a later line opens it anew, with its history and counted anew', () => {
    const debt = new QuestionDebt(noText);
    tell(debt, asked);
    debt.answer({ seq: 10, ts: 10_000, lineSeqs: [1, 3], ...ANSWER });
    expect(debt.read()).toMatchObject({ open: [], debt: 0, openCount: 0 });
    expect(only(debt)).toMatchObject({ state: 'answered', count: 3, people: 3 });

    tell(debt, [{ text: '缩水吗', person: 'a' }], 20);
    expect(debt.read().answered).toEqual([]);
    expect(only(debt)).toMatchObject({
      id: 1,
      state: 'open',
      count: 1,
      people: 1,
      firstTs: 20_000,
      isDebt: false,
      answer: { seq: 10, ts: 10_000, how: 'marked', count: 3, people: 3 },
    });
  });

  test('that is taken back opens all of it, what was asked since included', () => {
    const debt = new QuestionDebt(noText);
    tell(debt, asked);
    debt.answer({ seq: 10, ts: 10_000, lineSeqs: [1], ...ANSWER });
    tell(debt, [{ text: '会缩水吗', person: 'd' }], 20);
    debt.reopen({ seq: 21, ts: 21_000, lineSeqs: [1] });
    expect(only(debt)).toMatchObject({
      count: 4,
      people: 4,
      firstTs: 1000,
      isDebt: true,
      answer: null,
    });
    expect(debt.lineSeqs(only(debt).id)).toEqual([1, 2, 3, 20]);
  });

  test('a line from before it that comes late was answered with it', () => {
    const debt = new QuestionDebt(noText);
    tell(debt, asked);
    debt.answer({ seq: 10, ts: 10_000, lineSeqs: [1], ...ANSWER });
    const late = { seq: 11, ts: 9_000, text: '会缩水吗', platform: 'douyin', person: 'douyin\nd' };
    debt.ask(late, () => 1);
    expect(only(debt)).toMatchObject({ state: 'answered', count: 4, people: 4 });
  });

  test('finds its question by the words of any line that is known, where the first is not', () => {
    const debt = new QuestionDebt((seq) => (seq === 2 ? '这个会不会缩水' : null));
    tell(debt, asked, 100);
    debt.answer({ seq: 200, ts: 200_000, lineSeqs: [1, 2], ...ANSWER });
    expect(only(debt).state).toBe('answered');
  });

  test('of something nobody here asked changes nothing', () => {
    const debt = new QuestionDebt(noText);
    tell(debt, asked);
    const before = debt.read();
    debt.answer({ seq: 10, ts: 10_000, lineSeqs: [77], ...ANSWER });
    debt.reopen({ seq: 11, ts: 11_000, lineSeqs: [1] });
    expect(debt.read()).toEqual(before);
  });
});

test('a question stands on the anchor’s screen until its cue is settled or another is sent', () => {
  const debt = new QuestionDebt(noText);
  tell(debt, [{ text: '会缩水吗', person: 'a' }]);
  debt.cueSent(CueId.parse(7), [1]);
  expect(only(debt).cueId).toBe(7);
  debt.cueSent(CueId.parse(8), []);
  expect(only(debt).cueId).toBeNull();
  debt.cueSent(CueId.parse(9), [1]);
  debt.cueSettled(CueId.parse(9));
  expect(only(debt).cueId).toBeNull();
});

describe('rows', () => {
  const topics =
    '茶杯 台灯 键盘 风扇 拖鞋 牙刷 毛巾 口红 眼影 面霜 耳机 手表 水壶 雨伞 书包 枕头 被子 领带'.split(
      ' ',
    );

  test('that are owed keep their places while others are asked more, and stand first', () => {
    const debt = new QuestionDebt(noText);
    const three = (text: string): Line[] => ['a', 'b', 'c'].map((person) => ({ text, person }));
    tell(debt, [{ text: '有口袋吗', person: 'z' }, ...three('会缩水吗'), ...three('会掉色吗')]);
    const before = debt.read().open.map(({ text }) => text);
    expect(before).toEqual(['会缩水吗', '会掉色吗', '有口袋吗']);
    tell(
      debt,
      Array.from({ length: 9 }, (_, at) => ({ text: '会掉色吗', person: `m${at}` })),
      50,
    );
    tell(debt, [{ text: '有口袋吗', person: 'y' }], 80);
    expect(debt.read().open.map(({ text }) => text)).toEqual(before);
  });

  test('are bounded; all open ones are counted', () => {
    const debt = new QuestionDebt(noText);
    const lines = topics.flatMap((a) =>
      topics.slice(0, 4).map((b) => ({ text: `${a}配${b}能送人吗`, person: 'a' })),
    );
    tell(debt, lines);
    const { open, openCount } = debt.read();
    expect(open).toHaveLength(OPEN_QUESTIONS_SENT);
    expect(openCount).toBeGreaterThan(OPEN_QUESTIONS_SENT);
  });

  test('that few ask have places of their own among many that are owed', () => {
    const debt = new QuestionDebt(noText);
    const owed = topics.flatMap((topic) =>
      ['贵吗', '能送人吗'].flatMap((what) =>
        ['a', 'b', 'c'].map((person) => ({ text: `${topic}${what}`, person })),
      ),
    );
    tell(debt, owed);
    tell(debt, [{ text: '会缩水吗', person: 'z' }], 1_000);
    const { open } = debt.read();
    expect(open).toHaveLength(OPEN_QUESTIONS_SENT);
    expect(open.at(-1)).toMatchObject({ text: '会缩水吗', isDebt: false });
  });

  test('beyond the limit the longest quiet are forgotten and counted, the owed ones last', () => {
    const debt = new QuestionDebt(noText, { groups: 10 });
    const owed = ['a', 'b', 'c'].map((person) => ({ text: '会缩水吗', person }));
    tell(debt, owed);
    tell(
      debt,
      topics.map((topic) => ({ text: `${topic}贵吗`, person: 'a' })),
      10,
    );
    const { openCount, forgotten, open } = debt.read();
    expect(openCount).toBe(10);
    expect(forgotten).toBe(topics.length + 1 - 10);
    expect(open[0]?.text).toBe('会缩水吗');
  });
});

/** Halves of surrogate pairs included. */
const anyCharacter = fc.nat({ max: 0x10_ffff }).map((code) => String.fromCodePoint(code));

describe('any chat', () => {
  const text = fc.constantFrom(
    '会缩水吗',
    '缩水吗',
    '3号有货吗',
    '5号有货吗',
    'does it shrink?',
    '1',
    '？？',
  );
  const line = fc.record({ text, person: fc.constantFrom('a', 'b', 'c', 'd') });

  test('the order of lines changes no count', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        (lines, random) => {
          const counts = (told: readonly Line[]): unknown => {
            const debt = new QuestionDebt(noText);
            tell(debt, told);
            return debt
              .read()
              .open.map(({ count, people }) => `${count}/${people}`)
              .sort();
          };
          const keyed = lines.map((each) => ({ each, key: random.next().value }));
          const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ each }) => each);
          expect(counts(shuffled)).toEqual(counts(lines));
        },
      ),
    );
  });

  test('a repeat adds a message and no person', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const [once, twice] = [new QuestionDebt(noText), new QuestionDebt(noText)];
        tell(once, lines);
        tell(twice, [...lines, ...lines]);
        const [a, b] = [once, twice].map((debt) => debt.read().open);
        expect(b?.map(({ count, people }) => [count, people]).sort()).toEqual(
          a?.map(({ count, people }) => [count * 2, people]).sort(),
        );
      }),
    );
  });

  test('nothing is thrown by any text, and groups stay within their bound', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: anyCharacter, maxLength: 60 }), { maxLength: 60 }),
        (texts) => {
          const debt = new QuestionDebt(noText, { groups: 5 });
          tell(
            debt,
            texts.map((each) => ({ text: `${each}吗？`, person: 'a' })),
          );
          expect(debt.read().openCount).toBeLessThanOrEqual(5);
        },
      ),
    );
  });
});
