import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { namedTimes } from '#shared/rules/cue-triggers/named-times.ts';
import { timeConflict } from '#shared/rules/cue-triggers/time-conflict.ts';

const MINUTE_MS = 60_000;
/** 20:30 in Shanghai. */
const NOW = Date.UTC(2026, 4, 1, 12, 30);
const SHANGHAI = 'Asia/Shanghai';

describe('times a text names', () => {
  test.each([
    ['还有3分钟就结束', 3],
    ['三分钟后开价', 3],
    ['再等半小时', 30],
    ['十二分钟', 12],
    ['倒数 30 秒', 0.5],
    ['in 5 minutes', 5],
    ['only half an hour left', 30],
    ['two minutes to go', 2],
  ])('%s', (text, minutes) => {
    expect(namedTimes(text)).toMatchObject([{ kind: 'within', ms: minutes * MINUTE_MS }]);
  });

  test.each([
    ['21:00 开抢', 21 * 60, false],
    ['今晚九点半', 21 * 60 + 30, false],
    ['十点整抽福袋', 10 * 60, true],
    ['下午3点', 15 * 60, false],
    ['at 9 pm sharp', 21 * 60, false],
    ['8:15', 8 * 60 + 15, true],
    ['12:05 am', 5, false],
  ])('%s', (text, minuteOfDay, isHalfDay) => {
    expect(namedTimes(text)).toMatchObject([{ kind: 'clock', minuteOfDay, isHalfDay }]);
  });

  test.each([
    '买2送1，199元',
    '库存 30 件',
    '5分钟前刚补货',
    '尺码 3:4 不是时间吗',
    '点点关注',
    '一点都不厚',
    'size 12',
    'sold 5 minutes ago',
  ])('none in %s', (text) => {
    expect(namedTimes(text)).toEqual([]);
  });
});

describe('what contradicts', () => {
  const at = (text: string, ...dueTs: readonly number[]) =>
    timeConflict(text, { nowTs: NOW, timeZone: SHANGHAI, dueTs });

  test('a time of day that is over, by the room’s own clock', () => {
    expect(at('20:15 开抢')).toEqual({ kind: 'past', written: '20:15', agoMs: 15 * MINUTE_MS });
    expect(at('21:00 开抢')).toBeNull();
    const utc = timeConflict('20:15', { nowTs: NOW, timeZone: 'UTC', dueTs: [] });
    expect(utc).toBeNull();
  });

  test('another time than a running promise has', () => {
    const due = NOW + 5 * MINUTE_MS;
    expect(at('还有5分钟', due)).toBeNull();
    expect(at('20:35 开价', due)).toBeNull();
    expect(at('还有十分钟', due)).toEqual({ kind: 'promise', written: '十分钟', dueTs: due });
    expect(at('in 2 minutes', due)).toMatchObject({ kind: 'promise', dueTs: due });
    expect(at('21:00 开价', due)).toMatchObject({ kind: 'promise', dueTs: due });
    // Of several, one that fits is enough.
    expect(at('还有十分钟', due, NOW + 10 * MINUTE_MS)).toBeNull();
  });

  test('nothing where no time is named, or no promise runs', () => {
    expect(at('新来的姐妹别走', NOW + MINUTE_MS)).toBeNull();
    expect(at('还有3分钟')).toBeNull();
    expect(at('3 分钟后', NOW - 10 * MINUTE_MS)).toBeNull();
  });

  test('the nearer half of the day where nobody says which', () => {
    expect(at('九点')).toBeNull();
    expect(at('八点')).toMatchObject({ kind: 'past', agoMs: 30 * MINUTE_MS });
  });

  test('the very time of a promise never contradicts it, wherever and whenever', () => {
    const zone = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Asia/Kolkata');
    fc.assert(
      fc.property(
        fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }),
        fc.integer({ min: 1, max: 300 }),
        zone,
        (seconds, minutes, timeZone) => {
          const nowTs = seconds * 1_000;
          const due = nowTs + minutes * MINUTE_MS;
          const clock = new Intl.DateTimeFormat('en-GB', {
            timeZone,
            hour: '2-digit',
            minute: '2-digit',
            hourCycle: 'h23',
          }).format(due);
          const now = { nowTs, timeZone, dueTs: [due] };
          expect(timeConflict(`${clock} 开价`, now)).toBeNull();
          expect(timeConflict(`还有${minutes}分钟`, now)).toBeNull();
          expect(timeConflict(`in ${minutes} minutes`, now)).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });
});
