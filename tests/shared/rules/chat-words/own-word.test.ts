import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { normaliseChat } from '#shared/rules/chat-tags/normalise.ts';
import { OWN_WORD_MAX, readOwnWord } from '#shared/rules/chat-words/own-word.ts';
import { buildAutomaton, runAutomaton } from '#shared/rules/chat-words/pattern-automaton.ts';
import { parsePattern } from '#shared/rules/chat-words/pattern-tree.ts';

const isIn = (typed: string, line: string): boolean => {
  const read = readOwnWord(typed);
  if (!read.ok) throw new Error(`${typed}: ${read.fault.why}`);
  return read.word.isIn(normaliseChat(line));
};

describe('what is refused', () => {
  it.each([
    ['/(a+)+$/', 'repeat_in_repeat', 5, '+$'],
    ['/^(a+)+$/', 'repeat_in_repeat', 6, '+$'],
    ['/(a*)*/', 'repeat_in_repeat', 5, '*'],
    ['/a**/', 'repeat_in_repeat', 2, '**'],
    ['/(a|aa)+$/', 'overlapping_repeats', 4, 'aa)'],
    ['/(a|a)*$/', 'overlapping_repeats', 4, 'a)*'],
    ['/(a?a)*b/', 'overlapping_repeats', 4, 'a)*'],
    ['/x+x+y/', 'overlapping_repeats', 3, 'x+y'],
    ['/.*.*x/', 'overlapping_repeats', 3, '.*x'],
    ['/(ab)+(ab)+y/', 'overlapping_repeats', 7, 'ab)'],
    ['/(红|红色)+衣/', 'overlapping_repeats', 4, '红色)'],
    ['/(a)\\1/', 'backreference', 4, '\\1'],
    ['/(?=a)b/', 'lookaround', 1, '(?='],
    ['/(?<!a)b/', 'lookaround', 1, '(?<!'],
    ['/(?<n>a)/', 'unsupported', 1, '(?<'],
    ['/\\bcap/', 'unsupported', 1, '\\b'],
    ['/\\p{L}/', 'unsupported', 1, '\\p'],
    ['/a$b/', 'anchor_inside', 2, '$'],
    ['/a^b/', 'anchor_inside', 2, '^'],
    ['/a{1,99}/', 'too_large', 2, '{1,99}'],
    ['/((a{1,50}){1,50}){1,50}/', 'too_large', 3, 'a{1'],
    ['/[a-/', 'bad_syntax', 1, '['],
    ['/(a/', 'bad_syntax', 1, '('],
    ['/a)/', 'bad_syntax', 2, ')'],
    ['/+a/', 'bad_syntax', 1, '+'],
    ['/a{3,2}/', 'bad_syntax', 2, '{3,2}'],
    ['/./', 'matches_all', 1, '.'],
    ['/.*/', 'matches_all', 1, '.*'],
    ['/a?/', 'matches_all', 1, 'a?'],
    ['/好|/', 'matches_all', 1, '好|'],
    ['//', 'empty', 1, ''],
    ['\u200b\u0301', 'empty', 0, ''],
  ])('%s: %s', (typed, why, at, given) => {
    expect(readOwnWord(typed)).toEqual({ ok: false, fault: { why, at, given } });
  });

  it('a word that is too long', () => {
    expect(readOwnWord('好'.repeat(OWN_WORD_MAX)).ok).toBe(true);
    expect(readOwnWord('好'.repeat(OWN_WORD_MAX + 1))).toMatchObject({
      fault: { why: 'too_long', at: OWN_WORD_MAX },
    });
  });
});

