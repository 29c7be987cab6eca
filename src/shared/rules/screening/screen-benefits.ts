import type { BenefitKind } from '../../model/benefit.ts';
import type { ShowId } from '../../model/ids.ts';
import type { ScreenedBenefit } from '../../model/screening.ts';
import { median } from '../median.ts';
import { grouped } from '../grouped.ts';
import { ratioOf } from './trend.ts';
import { benefitVerdict, byVerdict } from './verdicts.ts';

/** A benefit of one show, as it was written down. */
export type BenefitShow = {
  readonly showId: ShowId;
  readonly kind: BenefitKind;
  readonly name: string;
  readonly currency: string;
  readonly costMinor: number | null;
  readonly claimed: number | null;
  readonly redeemed: number | null;
};

/** Benefits by kind and name over shows, the cheapest claims of those to keep first; one currency each. */
export function screenBenefits(rows: readonly BenefitShow[]): readonly ScreenedBenefit[] {
  const usual = new Map(
    [...grouped(rows, ({ currency }) => currency)].map(([currency, own]) => [
      currency,
      median(own.flatMap((row) => perClaim(row) ?? [])),
    ]),
  );
  const groups = grouped(rows, ({ kind, name, currency }) =>
    [currency, kind, name.trim().toLowerCase()].join('\n'),
  );
  return [...groups.values()]
    .flatMap((own) => {
      const [first] = own;
      return first === undefined ? [] : [screened(first, own, usual.get(first.currency) ?? null)];
    })
    .sort(byVerdict(({ costPerClaim }) => (costPerClaim === null ? null : -costPerClaim)));
}

function screened(
  { kind, name, currency }: BenefitShow,
  own: readonly BenefitShow[],
  usual: number | null,
): ScreenedBenefit {
  const each = own.flatMap((row) => perClaim(row) ?? []);
  const both = own.filter((row) => perClaim(row) !== null);
  const claimed = total(both, 'claimed') ?? 0;
  return {
    kind,
    name,
    currency,
    shows: new Set(own.map(({ showId }) => showId)).size,
    times: own.length,
    costMinor: total(own, 'costMinor'),
    claimed: total(own, 'claimed'),
    redeemed: total(own, 'redeemed'),
    costPerClaim: claimed === 0 ? null : (total(both, 'costMinor') ?? 0) / claimed,
    ...benefitVerdict(
      usual === null || usual <= 0 ? null : ratioOf(each.map((cost) => cost / usual)),
    ),
  };
}

function perClaim({ costMinor, claimed }: BenefitShow): number | null {
  return costMinor === null || claimed === null || claimed === 0 ? null : costMinor / claimed;
}

function total(
  rows: readonly BenefitShow[],
  name: 'costMinor' | 'claimed' | 'redeemed',
): number | null {
  const known = rows.flatMap((row) => row[name] ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
