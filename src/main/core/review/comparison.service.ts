import { ShowId } from '#shared/model/ids.ts';
import {
  COMPARED_SHOWS,
  type ComparedFigures,
  type ReviewComparison,
} from '#shared/model/review-findings.ts';
import type { Show } from '#shared/model/show.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { earlierShowsOf, minutesOf, moneyOf, sourcesOfShow, totalsOf } from './review.queries.ts';
import { countFigure, meanViewers } from './review.rules.ts';

type CanOf = (connector: string) => SourceCan | null;

/** A show's figures beside those of the live shows of its room before it. Reads roll-ups alone. */
export function comparisonOf(
  db: ReadableDatabase,
  roomId: string,
  show: Show,
  canOf: CanOf,
): ReviewComparison {
  const own = comparedFigures(db, show.id, show.currency, canOf);
  if (show.origin !== 'live') return { own, shows: [], reason: 'not_live' };
  const earlier = earlierShowsOf(db, roomId, show, COMPARED_SHOWS);
  const shows = earlier.map(({ id, title, startedTs }) => ({
    showId: ShowId.parse(id),
    title,
    startedTs,
    figures: comparedFigures(db, id, show.currency, canOf),
  }));
  return { own, shows, reason: shows.length === 0 ? 'no_earlier' : null };
}

function comparedFigures(
  db: ReadableDatabase,
  showId: number,
  currency: string,
  canOf: CanOf,
): ComparedFigures {
  const cans = sourcesOfShow(db, showId).map(({ connector }) => canOf(connector));
  const totals = totalsOf(db, showId);
  const count = (value: number, can: keyof SourceCan): number | null => {
    const figure = countFigure(value, cans, can);
    return figure.known ? figure.value : null;
  };
  const exponent = currencyExponent(currency);
  const ordersPaid = count(totals.ordersPaid, 'orders');
  const paidMinor =
    ordersPaid === null
      ? null
      : (moneyOf(db, showId, 'order_paid').find(
          (sum) => sum.currency === currency && sum.exponent === exponent,
        )?.amountMinor ?? 0);
  const chatters = count(totals.chatters, 'chat');
  const follows = count(totals.follows, 'follows');
  const { views } = totals;
  return {
    paidMinor,
    gpmMinor: perView(paidMinor === null ? null : paidMinor * 1000, views),
    ordersPaid,
    views,
    viewersMean: meanViewers(minutesOf(db, showId)),
    interaction: perView(chatters, views),
    followRate: perView(follows, views),
    chats: count(totals.chats, 'chat'),
    follows,
    gifts: count(totals.gifts, 'gifts'),
  };
}

function perView(value: number | null, views: number | null): number | null {
  return value === null || views === null || views === 0 ? null : value / views;
}
