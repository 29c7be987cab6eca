import type { I18n } from './i18n-context.tsx';
import type { PluralKey } from './translate.ts';

const UNITS: ReadonlyMap<string, PluralKey> = new Map([
  ['bits', 'unit.bits'],
  ['diamond', 'unit.diamond'],
  ['coin', 'unit.coin'],
  ['battery', 'unit.battery'],
  ['goldseed', 'unit.goldseed'],
  ['kicks', 'unit.kicks'],
  ['jewel', 'unit.jewel'],
  ['stars', 'unit.stars'],
]);

/** A platform's own currency by name, as one says so many of it; an unknown one as the platform writes it. */
export function unitName(i18n: I18n, unit: string, quantity: number): string {
  const key = UNITS.get(unit);
  return key === undefined ? unit : i18n.tn(key, quantity);
}
