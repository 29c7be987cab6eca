import type { OutputCause } from '../../model/output-health.ts';
import type { ReviewOutput } from '../../model/review-outputs.ts';
import { levelDeviation, SIGMAS } from '../alerts/chance.ts';
import { joinedSpans } from '../streams/joined-spans.ts';
import type { FindingFacts, Span } from './facts.ts';
import { mean, onlineOver, steadyOnline } from './online.ts';

const MINUTE_MS = 60_000;
/** Minutes that are looked at on each side. */
const WINDOW = 3;
/** A player that stalls for less is waited for. */
const LEAST_MS = 20_000;
/** Strains with less between them are one: viewers do not tell them apart. */
const BETWEEN_MS = MINUTE_MS;
const LEAST_FALL = 0.1;

/** People who left while a stream was strained, beyond chance. */
export type StrainLoss = {
  readonly output: ReviewOutput;
  /** From its first to its last strained moment. */
  readonly span: Span;
  /** Strained or bad in it, milliseconds. */
  readonly strainedMs: number;
  readonly cause: OutputCause;
  /** People online: means of the minutes before and of those that follow on its beginning. */
  readonly before: number;
  readonly after: number;
  readonly deviation: number;
};

/**
 * Strains of streams after whose beginning people online fell by a tenth and by 2.5 standard deviations
 * of how the room's level moves. Platforms that did not tell their figure throughout are left out of
 * both sides.
 */
export function strainLosses(facts: FindingFacts): readonly StrainLoss[] {
  const { outputs, sources, minutes } = facts;
  if (outputs.every(({ strains }) => strains.length === 0)) return [];
  const steady = steadyOnline(
    sources,
    minutes.map(({ minute }) => minute),
  ).flatMap((value) => value ?? []);
  const means = steady.slice(WINDOW - 1).map((_, at) => mean(steady.slice(at, at + WINDOW)));
  const spread = levelDeviation(means, WINDOW, 1);
  return outputs.flatMap((output) =>
    strainedSpans(output).flatMap((span) => lossOf(facts, output, span, spread) ?? []),
  );
}

function strainedSpans({ strains }: ReviewOutput): readonly Span[] {
  const wide = strains.map(({ fromTs, toTs }) => ({ fromTs, toTs: toTs + BETWEEN_MS }));
  return joinedSpans(wide).map(({ fromTs, toTs }) => ({ fromTs, toTs: toTs - BETWEEN_MS }));
}

function lossOf(
  { sources }: FindingFacts,
  output: ReviewOutput,
  span: Span,
  spread: number,
): StrainLoss | null {
  const own = output.strains.filter(({ fromTs }) => fromTs >= span.fromTs && fromTs < span.toTs);
  const strainedMs = own.reduce((sum, { fromTs, toTs }) => sum + toTs - fromTs, 0);
  const longest = own.toSorted((a, b) => b.toTs - b.fromTs - (a.toTs - a.fromTs))[0];
  if (longest === undefined || strainedMs < LEAST_MS) return null;
  const from = Math.floor(span.fromTs / MINUTE_MS);
  const online = onlineOver(sources, from - WINDOW, from + WINDOW);
  if (online === null) return null;
  const before = mean(online.values.slice(0, WINDOW));
  // The minute in which it began is of neither side.
  const after = mean(online.values.slice(WINDOW + 1));
  const deviation = Math.max(spread, Math.sqrt(Math.max(before, 1)));
  const lost = before - after;
  if (lost < LEAST_FALL * before || lost < SIGMAS * deviation) return null;
  return { output, span, strainedMs, cause: longest.cause, before, after, deviation };
}
