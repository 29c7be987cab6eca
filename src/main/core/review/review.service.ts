import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { ProductFields } from '#shared/model/product.ts';
import { ProductId, type RoomId, type ShowId } from '#shared/model/ids.ts';
import { ShowSummary, type Airing, type Review } from '#shared/model/review.ts';
import type { Show } from '#shared/model/show.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { foldBookmarks } from '#shared/rules/bookmarks/fold-bookmarks.ts';
import { foldActs } from '#shared/rules/chat-acts/fold-acts.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { grouped } from '#shared/rules/grouped.ts';
import { median } from '#shared/rules/median.ts';
import { isMomentary, targetFigure, tileOf } from '#shared/rules/metrics/goal.ts';
import { metricValue } from '#shared/rules/metrics/metric-value.ts';
import { findingsOf } from '#shared/rules/findings/findings.ts';
import { onAirMs } from '#shared/rules/show-state.ts';
import { reviewBlocks, reviewOverruled } from '#shared/rules/run-of-show/review-blocks.ts';
import { reviewOutputs } from '#shared/rules/outputs/review-outputs.ts';
import { reviewPeople } from '#shared/rules/people/timeliness.ts';
import { reviewSlips } from '#shared/rules/slips/review-slips.ts';
import { heldTargets } from '#shared/rules/targets/held-targets.ts';
import { sentCuesOf } from '../cues/cues.queries.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { pastFigures } from '../figures/past-figures.ts';
import { measuredOf } from '../outputs/outputs.queries.ts';
import { targetFacts } from '../planning/targets.queries.ts';
import { marksOf } from '../room/marks.ts';
import {
  hasApproxViewers,
  markedEvents,
  viewerFiguresOf,
  viewersIn,
} from '../room/room.queries.ts';
import { storedFigures } from '../shows/show-figures.queries.ts';
import { showById } from '../room/show.queries.ts';
import { airingOf } from './airings.ts';
import { ChatCounts } from './chat-counts.ts';
import { toldClicksOf } from './airings.queries.ts';
import { paidOrdersOf } from './paid-orders.ts';
import { promiseFacts } from '../shelf/promises/promises.queries.ts';
import { teamFacts } from '../team/answers.queries.ts';
import { foldDuty } from '#shared/rules/team/fold-duty.ts';
import { pushesOf } from '../shelf/shelf.queries.ts';
import { showBenefits } from '../benefits/benefits.service.ts';
import { reviewCommerce } from './review-commerce.ts';
import { timedActs } from './review-people.ts';
import { reviewAudience } from './review-audience.ts';
import { reviewStreams } from './review-streams.ts';
import { reviewCues } from './review-cues.ts';
import { reviewPromises } from './review-promises.ts';
import { comparisonOf } from './comparison.service.ts';
import { findingSources } from './finding-sources.ts';
import { improvementsIn } from './judged-improvements.ts';
import {
  doneCuesOf,
  minutesOf,
  moneyOf,
  paidByMinute,
  productsOf,
  roomOfShow,
  showSummariesOf,
  sourcesOfShow,
  totalsOf,
  virtualOf,
} from './review.queries.ts';
import {
  countFigure,
  known,
  meanViewers,
  reviewProduct,
  salesFrom,
  timeline,
  warningsIn,
  whyUnknown,
} from './review.rules.ts';

/** What a connector is able to give; null for one this program does not know (any more). */
export type CanOf = (connector: string) => SourceCan | null;

/**
 * The whole review of a show of this room, ended or still running. `nowTs` is show time; it closes what has no
 * end yet. Refused: unknown_show.
 */