describe('what is found', () => {
  it.each([
    ['返图', '求个返图', true],
    ['返图', '返个图', false],
    ['cap', 'nice CAP!', true],
    ['cap', 'escape', false],
    ['ＣＡＰ', 'my cap', true],
    ['錢', '多少钱', true],
    ['v领', '这件v领', true],
    ['/多少.*钱/', '这件多少钱', true],
    ['/a.*b.*c/', 'xxaxxbxxc', true],
    ['/^求?链接$/', '求链接', true],
    ['/^求?链接$/', '求链接啊', false],
    ['/\\d{2,3}斤/', '我130斤', true],
    ['/\\d{2,3}斤/', '我1斤', false],
    ['/(买|拍)\\d+件/', '我买3件', true],
    ['/[A-F]{3}/', 'xABCx', true],
    ['/[^a-z ]{2}/', 'ab 12', true],
    ['/(\\d+,)*x/', '1,22,x', true],
    ['/？$/', '多少？', true],
  ])('%s in %s: %s', (typed, line, isFound) => {
    expect(isIn(typed, line)).toBe(isFound);
  });
});

/** Patterns of three characters, with everything that is allowed; many are refused. */
const pattern = fc.letrec<{ row: string; piece: string }>((tie) => ({
  row: fc.array(tie('piece'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  piece: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '[a-c]'),
    fc
      .tuple(tie('row'), tie('row'), fc.constantFrom('', '?', '*', '+', '{2}', '{1,2}', '{2,}'))
      .map(([one, other, times]) => `(${one}|${other})${times}`),
    fc
      .tuple(fc.constantFrom('a', 'b', '[bc]', '.'), fc.constantFrom('?', '*', '+', '{2}', '{0,2}'))
      .map(([piece, times]) => piece + times),
  ),
})).row;
const ends = fc.constantFrom(['', ''], ['^', ''], ['', '$'], ['^', '$']);
const abc = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  .map((all) => all.join(''));

describe('any pattern', () => {
  it('finds what the built-in expressions find, in steps that grow with the line alone', () => {
    fc.assert(
      fc.property(pattern, ends, abc, (source, [from, to], line) => {
        const parsed = parsePattern(from + source + to);
        const built = parsed.ok && parsed.branches.length === 1 ? parsed.branches[0] : undefined;
        if (built === undefined) return;
        const automaton = buildAutomaton(built);
        if (!automaton.ok) return;
        let steps = 0;
        const isFound = runAutomaton(automaton.automaton, line, () => (steps += 1));
        expect(isFound).toBe(new RegExp(from + source + to).test(line));
        expect(steps).toBeLessThanOrEqual(line.length * automaton.size);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read or refused, never thrown over, and never looks at a line more than once', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `/${text}/`),
      fc
        .array(
          fc.constantFrom(
            '(',
            ')',
            '[',
            ']',
            '|',
            '*',
            '+',
            '{1,',
            '}',
            '\\',
            '^',
            '$',
            'a',
            '-',
            '?',
            ':',
          ),
          { maxLength: 20 },
        )
        .map((parts) => `/${parts.join('')}/`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = readOwnWord(text);
        const at = read.ok ? 0 : read.fault.at;
        expect(at).toBeLessThanOrEqual(text.length);
        expect(read.ok && typeof read.word.isIn('aaaa好好')).not.toBe('undefined');
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['/a.*a.*a.*b/', '/(ab?)*c/', '/[a-z]+@/', '/a{1,50}a{1,50}b/'])(
    '%s takes twice the steps for a line twice as long',
    (typed) => {
      const parsed = parsePattern(typed.slice(1, -1));
      const branch = parsed.ok ? parsed.branches[0] : undefined;
      if (branch === undefined) throw new Error('not read');
      const built = buildAutomaton(branch);
      if (!built.ok) throw new Error(built.fault.why);
      const stepsFor = (length: number): number => {
        let steps = 0;
        runAutomaton(built.automaton, 'a'.repeat(length), () => (steps += 1));
        return steps;
      };
      const [short, long] = [stepsFor(5_000), stepsFor(10_000)];
      // The first characters need less, until every place of the pattern is reached.
      expect(long).toBeLessThanOrEqual(2 * short + 100 * built.size);
      expect(long).toBeLessThanOrEqual(10_000 * built.size);
    },
  );
});
