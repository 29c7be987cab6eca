import type { TargetName } from '../../model/show-target.ts';
import type { MetricUnit } from '../metrics/metric-table.ts';
import { METRICS } from '../metrics/metric-table.ts';
import { tileOf } from '../metrics/goal.ts';
import { readCount, readMoney, readSeconds, type FigureProblem } from '../figures/figure-text.ts';
import { plainText } from '../product-paste/paste-fields.ts';
import { readDecimal } from '../product-paste/paste-numbers.ts';

/** What is wrong with a target as it was written; translated as `figures.problem.<problem>`. */
export type TargetProblem =
  | FigureProblem
  /** Nothing or less is no target. */
  | 'zero'
  /** How long a show lasts, in a form that can be read in one way alone. */
  | 'length';

export type ReadTarget =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'bad'; readonly problem: TargetProblem };

const NOTHING = /^(?:[-\u2010-\u2015/]+|n\/?a|无|暂无)$/i;
/** In front of a number it says what a target is anyway. */
const COMPARED = /^(?:[≥>≤<]=?|至少|不低于|不超过|at (?:least|most))\s*/i;

/**
 * A target as a person or a plan's table writes it: `800`, `1.2万`, `≥5%`, `¥80,000`, `45秒`; how long
 * a show lasts as `3:30` hours, `3小时` or `210 min`. In the unit of the figure's tile, a share and
 * times to one decimal, as they are shown.
 */
export function readTarget(name: TargetName, text: string, currency: string): ReadTarget {
  const written = plainText(text);
  if (written === '' || NOTHING.test(written)) return { kind: 'empty' };
  const plain = written.replace(COMPARED, '');
  const found =
    name === 'onAir' ? readLength(plain) : readUnit(METRICS[tileOf(name)].unit, plain, currency);
  if (found.kind === 'value' && !(found.value > 0)) return { kind: 'bad', problem: 'zero' };
  return found;
}

/** A number of a figure's unit as it is typed; the same for a preset. */
export function readUnit(unit: MetricUnit, plain: string, currency: string): ReadTarget {
  switch (unit) {
    case 'count':
    case 'perMinute':
      return readCount(plain);
    case 'money':
      return readMoney(plain, currency);
    case 'span':
      return readSeconds(plain);
    case 'share': {
      const tenths = readTenths(plain.replace(/\s*%$/, ''));
      if (tenths.kind !== 'value') return tenths;
      return tenths.value > 1_000
        ? { kind: 'bad', problem: 'share' }
        : { kind: 'value', value: tenths.value / 1_000 };
    }
    case 'ratio': {
      const tenths = readTenths(plain.replace(/\s*(?:倍|x|×)$/i, ''));
      return tenths.kind === 'value' ? { kind: 'value', value: tenths.value / 10 } : tenths;
    }
    case 'delay': {
      const tenths = readTenths(plain.replace(/\s*(?:秒|s(?:ec)?)$/i, ''));
      return tenths.kind === 'value' ? { kind: 'value', value: tenths.value * 100 } : tenths;
    }
  }
}

/** A decimal in tenths. */
function readTenths(plain: string): ReadTarget {
  const found = readDecimal(plain, 1);
  switch (found.kind) {
    case 'value':
      return { kind: 'value', value: found.value };
    case 'empty':
    case 'none':
      return { kind: 'empty' };
    case 'unsure':
      return { kind: 'bad', problem: 'unsure' };
    case 'bad':
      return { kind: 'bad', problem: found.code === 'priceDecimals' ? 'decimals' : 'form' };
  }
}

const HOURS =
  /^(\d{1,2}(?:\.\d)?)\s*(?:小时|h(?:ours?|rs?)?)\s*(?:([0-5]?\d)\s*(?:分钟?|m(?:in)?)?)?$/i;
const MINUTES = /^(\d{1,4})\s*(?:分钟?|m(?:in(?:utes?)?)?)$/i;
const DAY_SECONDS = 86_400;

/** `3:30`, `3小时30分`, `3.5h`, `210 min`, in seconds; a bare number could be any of them. */
function readLength(plain: string): ReadTarget {
  const [, hours = '0', minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(plain) ?? HOURS.exec(plain) ?? [];
  const [, alone] = MINUTES.exec(plain) ?? [];
  if (hours === '0' && minutes === undefined && alone === undefined) {
    return { kind: 'bad', problem: 'length' };
  }
  const seconds = Math.round(Number(hours) * 3_600) + Number(minutes ?? alone ?? 0) * 60;
  return seconds > DAY_SECONDS
    ? { kind: 'bad', problem: 'large' }
    : { kind: 'value', value: seconds };
}
