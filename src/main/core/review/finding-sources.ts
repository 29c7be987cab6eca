import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ProductId } from '#shared/model/ids.ts';
import type { Show } from '#shared/model/show.ts';
import type { FindingSources, SourceLine, SourceMinute } from '#shared/rules/findings/facts.ts';
import { askedIn, enteredIn, raidsIn, soldOutIn } from '#shared/rules/findings/log-facts.ts';
import { offAirOf } from '#shared/rules/streams/off-air.ts';
import { anchorLoad } from '#shared/rules/stage/anchor-load.ts';
import { helpCalls } from '#shared/rules/stage/help-calls.ts';
import type { ReadableDatabase } from '../database/database.ts';
import {
  cancelledOrdersOf,
  sourceMinutesOf,
  toldStatesOf,
  type ToldState,
} from './finding-sources.queries.ts';
import { spanOf, streamsTold } from './review-streams.ts';

type Told = {
  readonly db: ReadableDatabase;
  readonly show: Show;
  /** Show time; closes what has no end yet. */
  readonly untilTs: number;
  /** The few facts of the show's log. */
  readonly facts: readonly RoomEvent[];
  readonly products: readonly { readonly code: string; readonly productId: ProductId }[];
  readonly canTellOrders: boolean;
};

/** What detectors look at beside the review; from roll-ups and the few facts of a show alone. */
export function findingSources(of: Told): FindingSources {
  const { db, show, untilTs, facts, canTellOrders } = of;
  const told = toldStatesOf(db, show.id);
  const cancelled = cancelledOrdersOf(db, show.id);
  return {
    sources: sourceLines(db, show.id),
    helps: helpCalls(facts),
    breaks: anchorLoad(facts, show).breaks,
    raids: raidsIn(facts),
    asked: askedIn(facts),
    soldOut: [...soldOutIn(facts), ...platformsSoldOut(told, of)].toSorted((a, b) => a.ts - b.ts),
    offAir: offAirOf(streamsTold(told), spanOf(show, untilTs)).map(({ toTs, ...offAir }) => ({
      ...offAir,
      toTs: toTs ?? untilTs,
    })),
    cancelled: cancelled > 0 || canTellOrders ? cancelled : null,
    entered: enteredIn(facts),
  };
}

function platformsSoldOut(
  told: readonly ToldState[],
  { products }: Told,
): FindingSources['soldOut'] {
  const idOf = new Map(products.map(({ code, productId }) => [code, productId]));
  return told.flatMap(({ ts, code, state }) => {
    const productId = code === null || state !== 'soldout' ? undefined : idOf.get(code);
    return productId === undefined ? [] : [{ productId, ts }];
  });
}

/** A source of several platforms counts as one for each. */
function sourceLines(db: ReadableDatabase, showId: number): readonly SourceLine[] {
  const lines = new Map<string, SourceLine & { minutes: Map<number, SourceMinute> }>();
  for (const { sourceId, platform, minute, ...counts } of sourceMinutesOf(db, showId)) {
    const key = `${sourceId}/${platform}`;
    const held = lines.get(key) ?? { sourceId, platform, minutes: new Map() };
    lines.set(key, held);
    held.minutes.set(minute, counts);
  }
  return [...lines.values()];
}
