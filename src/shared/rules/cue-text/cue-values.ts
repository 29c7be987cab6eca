import type { Figure, LiveMetrics } from '../../model/metrics.ts';
import type { ShelfItem } from '../../model/product.ts';
import { priceLadder } from '../price-ladder.ts';
import { messagePrice } from '../push-message.ts';
import type { CueValues } from './fill-cue.ts';

export type CueLanguage = 'zh' | 'en';

type CueProduct = Pick<
  ShelfItem,
  | 'name'
  | 'linkNumber'
  | 'currency'
  | 'priceMinor'
  | 'listPriceMinor'
  | 'couponPriceMinor'
  | 'stock'
  | 'benefit'
>;

type CueFigures = Pick<LiveMetrics, 'viewers' | 'views' | 'follows' | 'ordersPaid' | 'bySource'>;

/** What the room knows just now that a cue can say. */
export type CueFacts = {
  /** The product the cue is about; null where it is about none. */
  readonly product: CueProduct | null;
  readonly metrics: CueFigures | null;
  /** Minutes left of the block that runs; null where none runs. */
  readonly minutesLeft: number | null;
  readonly anchor: string | null;
  /** What the room owes an answer to first, and the approved one; null for none. */
  readonly question: string | null;
  readonly answer: string | null;
};

/** Facts as a cue says them. A figure that is approximate says so. */
export function cueValues(facts: CueFacts, language: CueLanguage): CueValues {
  const { product, metrics, minutesLeft, anchor, question, answer } = facts;
  return {
    ...(product === null ? {} : productValues(product)),
    ...(metrics === null ? {} : figureValues(metrics, language)),
    left: minutesLeft === null || minutesLeft <= 0 ? null : minutesText(minutesLeft, language),
    anchor,
    question,
    answer,
  };
}

function productValues(product: CueProduct): CueValues {
  const { currency, stock } = product;
  const { nowMinor, higherMinor } = priceLadder(product);
  const [highest] = higherMinor;
  const price = (minor: number): string => messagePrice(minor, currency);
  return {
    product: product.name,
    price: nowMinor === null ? null : price(nowMinor),
    listPrice: highest === undefined ? null : price(highest),
    saving: highest === undefined || nowMinor === null ? null : price(highest - nowMinor),
    stock: stock === null ? null : String(stock),
    link: String(product.linkNumber),
    benefit: product.benefit,
  };
}

function figureValues(metrics: CueFigures, language: CueLanguage): CueValues {
  const { viewers, views, follows, ordersPaid, bySource } = metrics;
  return {
    online: figureText(viewers, language),
    views: figureText(views, language),
    follows: figureText(follows, language),
    orders: figureText(ordersPaid, language),
    likes: totalText(bySource.map(({ values }) => values.likes)),
  };
}

function figureText(figure: Figure, language: CueLanguage): string | null {
  if (!figure.known) return null;
  const count = String(Math.round(figure.value));
  // A total that leaves somebody out is no total to read out.
  if (figure.without.length > 0) return null;
  if (!figure.isApprox) return count;
  return language === 'zh' ? `约 ${count}` : `about ${count}`;
}

/** The sum where one source at least gives it; sources that give none have no part in it. */
function totalText(values: readonly (number | null)[]): string | null {
  const given = values.filter((value) => value !== null);
  return given.length === 0 ? null : String(given.reduce((sum, value) => sum + value, 0));
}

function minutesText(minutes: number, language: CueLanguage): string {
  const whole = Math.max(1, Math.round(minutes));
  if (language === 'zh') return `${whole} 分钟`;
  return whole === 1 ? '1 minute' : `${whole} minutes`;
}
