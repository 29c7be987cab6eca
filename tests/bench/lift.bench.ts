/**
 * What the lift of cues, scripts, giveaways and pushes finds of effects that were planted in made-up
 * shows, and how much of what it calls found was not planted: in shows of slow noise of many kinds, and
 * in rooms of two shows whose people come and go and whose operator sends things because of how the
 * numbers stand. Told for each kind on stderr.
 */
import { CROWD_KINDS, crowdRoom } from '../support/lift/crowd-shows.ts';
import { NOISY_KINDS, noisyShow } from '../support/lift/noisy-shows.ts';
import { addTo, line, newScore, type Score } from '../support/lift/score.ts';

import { printBench, rounded } from './bench-line.ts';

const NOISY_SHOWS = 14;
const CROWD_ROOMS = 8;
const CROWD_SHOWS = 2;

const all = newScore();
const byFigure = new Map<string, Score>();
let seed = 40_000;

for (const kind of NOISY_KINDS) {
  const score = newScore();
  for (let i = 0; i < NOISY_SHOWS; i += 1) addTo([all, score], byFigure, [noisyShow(seed++, kind)]);
  process.stderr.write(`${line(kind, score)}\n`);
}
for (const kind of CROWD_KINDS) {
  const score = newScore();
  for (let i = 0; i < CROWD_ROOMS; i += 1) {
    addTo([all, score], byFigure, crowdRoom(seed++, kind, CROWD_SHOWS));
  }
  process.stderr.write(`${line(kind, score)}\n`);
}
for (const [figure, score] of byFigure) process.stderr.write(`${line(figure, score)}\n`);
const shows = NOISY_KINDS.length * NOISY_SHOWS + CROWD_KINDS.length * CROWD_ROOMS * CROWD_SHOWS;
process.stderr.write(`${line(`${shows} shows`, all)}\n`);

const accuracy = {
  unit: 'fraction',
  comparator: null,
  comparatorValue: null,
  ratio: null,
  floor: null,
  samples: [],
};
printBench({
  ...accuracy,
  name: 'lift.found',
  value: rounded(all.caught / all.planted, 4),
  goal: { of: 'value', is: 'at least', target: 0.8 },
});
printBench({
  ...accuracy,
  name: 'lift.false-discovery',
  value: rounded(all.wrong / all.called, 4),
  goal: { of: 'value', is: 'at most', target: 0.1 },
});
