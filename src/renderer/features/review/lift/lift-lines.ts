import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { liftRange, liftSubjectText } from '#renderer/ui/lift-text.ts';
import type { LiftResult, LiftThingResults, ShowLift } from '#shared/model/lift.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { judgedFigures } from '#shared/rules/lift/judged-figures.ts';

import type { ReviewColumn, ReviewTableProps } from '../ReviewTable.tsx';

export type LiftLine = { readonly thing: LiftThingResults; readonly result: LiftResult };

/** What was found first, then what was not seen; of each thing what it is judged by before the rest. */
export function liftThings({ things }: ShowLift): {
  readonly told: readonly LiftThingResults[];
  readonly unknown: readonly LiftThingResults[];
} {
  const rank = ({ results }: LiftThingResults): number => {
    if (results.some(({ state }) => state === 'found')) return 0;
    if (results.some(({ state }) => state === 'none')) return 1;
    return results.some(({ state }) => state === 'together') ? 2 : 3;
  };
  const ordered = things.toSorted((a, b) => rank(a) - rank(b) || b.times - a.times);
  return {
    told: ordered.filter((thing) => rank(thing) < 3),
    unknown: ordered.filter((thing) => rank(thing) === 3),
  };
}

/** What is shown of a thing: whatever was found, and what it is judged by. */
export function shownResults({ isKeeper, results }: LiftThingResults): readonly LiftResult[] {
  const judged = judgedFigures(isKeeper);
  if (results.some(({ state }) => state === 'together')) return results.slice(0, 1);
  const place = ({ figure, state }: LiftResult): number =>
    (state === 'found' ? 0 : 10) + (judged.includes(figure) ? judged.indexOf(figure) : 8);
  return results
    .filter(({ figure, state }) => state === 'found' || judged.includes(figure))
    .toSorted((a, b) => place(a) - place(b));
}

export function stateText({ t }: I18n, { state, mean }: LiftResult): string {
  if (state === 'found') return t(`lift.stateOf.${(mean ?? 0) > 0 ? 'more' : 'less'}`);
  return t(`lift.stateOf.${state}`);
}

export function timesText({ t }: I18n, { result: { n, needed }, thing }: LiftLine): string {
  const times = t('lift.times', { n, times: thing.times });
  return needed === null
    ? times
    : [times, t('lift.about', { n: needed })].join(t('common.separator'));
}

export function moneyText({ t, format }: I18n, { money }: LiftThingResults): string | null {
  if (money === null) return null;
  const exponent = currencyExponent(money.currency);
  const sum = (minor: number): string => format.money(minor, money.currency, exponent);
  return t('lift.money', { low: sum(money.lowMinor), high: sum(money.highMinor), n: money.orders });
}

/** Every figure of everything that was done, for exports. */
export function liftTable(i18n: I18n, lift: ShowLift | null): ReviewTableProps<LiftLine> {
  const { t } = i18n;
  const rows = (lift?.things ?? []).flatMap((thing) =>
    thing.results.map((result) => ({ thing, result })),
  );
  const text = (label: string, of: (line: LiftLine) => string): ReviewColumn<LiftLine> => ({
    label,
    isNumber: false,
    cell: of,
    copied: of,
  });
  const figure = (
    label: string,
    of: (result: LiftResult) => number | null,
    shown: (line: LiftLine) => string,
  ): ReviewColumn<LiftLine> => ({
    label,
    isNumber: true,
    cell: shown,
    copied: ({ result }) => of(result),
  });
  const rounded = (value: number | null): string =>
    value === null ? '—' : i18n.format.number(Math.round(value * 100) / 100);
  const columns: readonly ReviewColumn<LiftLine>[] = [
    text(t('lift.thing'), ({ thing }) => liftSubjectText(i18n, thing.subject)),
    text(t('lift.kind'), ({ thing }) => t(`lift.kindOf.${thing.subject.kind}`)),
    text(t('lift.figure'), ({ result }) => t(`lift.figureOf.${result.figure}`)),
    text(t('lift.state'), ({ result }) => stateText(i18n, result)),
    figure(
      t('lift.effect'),
      ({ mean }) => mean,
      ({ result }) => liftRange(i18n, result) ?? '—',
    ),
    figure(
      t('lift.low'),
      ({ low }) => low,
      ({ result }) => rounded(result.low),
    ),
    figure(
      t('lift.high'),
      ({ high }) => high,
      ({ result }) => rounded(result.high),
    ),
    figure(
      t('lift.without'),
      ({ without }) => without,
      ({ result }) => rounded(result.without),
    ),
    figure(
      t('lift.n'),
      ({ n }) => n,
      ({ result }) => String(result.n),
    ),
    figure(
      t('lift.needed'),
      ({ needed }) => needed,
      ({ result }) => (result.needed === null ? '—' : String(result.needed)),
    ),
  ];
  return {
    title: t('lift.title'),
    columns,
    rows,
    rowKey: ({ thing, result }) => `${thing.thingId} ${result.figure}`,
    empty: t('lift.short'),
  };
}