export function getReview(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: ShowId,
  nowTs: number,
  canOf: CanOf,
): Result<Review> {
  const stored = showById(db, showId);
  if (stored === null || roomOfShow(db, showId) !== roomId) return fail('unknown_show', { showId });
  const { show } = stored;
  const untilTs = show.endedTs ?? nowTs;
  const sources = sourcesOfShow(db, showId);
  const facts = markedEvents(db, roomId, showId);
  const pushes = pushesOf(db, showId, 0);
  const cues = sentCuesOf(db, showId, Number.MAX_SAFE_INTEGER);
  const products = productsOf(db, showId).map((row) => ({
    ...ProductFields.parse(JSON.parse(row.fields)),
    productId: ProductId.parse(row.id),
    linkNumber: row.linkNumber,
  }));
  const nameOf = new Map(products.map((product) => [product.productId, product.name]));
  const orders = paidOrdersOf(db, showId);
  const sales = salesFrom(orders.sums);
  const cans = sources.map((source) => canOf(source.connector));
  const codeOf = new Map(products.map((product) => [product.productId, product]));
  const clicks = toldClicksOf(db, showId);
  const around = {
    chats: new ChatCounts(db, showId),
    startTs: show.startedTs ?? untilTs,
    untilTs,
    minutes: minutesOf(db, showId),
    orders: orders.byCode,
    clicks: grouped(clicks, ({ code }) => code),
    cans,
  };
  function airingOfPush(push: (typeof pushes)[number]): Airing | null {
    const product = codeOf.get(push.productId);
    return product === undefined ? null : airingOf(push, product, around);
  }
  const canTellOrders = whyUnknown(cans, 'orders').reason === 'nothing_yet';
  const told = {
    show,
    platforms: [...new Set(sources.map((source) => source.platform))],
    totals: {
      ...figures(db, show, cans),
      onAirMs: onAirMs(show, untilTs),
      pushes: pushes.filter((push) => push.state !== 'undone').length,
      cuesSent: cues.length,
      cuesDone: doneCuesOf(db, showId),
      medianDoneMs: median(cues.flatMap((cue) => cue.doneDelayMs ?? [])),
    },
    targets: targetsOf(db, roomId, show, untilTs),
    minutes: minutesWithMoney(db, show, untilTs),
    products: products.map((product) =>
      reviewProduct(product, pushes, sales, { untilTs, canTellOrders }),
    ),
    pushes: pushes.map((push) => ({
      pushId: push.id,
      productId: push.productId,
      linkNumber: push.linkNumber,
      name: nameOf.get(push.productId) ?? '',
      currency: codeOf.get(push.productId)?.currency ?? null,
      goTs: push.goTs,
      endTs: push.endTs ?? show.endedTs,
      state: push.state,
      targets: push.targets.map(({ target, name, state, delayMs, there }) => ({
        target,
        name,
        state,
        delayMs,
        there,
      })),
      airing: airingOfPush(push),
    })),
    cues: reviewCues(cues, facts),
    gaps: facts.flatMap((event) => {
      if (event.kind !== 'gap') return [];
      const { fromTs, toTs, cause, sourceLabel, lost } = event;
      return [{ fromTs, toTs, cause, sourceLabel, lost }];
    }),
    marks: marksOf(facts).sort((a, b) => a.ts - b.ts || a.seq - b.seq),
    notes: [...foldBookmarks(facts)],
    warnings: [...warningsIn(facts)],
    slips: [...reviewSlips(facts)],
    blocks: [...reviewBlocks(facts)],
    overruled: [...reviewOverruled(facts)],
    promises: reviewPromises(promiseFacts(db, roomId, showId), {
      productOf: (productId) => products.find((product) => product.productId === productId),
      orders: orders.byCode,
      hasOrders: whyUnknown(cans, 'orders').reason === 'nothing_yet',
      currency: show.currency,
      untilTs,
    }),
    duties: teamFacts(db, roomId, showId).flatMap((event) => foldDuty(null, event) ?? []),
    acts: [...foldActs(facts, Number.MAX_SAFE_INTEGER)],
    audience: reviewAudience(db, showId, facts, canOf),
    people: reviewPeople(facts, show, { untilTs, ...timedActs(pushes, cues) }),
    outputs: [...reviewOutputs(measuredOf(db, roomId, showId))],
  };
  const commerce = reviewCommerce(
    db,
    show,
    products.map(({ productId, linkNumber, name, code }, at) => {
      return { productId, linkNumber, name, code, airtimeMs: told.products[at]?.airtimeMs ?? 0 };
    }),
    clicks,
    orders.sums,
    canOf,
  );
  const comparison = comparisonOf(db, roomId, show, canOf, untilTs);
  const seen = { db, show, untilTs, facts, products, canTellOrders };
  const beside = findingSources(seen);
  const { findings, quiet } = findingsOf({ ...told, comparison, ...beside });
  const found = { findings: [...findings], quiet: [...quiet] };
  const benefits = [...showBenefits(db, showId)];
  const review = {
    ...told,
    streams: reviewStreams(db, {
      show,
      untilTs,
      platforms: told.platforms,
      sources: beside.sources,
    }),
    commerce,
    benefits,
    comparison,
    ...found,
    lift: null,
    voice: null,
    against: null,
    improvements: { own: [], judged: [] },
  };
  return ok({ ...review, improvements: improvementsIn(db, review) });
}

