import type { MeasuredOutput, OutputStrain, OutputUnknown } from '../../model/output-health.ts';
import type { OutputMinute, ReviewOutput } from '../../model/review-outputs.ts';
import { grouped } from '../grouped.ts';

const MINUTE_MS = 60_000;

/** What was measured of each OBS of a show, oldest first: its minutes, what they come to, its strains. */
export function reviewOutputs(measured: readonly MeasuredOutput[]): readonly ReviewOutput[] {
  return [...grouped(measured, ({ outletId }) => outletId)].map(([outletId, parts]) => {
    const minutes = [...grouped(parts, minuteOf)].map(([minute, ofIt]) => ({
      minute,
      ...sumOf(ofIt),
    }));
    return {
      outletId,
      // As it was called last.
      name: parts.at(-1)?.name ?? '',
      minutes: minutes.toSorted((a, b) => a.minute - b.minute),
      total: sumOf(parts),
      strains: [...joinedStrains(parts.flatMap(({ strains }) => strains))],
    };
  });
}

/** The minute that most of it is of: a reading may end just after. */
function minuteOf({ fromTs, toTs }: MeasuredOutput): number {
  return Math.floor((fromTs + toTs) / 2 / MINUTE_MS);
}

function sumOf(parts: readonly MeasuredOutput[]): Omit<OutputMinute, 'minute'> {
  const known = parts.filter(({ kbpsMean }) => kbpsMean !== null);
  const streamedMs = add(known.map(({ streamingMs }) => streamingMs)) ?? 0;
  const kbits = add(known.map(({ kbpsMean, streamingMs }) => (kbpsMean ?? 0) * streamingMs)) ?? 0;
  const kbpsMean = streamedMs === 0 ? null : Math.round(kbits / streamedMs);
  return {
    measuredMs: add(parts.map(({ measuredMs }) => measuredMs)) ?? 0,
    streamingMs: add(parts.map(({ streamingMs }) => streamingMs)) ?? 0,
    reconnectingMs: add(parts.map(({ reconnectingMs }) => reconnectingMs)) ?? 0,
    kbpsMean,
    kbpsMin: least(parts.map(({ kbpsMin }) => kbpsMin)),
    why: kbpsMean === null ? whyOf(parts) : null,
    droppedFrames: add(parts.map(({ droppedFrames }) => droppedFrames)),
    totalFrames: add(parts.map(({ totalFrames }) => totalFrames)),
    congestionMax: most(parts.map(({ congestionMax }) => congestionMax)),
    unrenderedFrames: add(parts.map(({ unrenderedFrames }) => unrenderedFrames)),
    renderedFrames: add(parts.map(({ renderedFrames }) => renderedFrames)),
    unencodedFrames: add(parts.map(({ unencodedFrames }) => unencodedFrames)),
    encodedFrames: add(parts.map(({ encodedFrames }) => encodedFrames)),
    fpsMin: least(parts.map(({ fpsMin }) => fpsMin)),
    cpuMax: most(parts.map(({ cpuMax }) => cpuMax)),
  };
}

function whyOf(parts: readonly MeasuredOutput[]): OutputUnknown {
  return parts.findLast(({ why }) => why !== null)?.why ?? 'not_read';
}

/** Stretches that go on beyond the end of a minute are one; another level or cause is another. */
export function joinedStrains(strains: readonly OutputStrain[]): readonly OutputStrain[] {
  const joined: OutputStrain[] = [];
  for (const strain of strains.toSorted((a, b) => a.fromTs - b.fromTs)) {
    const last = joined.at(-1);
    const goesOn = last !== undefined && last.toTs >= strain.fromTs;
    if (
      last !== undefined &&
      goesOn &&
      last.level === strain.level &&
      last.cause === strain.cause
    ) {
      joined[joined.length - 1] = { ...last, toTs: Math.max(last.toTs, strain.toTs) };
    } else joined.push(strain);
  }
  return joined;
}

/** Null where none is known. */
function add(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function least(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function most(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
