import type { SliceReader } from '#core/connection/room-broadcast.ts';
import { type RoomSlices, type SliceName, sliceSchemas } from '#shared/contract/room-snapshot.ts';

import type { SampleLanguage } from './sample-room.ts';
import { sampleSlices } from './sample-snapshot.ts';

/** Reads the slices of the sample room; `change` has the last word on each. */
export function sampleReader(
  language: SampleLanguage,
  change: (name: SliceName, value: unknown) => unknown = (_name, value) => value,
): SliceReader {
  const samples = sampleSlices(language);
  return <N extends SliceName>(name: N) =>
    sliceSchemas[name].parse(change(name, samples[name])) as RoomSlices[N];
}
