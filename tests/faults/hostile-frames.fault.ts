import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';
import { FUZZED_DECODERS, fuzzDecoder } from './fuzz-decoder.ts';

const INPUTS: Readonly<Record<FaultScale, number>> = { quick: 50_000, full: 1_000_000 };
const MOST_RSS_GROWTH_MB = 50;
const SEED = 20_260_301;

export const fault: FaultDefinition = {
  name: 'hostile-frames',
  what: 'inputs changed at random, and random bytes, into every decoder of what others send',
  expected: 'nothing thrown, what is no event counted as bad, the process grows by at most 50 MB',
  needs: null,
  hasQuickForm: true,
  run,
};

async function run(scale: FaultScale): Promise<FaultResult> {
  const results = FUZZED_DECODERS.map((name) => ({
    name,
    ...fuzzDecoder(name, INPUTS[scale], SEED),
  }));
  const seen = results.map(
    ({ name, inputs, thrown, events, bad, rssGrowthMb }) =>
      `${name}: ${inputs} inputs, ${thrown} thrown, ${events} events, ${bad} bad, +${rssGrowthMb} MB`,
  );
  return {
    injections: results.reduce((sum, { inputs }) => sum + inputs, 0),
    seen: seen.join('; '),
    acknowledged: 0,
    lost: 0,
    doubled: 0,
    secondsToRecover: null,
    ok: results.every(
      ({ thrown, events, bad, rssGrowthMb }) =>
        thrown === 0 && events > 0 && bad > 0 && rssGrowthMb <= MOST_RSS_GROWTH_MB,
    ),
  };
}
