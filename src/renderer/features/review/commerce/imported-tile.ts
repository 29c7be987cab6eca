import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ImportedFigure } from '#shared/model/platform-import.ts';
import type { Review } from '#shared/model/review.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { paidPerMille } from '#shared/rules/platform-tables/funnel-rates.ts';
import { figureNamed } from '#shared/rules/platform-tables/merge-figures.ts';

import type { Tile } from '../total-tiles.ts';
import { figureText, filesOf } from './commerce-text.ts';

export type ImportedTile = ImportedFigure | 'gpm';

/**
 * A result that nobody told live, by the tables that were taken in, and marked so. One that was counted
 * live stays as it is, so that it compares with earlier shows; what the tables say stands beside it.
 */
export function withImported<T extends Pick<Tile, 'value' | 'notes'>>(
  i18n: I18n,
  { commerce, show }: Review,
  name: ImportedTile | null,
  tile: T,
): T {
  if (name === null) return tile;
  const { t, format } = i18n;
  const { totals } = commerce;
  const rests = name === 'gpm' ? (['gmvPaid', 'views'] as const) : [name];
  const figures = rests.flatMap((each) => figureNamed(totals, each) ?? []);
  const files = filesOf(figures, commerce);
  if (files.length === 0) return tile;
  const gpm = name === 'gpm' ? paidPerMille(totals) : null;
  const value =
    name === 'gpm'
      ? gpm === null
        ? '—'
        : format.money(Math.round(gpm.value), show.currency, currencyExponent(show.currency))
      : figureText(i18n, figures[0] ?? null, show.currency);
  if (value === '—') return tile;
  const file = files.join(t('common.listSeparator'));
  if (tile.value === null) return { ...tile, value, notes: [t('commerce.tileFile', { file })] };
  if (tile.value === value) return tile;
  return { ...tile, notes: [...tile.notes, t('commerce.tileAlso', { value, file })] };
}
