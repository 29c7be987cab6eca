import { type TimedInput, simulateShow } from '#core/feeds/simulator/simulate-show.ts';
import type { FeedEvent, FeedEventOf } from '#shared/contract/room-event.ts';
import type { Language } from '#shared/model/settings.ts';

export const START_TS = 1_790_000_000_000;
export const MINUTE_MS = 60_000;

export type Span = {
  readonly seed: number;
  /** Chinese where it makes no difference. */
  readonly language?: Language;
  readonly rate: number | null;
  readonly inputs: readonly TimedInput[];
  /** Show minutes. */
  readonly from: number;
  readonly to: number;
};

export function eventsOf(span: Span): FeedEvent[] {
  return [
    ...simulateShow({
      seed: span.seed,
      language: span.language ?? 'zh-CN',
      startTs: START_TS,
      ratePerShowSecond: span.rate,
      inputs: span.inputs,
      fromTs: START_TS + span.from * MINUTE_MS,
      toTs: START_TS + span.to * MINUTE_MS,
    }),
  ];
}

export function ofKind<K extends FeedEvent['kind']>(
  events: readonly FeedEvent[],
  kind: K,
): FeedEventOf<K>[] {
  return events.filter((event): event is FeedEventOf<K> => event.kind === kind);
}

/** A push or cue at a show minute. */
export function pushAt(minute: number, product: string | null): TimedInput {
  return { ts: START_TS + minute * MINUTE_MS, product };
}

export function cueAt(minute: number, cueKind: string): TimedInput {
  return { ts: START_TS + minute * MINUTE_MS, cueKind };
}