/** The room's shows for choosing one, newest first. */
export function listShows(
  db: ReadableDatabase,
  roomId: RoomId,
  limit: number,
): readonly ShowSummary[] {
  return showSummariesOf(db, roomId, limit).map((row) => ShowSummary.parse(row));
}

type Figures = Omit<
  Review['totals'],
  'onAirMs' | 'pushes' | 'cuesSent' | 'cuesDone' | 'medianDoneMs'
>;

function figures(db: ReadableDatabase, show: Show, cans: readonly (SourceCan | null)[]): Figures {
  const totals = totalsOf(db, show.id);
  const peak = peakOf(db, show.id);
  const mean = meanViewers(minutesOf(db, show.id));
  const noViewers = whyUnknown(cans, 'viewers');
  return {
    events: totals.feedEvents + totals.facts,
    chats: countFigure(totals.chats, cans, 'chat'),
    chatters: countFigure(totals.chatters, cans, 'chat'),
    viewersPeak: peak === null ? noViewers : known(peak.value, peak.isApprox),
    viewersMean: mean === null ? noViewers : known(mean, peak?.isApprox ?? false),
    views: totals.views === null ? noViewers : known(totals.views, false),
    joins: countFigure(totals.joins, cans, 'joins'),
    follows: countFigure(totals.follows, cans, 'follows'),
    gifts: countFigure(totals.gifts, cans, 'gifts'),
    giftValues: [...virtualOf(db, show.id)],
    ordersPlaced: countFigure(totals.ordersPlaced, cans, 'orders'),
    ordersPaid: countFigure(totals.ordersPaid, cans, 'orders'),
    paid: [...moneyOf(db, show.id, 'order_paid')],
    tips: [...moneyOf(db, show.id, 'tip')],
  };
}

/** From the show's own row where it has one and nothing of it was approximate; else counted. */
function peakOf(db: ReadableDatabase, showId: ShowId): { value: number; isApprox: boolean } | null {
  const stored = storedFigures(db, showId);
  if (stored !== undefined && !hasApproxViewers(db, showId)) {
    return stored.viewersPeak === null ? null : { value: stored.viewersPeak, isApprox: false };
  }
  return viewersIn(viewerFiguresOf(db, showId)).peak();
}

/** By the same rules as the tiles of the live desk; nothing is read where nothing was set. */
function targetsOf(
  db: ReadableDatabase,
  roomId: RoomId,
  show: Show,
  untilTs: number,
): Review['targets'] {
  const held = heldTargets(targetFacts(db, roomId, show.id));
  if (held.length === 0) return [];
  const metrics = pastFigures(db, roomId, show, untilTs, 'all');
  return held.map(({ name, value, currency }) => {
    const figure = targetFigure(name, metrics, show.currency);
    // What a platform told by hand is its own, of the whole show.
    const isOfMoment =
      isMomentary(name) && metricValue(tileOf(name), metrics, show.currency).enteredTs === null;
    return { name, value, currency, figure, isOfMoment };
  });
}

function minutesWithMoney(db: ReadableDatabase, show: Show, untilTs: number): Review['minutes'] {
  const exponent = currencyExponent(show.currency);
  const paid = new Map(
    paidByMinute(db, show.id, show.currency, exponent).map((row) => [row.minute, row.paidMinor]),
  );
  const span = show.startedTs === null ? null : { fromTs: show.startedTs, toTs: untilTs };
  return timeline(minutesOf(db, show.id), paid, span);
}
