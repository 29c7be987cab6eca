import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';

const MINUTE_MS = 60_000;
/** A slip stands in the room for about so long before those who heard it are gone. */
const STANDS_MS = 10 * MINUTE_MS;

/** Slips of the host after which what is right was not said. */
export const slipsUncorrected: Detector = {
  name: 'slips_uncorrected',
  find({ slips, totals }) {
    if (slips.length === 0) return quiet('no_slips');
    const open = slips.filter(({ correction }) => correction?.state !== 'said');
    if (open.length === 0) return quiet('nothing_found');
    const hours = totals.onAirMs / (60 * MINUTE_MS);
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        effect: effect('count', -open.length, -open.length),
        stake: {
          in: 'stretches',
          spans: open.map(({ ts }) => ({ fromTs: ts, toTs: ts + STANDS_MS })),
        },
        confidence: 'high',
        sample: slips.length,
        evidence: [
          line('slipsCorrected', 'count', slips.length - open.length, { n: slips.length }),
          ...open
            .slice(0, 5)
            .map(({ ts, word }) =>
              line('slip', 'time', ts, { span: { fromTs: ts, toTs: ts }, text: word }),
            ),
        ],
        params: {
          open: param.number(open.length),
          slips: param.number(slips.length),
          asked: param.number(open.filter(({ correction }) => correction !== null).length),
        },
        proving: proves('slipsPerHour', 'down', hours === 0 ? null : slips.length / hours, 0),
      },
    ]);
  },
};
