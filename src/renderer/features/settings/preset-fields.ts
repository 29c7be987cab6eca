import type { MetricUnit } from '#shared/rules/metrics/metric-table.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';
import {
  presetValueFault,
  type HeldPreset,
  type PresetFault,
} from '#shared/rules/metrics/presets.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { readUnit, type TargetProblem } from '#shared/rules/targets/target-text.ts';

/** What a typed preset comes to, or the key of what is wrong with it. */
export type ReadPreset =
  | { readonly kind: 'value'; readonly value: number }
  | {
      readonly kind: 'bad';
      readonly key: `figures.problem.${TargetProblem}` | `preset.fault.${PresetFault['fault']}`;
    };

/** A preset's number as it is typed, in the unit that stands beside it. */
export function presetInput({ tile, value, currency }: HeldPreset): string {
  return String(inUnit(METRICS[tile].unit, value, currency));
}

function inUnit(unit: MetricUnit, value: number, currency: string | null): number {
  switch (unit) {
    case 'share':
      return Math.round(value * 1_000) / 10;
    case 'delay':
      return value / 1_000;
    case 'money':
      return value / 10 ** currencyExponent(currency ?? '');
    default:
      return value;
  }
}

/** The number that was typed for a preset. */
export function readPreset({ tile, currency }: HeldPreset, typed: string): ReadPreset {
  const found = readUnit(METRICS[tile].unit, typed.trim(), currency ?? '');
  if (found.kind === 'empty') return { kind: 'bad', key: 'figures.problem.form' };
  if (found.kind === 'bad') return { kind: 'bad', key: `figures.problem.${found.problem}` };
  const fault = presetValueFault(tile, found.value);
  return fault === null ? found : { kind: 'bad', key: `preset.fault.${fault}` };
}
