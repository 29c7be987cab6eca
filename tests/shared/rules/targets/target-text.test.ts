import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { TargetName } from '#shared/model/show-target.ts';
import { readTarget } from '#shared/rules/targets/target-text.ts';
import { readPastedTargets, targetsToSet } from '#shared/rules/targets/targets-paste.ts';
import { plannedLength } from '#shared/rules/targets/planned-length.ts';

const value = (name: TargetName, text: string) => {
  const found = readTarget(name, text, 'CNY');
  return found.kind === 'value' ? found.value : found.kind === 'bad' ? found.problem : null;
};

describe('a target as it is written', () => {
  test.each([
    ['ordersPaid', '800', 800],
    ['ordersPaid', '1.2万单', 12_000],
    ['ordersPaid', '≥ 3.4k', 3_400],
    ['ordersPaid', '8.5', 'whole'],
    ['ordersPaid', '0', 'zero'],
    ['ordersPaid', '-5', 'form'],
    ['ordersPaid', '—', null],
    ['ordersPaid', '', null],
    ['paid', '¥80,000', 8_000_000],
    ['paid', '8万', 8_000_000],
    ['paid', '$80', 'currency'],
    ['gpm', '800.50', 80_050],
    ['followRate', '≥3.5%', 0.035],
    ['followRate', '3', 0.03],
    ['followRate', '120%', 'share'],
    ['followRate', '3.25', 'decimals'],
    ['refundRate', '不超过10%', 0.1],
    ['averageWatch', '45秒', 45],
    ['averageWatch', '1:25', 85],
    ['roi', '1.5', 1.5],
    ['roi', '2倍', 2],
    ['pushDelay', '2.5 s', 2_500],
    ['onAir', '3:30', 12_600],
    ['onAir', '3小时', 10_800],
    ['onAir', '3小时30分', 12_600],
    ['onAir', '3h30', 12_600],
    ['onAir', '3.5h', 12_600],
    ['onAir', '210 min', 12_600],
    ['onAir', '3', 'length'],
    ['onAir', '3:75', 'length'],
    ['onAir', '99h', 'large'],
    ['onAir', '0:00', 'zero'],
    ['viewersPeak', '1,200人', 1_200],
    ['viewersPeak', 'many', 'form'],
  ] as const)('%s of %s is %s', (name, text, expected) => {
    expect(value(name, text)).toBe(expected);
  });

  test('nothing that is typed is read as less than nothing, or throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TargetName.options),
        fc.oneof(fc.string({ maxLength: 40 }), fc.stringMatching(/^[\d.,:%万k hm¥-]{0,12}$/)),
        (name, text) => {
          const found = readTarget(name, text, 'CNY');
          if (found.kind !== 'value') return;
          expect(found.value).toBeGreaterThan(0);
          expect(found.value).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
        },
      ),
    );
  });
});

describe('two columns of a plan', () => {
  test('become targets by the words of either language, what is unclear is said', () => {
    const rows = readPastedTargets(
      [
        '指标\t目标',
        'GMV目标\t8万',
        '订单数\t800',
        '最高在线\t1,200',
        '平均在线\t300',
        'Follow rate\t3%',
        '计划时长\t3:30',
        '客单价\t99.9',
        '天气\t晴',
        '转粉率\t4%',
        '投产比\t',
      ].join('\n'),
      'CNY',
    );
    expect(targetsToSet(rows)).toEqual([
      { name: 'paid', value: 8_000_000 },
      { name: 'ordersPaid', value: 800 },
      { name: 'viewersPeak', value: 1_200 },
      { name: 'viewersMean', value: 300 },
      { name: 'followRate', value: 0.03 },
      { name: 'onAir', value: 12_600 },
      { name: 'averageOrder', value: 9_990 },
    ]);
    expect(rows.filter(({ problem }) => problem !== null).map((row) => row.problem)).toEqual([
      'unknownName',
      'unknownName',
      'twice',
      'noValue',
    ]);
  });

  test('a head with one row of targets is one too, more rows are not', () => {
    const one = readPastedTargets('成交额\t订单\t涨粉\n80000\t800\t200', 'CNY');
    expect(targetsToSet(one)).toEqual([
      { name: 'paid', value: 8_000_000 },
      { name: 'ordersPaid', value: 800 },
      { name: 'follows', value: 200 },
    ]);
    const two = readPastedTargets('成交额\t涨粉\n80000\t200\n90000\t300', 'CNY');
    expect(two.map(({ problem }) => problem)).toEqual(['severalRows', 'severalRows']);
  });
});

describe('how long a show is planned to be', () => {
  const blocks = [{ plannedMs: 600_000 }, { plannedMs: 1_200_000 }];

  test('by its own target, else by its run of show, else nobody knows', () => {
    expect(plannedLength([{ name: 'onAir', value: 7_200 }], blocks)).toBe(7_200_000);
    expect(plannedLength([{ name: 'paid', value: 1 }], blocks)).toBe(1_800_000);
    expect(plannedLength([], [])).toBeNull();
    expect(plannedLength([], [{ plannedMs: 0 }])).toBeNull();
  });
});
