import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { AskedLine } from '#shared/rules/questions/asked-group.ts';
import { QuestionDebt } from '#shared/rules/questions/question-debt.ts';
import type { Removal } from '#shared/rules/questions/removed-lines.ts';

const TEXTS = ['会缩水吗', '洗了会不会缩水啊', '缩水吗？'] as const;

function line(seq: number, who: string, platform = 'douyin', text: string = TEXTS[0]): AskedLine {
  return { seq, ts: seq * 1000, text, platform, person: `${platform}\n${who}` };
}

/** A debt that was told the lines, and then what was removed of them. */
function debtOf(
  lines: readonly AskedLine[],
  removals: readonly Removal[],
  answerAfter: number | null = null,
): QuestionDebt {
  const debt = new QuestionDebt((seq) => lines.find((each) => each.seq === seq)?.text ?? null);
  for (const each of lines) {
    debt.ask(each, () => 10);
    if (each.seq === answerAfter) {
      const at = { seq: each.seq, ts: each.ts, lineSeqs: [each.seq] };
      debt.answer({ ...at, how: 'marked', count: 0, people: 0 });
    }
  }
  for (const removal of removals) {
    const text = removal.what === 'line' ? textIn(lines, removal.line.seq) : null;
    debt.remove(removal, text);
  }
  return debt;
}

function textIn(lines: readonly AskedLine[], seq: number): string | null {
  return lines.find((each) => each.seq === seq)?.text ?? null;
}

function isRemoved(line: AskedLine, removal: Removal): boolean {
  if (removal.what === 'line') return removal.line.seq === line.seq;
  if (removal.what === 'person') return removal.person === line.person;
  return removal.platform === line.platform;
}

describe('lines that were removed', () => {
  test('are counted no more, and the question speaks in words that still stand', () => {
    const lines = [line(1, 'a'), line(2, 'b', 'douyin', TEXTS[1]), line(3, 'c', 'twitch')];
    const debt = debtOf(lines, [{ what: 'line', line: line(1, 'a') }]);
    expect(debt.read()).toMatchObject({
      debt: 0,
      open: [{ id: 1, text: TEXTS[1], count: 2, people: 2, isDebt: false, firstSeq: 2 }],
    });
  });

  test('of somebody who asks twice: one of them leaves the person asking', () => {
    const lines = [line(1, 'a'), line(2, 'a'), line(3, 'b')];
    const debt = debtOf(lines, [{ what: 'line', line: line(2, 'a') }]);
    expect(debt.read().open).toMatchObject([{ count: 2, people: 2, lastSeq: 3 }]);
  });

  test('are taken once, however often their removal is told', () => {
    const removal: Removal = { what: 'line', line: line(1, 'a') };
    const debt = debtOf([line(1, 'a'), line(2, 'b')], [removal, removal, removal]);
    expect(debt.read().open).toMatchObject([{ count: 1, people: 1 }]);
  });

  test('that were answered leave what was answered; with the last of them the row goes', () => {
    const lines = [line(1, 'a'), line(2, 'b')];
    const one = debtOf(lines, [{ what: 'line', line: line(1, 'a') }], 2);
    expect(one.read().answered).toMatchObject([{ count: 1, people: 1 }]);
    const all = debtOf(lines, [{ what: 'platform', platform: 'douyin' }], 2);
    expect(all.read()).toMatchObject({ open: [], answered: [], forgotten: 0 });
  });

  test('leave what would be there had they never been written', () => {
    const arbitraryLines = fc
      .array(
        fc.tuple(
          fc.constantFrom('a', 'b', 'c', 'd'),
          fc.constantFrom('douyin', 'twitch'),
          fc.constantFrom(...TEXTS),
        ),
        { maxLength: 40 },
      )
      .map((all) => all.map(([who, on, text], at) => line(at + 1, who, on, text)));
    const arbitraryRemoval = (lines: readonly AskedLine[]): fc.Arbitrary<Removal> =>
      fc.oneof(
        fc.constantFrom(...lines).map((each) => ({ what: 'line' as const, line: each })),
        fc.constantFrom(...lines).map(({ person, platform }) => ({
          what: 'person' as const,
          person: person ?? '',
          platform,
        })),
        fc.constantFrom('douyin', 'twitch').map((platform) => ({
          what: 'platform' as const,
          platform,
        })),
      );
    const both = arbitraryLines
      .filter((lines) => lines.length > 0)
      .chain((lines) =>
        fc.tuple(fc.constant(lines), fc.array(arbitraryRemoval(lines), { maxLength: 6 })),
      );
    fc.assert(
      fc.property(both, ([lines, removals]) => {
        const kept = lines.filter((each) => !removals.some((removal) => isRemoved(each, removal)));
        const shown = (debt: QuestionDebt) =>
          debt.read().open.map(({ count, people, platforms, firstSeq, lastSeq, text }) => ({
            count,
            people,
            platforms,
            firstSeq,
            lastSeq,
            text,
          }));
        expect(shown(debtOf(lines, removals))).toEqual(shown(debtOf(kept, [])));
      }),
    );
  });
});
