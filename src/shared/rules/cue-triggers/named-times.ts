const MINUTE_MS = 60_000;
const DAY_MIN = 1_440;
/** A written hour from which on it is a time without another word. */
const BARE_FROM = 6;

/** A time that a text names: so long from now, or a time of the day. */
export type NamedTime =
  | { readonly kind: 'within'; readonly ms: number; readonly written: string }
  | {
      readonly kind: 'clock';
      /** Minutes of the day; `isHalfDay`: 9 点 may be the morning's or the evening's. */
      readonly minuteOfDay: number;
      readonly isHalfDay: boolean;
      readonly written: string;
    };

const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const NUMBER = '(\\d{1,3}|[零一二两三四五六七八九十]{1,3})';
const CHINESE_WITHIN = new RegExp(
  `(?:${NUMBER}|(半))\\s*个?(秒钟?|分钟?|小时|钟头)(?!钟?之?前)`,
  'gu',
);
const ENGLISH_WITHIN =
  /\b(\d{1,3}|an?|one|two|three|five|ten|half an)[ -]?(seconds?|secs?|minutes?|mins?|hours?)\b(?! ago)/giu;
const CLOCK = /(?<![\d.:：])([01]?\d|2[0-4])[:：]([0-5]\d)(?![\d:：])\s*([ap]\.?m\.?)?/giu;
const CHINESE_CLOCK = new RegExp(
  `(上午|早上|中午|下午|晚上|今晚)?${NUMBER}点(?:(半)|(\\d{1,2}|[一二三四五]?十[一二三四五六七八九]?)分|(整|钟)|(?=\\S|$))`,
  'gu',
);
const ENGLISH_CLOCK = /\b(?:at\s+)?(1[0-2]|[1-9])\s*([ap])\.?m\b/giu;
const ENGLISH_NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  ten: 10,
  'half an': 0.5,
};

/** Every time a text names, Chinese and English, in the order in which they stand by kind. */
export function namedTimes(text: string): readonly NamedTime[] {
  return [...withinTimes(text), ...clockTimes(text)];
}

function withinTimes(text: string): NamedTime[] {
  const chinese = [...text.matchAll(CHINESE_WITHIN)].flatMap(([written, number, half, unit]) => {
    const amount = half === undefined ? numberOf(number ?? '') : 0.5;
    return amount === null ? [] : [within(amount, unit ?? '', written)];
  });
  const english = [...text.matchAll(ENGLISH_WITHIN)].map(([written, number = '', unit = '']) => {
    const word = number.toLowerCase();
    return within(ENGLISH_NUMBERS[word] ?? Number(word), unit, written);
  });
  return [...chinese, ...english];
}

function within(amount: number, unit: string, written: string): NamedTime {
  const isHour = /^(?:小时|钟头|h)/iu.test(unit);
  const isSecond = /^(?:秒|s)/iu.test(unit);
  const unitMs = isHour ? 60 * MINUTE_MS : isSecond ? 1_000 : MINUTE_MS;
  return { kind: 'within', ms: Math.round(amount * unitMs), written: written.trim() };
}

function clockTimes(text: string): NamedTime[] {
  const plain = [...text.matchAll(CLOCK)].map(([written, hour = '', minute = '', half]) =>
    clock(Number(hour), Number(minute), half === undefined ? null : half.toLowerCase(), written),
  );
  const chinese = [...text.matchAll(CHINESE_CLOCK)].flatMap(
    ([written, part, number = '', half, minutes, whole]) => {
      const hour = numberOf(number);
      if (hour === null || hour > 24) return [];
      // 一点都不厚, 三点要注意: small numbers alone are as often no time at all.
      const isBare = (part ?? half ?? minutes ?? whole) === undefined;
      if (isBare && hour < BARE_FROM && !/\d/u.test(number)) return [];
      const minute = half === undefined ? (numberOf(minutes ?? '') ?? 0) : 30;
      const isLate = part === '下午' || part === '晚上' || part === '今晚';
      const isEarly = part === '上午' || part === '早上';
      return [clock(hour, minute, isLate ? 'p' : isEarly ? 'a' : hour > 12 ? '24' : null, written)];
    },
  );
  const english = [...text.matchAll(ENGLISH_CLOCK)].map(([written, hour = '', half = '']) =>
    clock(Number(hour), 0, half.toLowerCase(), written),
  );
  return [...plain, ...chinese, ...english];
}

/** `half` a, p, or null where nobody says which half of the day. */
function clock(hour: number, minute: number, half: string | null, written: string): NamedTime {
  const isLate = half?.startsWith('p') ?? false;
  const isNoonOrMidnight = half !== null && half !== '24' && hour === 12;
  const hours = isNoonOrMidnight ? (isLate ? 12 : 0) : isLate && hour < 12 ? hour + 12 : hour;
  return {
    kind: 'clock',
    minuteOfDay: (hours * 60 + minute) % DAY_MIN,
    isHalfDay: half === null && hour <= 12,
    written: written.trim(),
  };
}

/** 3, 三, 十, 十二, 二十, 二十五; null for anything else. */
function numberOf(written: string): number | null {
  if (written === '') return null;
  if (/^\d+$/u.test(written)) return Number(written);
  const [tens, ones, ...more] = written.split('十');
  if (more.length > 0 || tens === undefined) return null;
  if (ones === undefined) return written.length === 1 ? (CHINESE_DIGITS[written] ?? null) : null;
  const ten = tens === '' ? 1 : CHINESE_DIGITS[tens];
  const one = ones === '' ? 0 : CHINESE_DIGITS[ones];
  return ten === undefined || one === undefined ? null : ten * 10 + one;
}
