import { ProductDetails } from '#shared/model/product-details.ts';
import { ProductFields } from '#shared/model/product.ts';
import type { Screening, ScreeningFilter } from '#shared/model/screening.ts';
import type { ListedShow } from '#shared/model/show-list.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { anchorTrends } from '#shared/rules/screening/anchor-trends.ts';
import { screenBenefits } from '#shared/rules/screening/screen-benefits.ts';
import { screenProducts } from '#shared/rules/screening/screen-products.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { listedShows } from '../shows/list-shows.ts';
import {
  benefitShowsOf,
  productShowsOf,
  productTablesOf,
  screenedNames,
} from './screening.queries.ts';

/**
 * Products, benefits and hosts over the ended live shows of a room, from the row that each show has:
 * no event is read. `currentId`: the show on the desk, which may still change and is left out.
 */
export function screeningOf(
  db: ReadableDatabase,
  roomId: string,
  filter: ScreeningFilter,
  currentId: number | null,
  canOf: (connector: string) => SourceCan | null,
): Screening {
  const live = listedShows(db, roomId, currentId, canOf).shows.filter(
    ({ id, origin, state, startedTs }) =>
      origin === 'live' && state === 'ended' && startedTs !== null && id !== currentId,
  );
  const chosen = live
    .filter((show) => isWithin(show, filter))
    .sort((a, b) => (a.startedTs ?? 0) - (b.startedTs ?? 0));
  const showIds = JSON.stringify(chosen.map(({ id }) => id));
  const named = screenedNames(db, showIds).map(({ productId, fields, details }) => {
    const { name, role, currency } = ProductFields.parse(JSON.parse(fields));
    const { tags = [] } = ProductDetails.partial().parse(JSON.parse(details));
    return { productId, name, role, currency, tags };
  });
  return {
    shows: chosen.length,
    anchors: [...new Set(live.flatMap(({ anchors }) => anchors))].sort(),
    products: [...screenProducts(productShowsOf(db, showIds), productTablesOf(db, showIds), named)],
    benefits: [...screenBenefits(benefitShowsOf(db, showIds))],
    trends: [...anchorTrends(chosen)],
  };
}

function isWithin(show: ListedShow, { fromTs, toTs, anchor }: ScreeningFilter): boolean {
  const startedTs = show.startedTs ?? 0;
  return (
    startedTs >= (fromTs ?? 0) &&
    startedTs < (toTs ?? Number.MAX_SAFE_INTEGER) &&
    (anchor === null || show.anchors.includes(anchor))
  );
}
