import type { SliceInputs } from './sample-room.ts';
import { SAMPLE_NOW } from './sample-snapshot.ts';

type SlipInput = SliceInputs['slips']['slips'][number];

/** A slip that a desk logged a minute ago and nobody has described. */
export function sampleSlip(change: Partial<SlipInput> = {}): SlipInput {
  return {
    seq: 38_500,
    ts: SAMPLE_NOW - 60_000,
    word: '',
    slipClass: null,
    by: '',
    screenId: null,
    cueId: null,
    ...change,
  };
}
