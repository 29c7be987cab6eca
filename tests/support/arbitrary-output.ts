import fc from 'fast-check';

import { OutputCause, OutputUnknown } from '#shared/model/output-health.ts';

const timestamp = fc.integer({ min: 0, max: 8.64e15 });
const count = fc.integer({ min: 0, max: 1e9 });
const positive = fc.integer({ min: 1, max: 1e6 });
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

function nullable<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { nil: null });
}

/** A minute of a stream, as the store holds it. */
export const measuredOutput = {
  outletId: id,
  name: fc.constantFrom('OBS', '导播'),
  fromTs: timestamp,
  toTs: timestamp,
  measuredMs: positive,
  streamingMs: count,
  reconnectingMs: count,
  kbpsMean: nullable(count),
  kbpsMin: nullable(count),
  why: nullable(fc.constantFrom(...OutputUnknown.options)),
  droppedFrames: nullable(count),
  totalFrames: nullable(count),
  congestionMax: nullable(fc.constantFrom(0, 0.5, 1)),
  unrenderedFrames: nullable(count),
  renderedFrames: nullable(count),
  unencodedFrames: nullable(count),
  encodedFrames: nullable(count),
  fpsMin: nullable(fc.constantFrom(0, 29.97, 60)),
  cpuMax: nullable(fc.constantFrom(0, 12.5)),
  strains: fc.array(
    fc.record({
      fromTs: timestamp,
      toTs: timestamp,
      level: fc.constantFrom('strained', 'bad'),
      cause: fc.constantFrom(...OutputCause.options),
    }),
    { maxLength: 3 },
  ),
};
