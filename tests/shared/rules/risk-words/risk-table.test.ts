import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { NO_RISK_SETTINGS, OWN_RISKS_MAX, type RiskSettings } from '#shared/model/risk-settings.ts';
import { RISK_CLASSES, RISK_LEVELS } from '#shared/model/risk-word.ts';
import { toCsv } from '#shared/rules/csv.ts';
import { readCells } from '#shared/rules/product-paste/paste-cells.ts';
import { readRiskRows, riskTable, withRiskRows } from '#shared/rules/risk-words/risk-table.ts';
import { riskKey, roomEntries, roomMatcher } from '#shared/rules/risk-words/room-list.ts';

const table = (text: string, held: RiskSettings = NO_RISK_SETTINGS) =>
  readRiskRows(readCells(text), held);
const room = (risk: Partial<RiskSettings>, more: object = {}) => ({
  risk: { ...NO_RISK_SETTINGS, ...risk },
  category: 'general',
  platforms: [],
  words: [],
  ...more,
});

const phrase = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp},，、;；|]/gu, '').trim())
  .filter((text) => riskKey(text) !== '' && text.length <= 60);
const settings = fc
  .record({
    own: fc.uniqueArray(
      fc.record({
        phrase,
        class: fc.constantFrom(...RISK_CLASSES),
        level: fc.constantFrom(...RISK_LEVELS),
        instead: fc.oneof(fc.constant(''), phrase),
        except: fc.uniqueArray(phrase, { maxLength: 3 }),
      }),
      { selector: (entry) => riskKey(entry.phrase), maxLength: 8 },
    ),
    except: fc.uniqueArray(phrase, { selector: riskKey, maxLength: 4 }),
  })
  .filter(({ own, except }) => {
    const keys = new Set(own.map((entry) => riskKey(entry.phrase)));
    return !except.some((each) => keys.has(riskKey(each)));
  });

describe('the list of one’s own as a table', () => {
  test.each(['zh-CN', 'en'] as const)('comes back as it was given away (%s)', (language) => {
    fc.assert(
      fc.property(settings, (given) => {
        const held = { ...NO_RISK_SETTINGS, ...given };
        const csv = toCsv(riskTable(held, language));
        const rows = readRiskRows(readCells(csv, ','), NO_RISK_SETTINGS);
        expect(rows.filter(({ fault }) => fault !== null)).toEqual([]);
        expect(withRiskRows(NO_RISK_SETTINGS, rows, 'replace')).toEqual(held);
      }),
      { numRuns: 150 },
    );
  });

  test('says of each row what is wrong, and takes the others', () => {
    const rows = table(
      [
        '违禁词,类别,级别,可以说,例外',
        '对家,自定,禁用,别家,对家常',
        ',自定,禁用,,',
        '假货,没有的类别,禁用,,',
        '真货,价格,很严,,',
        '对 家,自定,禁用,,',
        `${'长'.repeat(61)},价格,禁用,,`,
        '最后,例外,,,',
      ].join('\n'),
    );
    expect(rows.map(({ fault }) => fault?.code ?? null)).toEqual([
      null,
      'empty',
      'class',
      'level',
      'twice',
      'too_long',
      null,
    ]);
    const taken = withRiskRows(NO_RISK_SETTINGS, rows, 'merge');
    expect(taken).toMatchObject({
      own: [{ phrase: '对家', class: 'own', instead: '别家', except: ['对家常'] }],
      except: ['最后'],
    });
  });

  test('is phrases alone where the first row is none of headings', () => {
    expect(table('对家\n假货').map(({ entry }) => entry?.phrase)).toEqual(['对家', '假货']);
  });

  test('is put into what is there, or in its place; too much changes nothing', () => {
    const held = {
      ...NO_RISK_SETTINGS,
      own: [
        { phrase: '甲', class: 'own', level: 'ban', instead: '', except: [] },
        { phrase: '乙', class: 'own', level: 'ban', instead: '', except: [] },
      ],
    } satisfies RiskSettings;
    const rows = table('phrase,class,level\n乙,price,warn\n丙,,', held);
    expect(rows.map(({ isKnown }) => isKnown)).toEqual([true, false]);
    const phrases = (how: 'merge' | 'replace') =>
      withRiskRows(held, rows, how)?.own.map((entry) => `${entry.phrase} ${entry.level}`);
    expect(phrases('merge')).toEqual(['甲 ban', '乙 warn', '丙 ban']);
    expect(phrases('replace')).toEqual(['乙 warn', '丙 ban']);
    const many = Array.from({ length: OWN_RISKS_MAX + 1 }, (_, index) => `word ${index}x`);
    expect(withRiskRows(held, table(many.join('\n')), 'replace')).toBeNull();
  });
});

describe('what a room is told of', () => {
  const found = (of: ReturnType<typeof room>, text: string): readonly string[] =>
    roomMatcher(of)
      .find(text)
      .map(({ entry }) => entry.phrase);

  test('follows its sources and its category, and what was switched by hand', () => {
    expect(found(room({}), '去某宝看看')).toEqual([]);
    expect(found(room({}, { platforms: ['douyin'] }), '去某宝看看')).toEqual(['某宝']);
    expect(found(room({ layers: { douyin: true } }), '去某宝看看')).toEqual(['某宝']);
    const off = room({ layers: { douyin: false } }, { platforms: ['douyin'] });
    expect(found(off, '去某宝看看')).toEqual([]);
    expect(found(room({}, { category: 'alcohol' }), '千杯不醉')).toEqual(['千杯不醉']);
  });

  test('leaves out what is switched off, and what is always harmless', () => {
    expect(found(room({ off: ['跳楼价'] }), '跳楼价')).toEqual([]);
    expect(found(room({ except: ['跳楼价这首歌'] }), '跳楼价这首歌')).toEqual([]);
    expect(found(room({ except: ['跳楼价这首歌'] }), '跳楼价')).toEqual(['跳楼价']);
  });

  test('has its own in the place of the shipped one, and its words of chat but expressions', () => {
    const own: RiskSettings['own'] = [
      { phrase: '跳 楼 价', class: 'own', level: 'warn', instead: '', except: [] },
    ];
    const entries = roomEntries(room({ own }, { words: ['对家', '/a+/'] }));
    expect(entries.filter((entry) => riskKey(entry.phrase) === riskKey('跳楼价'))).toMatchObject([
      { origin: 'own', level: 'warn' },
    ]);
    expect(entries.some((entry) => entry.phrase === '对家')).toBe(true);
    expect(entries.some((entry) => entry.phrase === '/a+/')).toBe(false);
  });
});
