import type { EnteredFigure } from '#shared/model/entered-figure.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';
import type { QuestionsSlice } from '#shared/model/question.ts';
import type { Block } from '#shared/model/run-of-show.ts';
import type { SentCue } from '#shared/model/cue.ts';
import type { Show } from '#shared/model/show.ts';
import { clicksBetween } from '#shared/rules/clicks-between.ts';
import type { TriggerMoment } from '#shared/rules/cue-triggers/trigger-moment.ts';
import type { MomentSignals } from './moment-signals.ts';

const MINUTE_MS = 60_000;
const WINDOW_MS = 5 * MINUTE_MS;
/** A close that nobody says is done is over by then. */
const CLOSE_MS = 3 * MINUTE_MS;
/** Figures read off a page before that say nothing of now. */
const ENTERED_FRESH_MS = 10 * MINUTE_MS;

export type ProductOn = {
  readonly productId: number;
  readonly linkNumber: number;
  readonly code: string;
  readonly stock: number | null;
  readonly unitsPaid: number;
  readonly isSoldOut: boolean;
};

/** What the room's services know just now. */
export type RoomNow = {
  readonly ts: number;
  readonly show: Show;
  readonly block: Block | null;
  readonly currentCue: SentCue | null;
  readonly productOn: ProductOn | null;
  readonly metrics: LiveMetrics | null;
  readonly questions: QuestionsSlice;
  readonly areOrdersTold: boolean;
  readonly freeSlots: number;
  readonly openRuleIds: ReadonlySet<string>;
};

/** The moment as rules see it; what nobody tells is null. */
export function momentOf(now: RoomNow, signals: MomentSignals): TriggerMoment {
  const { ts, show, block, currentCue, metrics } = now;
  const viewers = metrics?.viewers;
  return {
    ts,
    isOnAir: show.state === 'on_air',
    block: block === null ? null : blockAt(block, ts),
    priceSaidTs: signals.priceSaidTs,
    isCloseCueRunning: currentCue?.kind === 'close' && ts - currentCue.sentTs < CLOSE_MS,
    product: productOf(now, signals),
    viewers: viewers?.known === true ? viewers.value : null,
    likes: likesOf(metrics),
    exposure: exposureOf(metrics?.entered ?? [], now),
    clicks: clicksOf(now, signals),
    questions: now.questions.open.map(({ id, people, firstTs, isDebt }) => ({
      id,
      people,
      firstTs,
      isDebt,
    })),
    ...signals.takeNew(),
    sinceRestMs: sinceRest(now, signals),
    recentCues: signals.cuesBefore(ts),
    freeSlots: now.freeSlots,
    openRuleIds: now.openRuleIds,
  };
}

/** A hold moves the block's start, an extension its end. */
export function blockAt(block: Block, ts: number): TriggerMoment['block'] {
  const { position, role, startedTs, plannedMs, extendedMs, heldMs, heldSinceTs } = block;
  if (startedTs === null) return null;
  const stoodMs = heldMs + (heldSinceTs === null ? 0 : Math.max(0, ts - heldSinceTs));
  return { position, role, startedTs: startedTs + stoodMs, plannedMs: plannedMs + extendedMs };
}

function productOf(
  { productOn, ts, areOrdersTold }: RoomNow,
  signals: MomentSignals,
): TriggerMoment['product'] {
  if (productOn === null) return null;
  const { productId, linkNumber, code, stock, unitsPaid, isSoldOut } = productOn;
  const sold = signals.unitsSince(code, ts - WINDOW_MS);
  return {
    productId,
    linkNumber,
    stock,
    stockBefore: stock === null ? null : stock + unitsPaid,
    unitsPerMinute: areOrdersTold ? sold / (WINDOW_MS / MINUTE_MS) : null,
    isSoldOut,
  };
}

function likesOf(metrics: LiveMetrics | null): number | null {
  const told = (metrics?.bySource ?? []).flatMap(({ values }) => values.likes ?? []);
  return told.length === 0 ? null : told.reduce((sum, value) => sum + value, 0);
}

/** Both read off for the same time, of the show so far. */
function exposureOf(
  entered: readonly EnteredFigure[],
  { ts, show }: RoomNow,
): TriggerMoment['exposure'] {
  const shown = entered.find(({ name }) => name === 'productShown');
  const clickers = entered.find(
    ({ name, asOfTs, sourceId }) =>
      name === 'productClickers' && asOfTs === shown?.asOfTs && sourceId === shown.sourceId,
  );
  if (shown === undefined || clickers === undefined || show.startedTs === null) return null;
  if (ts - shown.asOfTs > ENTERED_FRESH_MS) return null;
  const forS = Math.max(0, (shown.asOfTs - show.startedTs) / 1_000);
  return { shown: shown.value, clickers: clickers.value, forS };
}

function clicksOf(
  { ts, show, productOn, areOrdersTold }: RoomNow,
  signals: MomentSignals,
): TriggerMoment['clicks'] {
  if (productOn === null || !areOrdersTold || show.startedTs === null) return null;
  const told = signals.clicksOn(productOn.code);
  const between = (fromTs: number, toTs: number): number | null =>
    clicksBetween(told, [fromTs, toTs], show.startedTs ?? fromTs);
  const now = between(ts - WINDOW_MS, ts);
  const before = between(ts - 2 * WINDOW_MS, ts - WINDOW_MS);
  if (now === null || before === null) return null;
  return { now, before, orders: signals.ordersSince(productOn.code, ts - WINDOW_MS) };
}

/** A pause is a rest, and so is a rest cue that was done. */
function sinceRest({ ts, show }: RoomNow, signals: MomentSignals): number | null {
  if (show.onAirSinceTs === null) return null;
  return ts - Math.max(show.onAirSinceTs, signals.restTs() ?? show.onAirSinceTs);
}
