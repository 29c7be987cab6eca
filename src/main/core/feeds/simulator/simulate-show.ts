import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { Language } from '#shared/model/settings.ts';

import { type RoomInput, ShowSimulation } from './show-simulation.ts';

/** A push, a product taken down (null) or a cue, at a show time. */
export type TimedInput =
  | { readonly ts: number; readonly product: string | null }
  | { readonly ts: number; readonly cueKind: string };

export type SimulateShowOptions = {
  readonly seed: number;
  readonly language: Language;
  /** Show time of the start, UTC milliseconds. */
  readonly startTs: number;
  /** Events a show second; null is the room's natural pace. */
  readonly ratePerShowSecond: number | null;
  /** In order of time. */
  readonly inputs: readonly TimedInput[];
  /** Show times between which events are wanted; what lies before is passed over quietly. */
  readonly fromTs: number;
  readonly toTs: number;
};

/** The demo show's events in order of show time, from `fromTs` (included) to `toTs` (not). */
export function* simulateShow(options: SimulateShowOptions): Generator<FeedEvent, void, undefined> {
  const simulation = new ShowSimulation(options.seed, options.startTs, options.language);
  while (simulation.nextTs < options.toTs) {
    const isQuiet = simulation.nextTs + 1000 <= options.fromTs;
    const input = inputAt(options.inputs, simulation.nextTs, options.ratePerShowSecond);
    for (const event of simulation.step(input, isQuiet)) {
      const ts = event.platformTs ?? 0;
      if (ts >= options.fromTs && ts < options.toTs) yield event;
    }
  }
}

/** What was on the shelf and the last cue at a show time. */
export function inputAt(
  inputs: readonly TimedInput[],
  ts: number,
  ratePerShowSecond: number | null,
): RoomInput {
  let product: string | null = null;
  let cue: RoomInput['cue'] = null;
  for (const input of inputs) {
    if (input.ts > ts) break;
    if ('cueKind' in input) cue = { kind: input.cueKind, sentTs: input.ts };
    else product = input.product;
  }
  return { product, cue, ratePerShowSecond };
}
