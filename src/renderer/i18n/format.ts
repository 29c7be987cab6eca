import type { Language } from './messages.ts';

export interface Format {
  /** With the language's grouping; a mean has a tenth below a hundred and is whole from there on. */
  number(value: number): string;
  /** Integer minor units with their currency; whole amounts drop the decimals. */
  money(amountMinor: number, currency: string, exponent: number): string;
  /** A number from ten thousand on as short as it can be said (`7.5万`, `75K`), for narrow places. */
  shortNumber(value: number): string;
  /** A sum from ten thousand on as short as it can be said (`¥8万`, `$80K`), for narrow places. */
  shortMoney(amountMinor: number, currency: string, exponent: number): string;
  /** Milliseconds as `HH:MM:SS`, for clocks that tick in place. */
  clock(ms: number): string;
  /** Milliseconds as `m:ss` or `h:mm:ss`, for spans in a sentence. */
  span(ms: number): string;
  /** Hours and minutes of a UTC timestamp; `timeZone` null is the machine's own. */
  time(ts: number, timeZone: string | null): string;
  /** Day and time of a UTC timestamp. */
  dateTime(ts: number, timeZone: string | null): string;
  /** Day with its year, in this machine's zone. */
  day(ts: number): string;
  /** A fraction (0.05) as a percentage with at most one decimal: what people set, and sentences. */
  percent(fraction: number): string;
  /** A fraction that was measured, always to the tenth of a percent: a column has one look. */
  share(fraction: number): string;
  /** A part more or less, with its sign and always to the tenth: `+12.0%`, `−0.4%`, `0.0%`. */
  signedShare(fraction: number): string;
  /** A difference of fractions in percentage points, without their name: `+0.4`, `−2.0`, `0.0`. */
  points(fraction: number): string;
  /** A change as a whole percentage with its sign: `+12%`, `−18%`, `0%`. */
  change(fraction: number): string;
  /** How long something took: `0.2 s`, `14 s`, then `2:04`. */
  delay(ms: number): string;
}

/** From here on the tenth of a mean says nothing. */
const WHOLE_FROM = 100;

const pad = (value: number): string => String(value).padStart(2, '0');

function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

function span(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  if (hours > 0) return `${hours}:${pad(minutes)}:${pad(seconds % 60)}`;
  return `${minutes}:${pad(seconds % 60)}`;
}

function delay(ms: number): string {
  // Nothing takes no time at all.
  if (ms < 50) return '<0.1 s';
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 59_500) return `${Math.round(ms / 1000)} s`;
  return span(ms);
}

/** With a minus sign as long as the plus. */
function minused(text: string): string {
  return text.replace('-', '\u2212');
}

/** `¥` rather than `CN¥`; Safari 14.0 does not know the narrow one and throws. */
function symbolDisplay(): 'narrowSymbol' | 'symbol' {
  try {
    new Intl.NumberFormat('en', { currencyDisplay: 'narrowSymbol' });
    return 'narrowSymbol';
  } catch (error) {
    if (error instanceof RangeError) return 'symbol';
    throw error;
  }
}

/** Formatters are slow to make, so a language's are made once. */
export function createFormat(language: Language): Format {
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percentage = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const signed = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const moneyFormats = new Map<string, Intl.NumberFormat>();
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const shortFormats = new Map<string, Intl.NumberFormat>();
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const tenthFormats = new Map<string, Intl.NumberFormat>();
  const dateFormats = new Map<string, Intl.DateTimeFormat>();

  function money(amountMinor: number, currency: string, exponent: number): string {
    const scale = 10 ** exponent;
    const digits = amountMinor % scale === 0 ? 0 : exponent;
    const name = `${currency}/${digits}`;
    let format = moneyFormats.get(name);
    if (format === undefined) {
      format = new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        currencyDisplay: symbolDisplay(),
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      moneyFormats.set(name, format);
    }
    return minused(format.format(amountMinor / scale));
  }

  function shortMoney(amountMinor: number, currency: string, exponent: number): string {
    const amount = amountMinor / 10 ** exponent;
    if (amount < 10_000) return money(amountMinor, currency, exponent);
    let format = shortFormats.get(currency);
    if (format === undefined) {
      format = new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        currencyDisplay: symbolDisplay(),
        notation: 'compact',
        minimumFractionDigits: 0,
        maximumFractionDigits: 1,
      });
      shortFormats.set(currency, format);
    }
    return minused(format.format(amount));
  }

  /** Always with one decimal; a sign where it is a difference. */
  function tenths(
    style: 'percent' | 'decimal',
    signDisplay: 'auto' | 'exceptZero',
  ): Intl.NumberFormat {
    const name = `${style}/${signDisplay}`;
    let format = tenthFormats.get(name);
    if (format === undefined) {
      const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
      format = new Intl.NumberFormat(language, { style, signDisplay, ...digits });
      tenthFormats.set(name, format);
    }
    return format;
  }

  function dateFormat(timeZone: string | null, isWithDay: boolean): Intl.DateTimeFormat {
    const name = `${timeZone ?? ''}/${String(isWithDay)}`;
    let format = dateFormats.get(name);
    if (format === undefined) {
      format = new Intl.DateTimeFormat(language, {
        ...(isWithDay ? { month: 'short', day: 'numeric' } : {}),
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        ...(timeZone === null ? {} : { timeZone }),
      });
      dateFormats.set(name, format);
    }
    return format;
  }

  return {
    number: (value) =>
      minused(plain.format(Math.abs(value) < WHOLE_FROM ? value : Math.round(value))),
    shortNumber: (value) => (value < 10_000 ? plain : short).format(value),
    money,
    shortMoney,
    clock,
    span,
    time: (ts, timeZone) => dateFormat(timeZone, false).format(ts),
    dateTime: (ts, timeZone) => dateFormat(timeZone, true).format(ts),
    day: (ts) => days.format(ts),
    percent: (fraction) => percentage.format(fraction),
    share: (fraction) => tenths('percent', 'auto').format(fraction),
    signedShare: (fraction) => minused(tenths('percent', 'exceptZero').format(fraction)),
    points: (fraction) => minused(tenths('decimal', 'exceptZero').format(fraction * 100)),
    change: (fraction) => minused(signed.format(fraction)),
    delay,
  };
}
