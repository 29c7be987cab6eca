import { median } from '../../median.ts';
import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';

const LEAST_CUES = 5;
/** Our own preset: later than this a cue answers to another moment. */
const PRESET_MS = 30_000;
const LEAST_LATE = 0.5;

/** Cues that were done, but late: half of them and more took over half a minute. */
export const lateCues: Detector = {
  name: 'late_cues',
  find({ cues }) {
    const done = cues.flatMap(({ sentTs, doneDelayMs, state }) =>
      doneDelayMs === null || state === 'withdrawn' ? [] : [{ sentTs, doneDelayMs }],
    );
    if (done.length < LEAST_CUES) return quiet('few_cues');
    const late = done.filter(({ doneDelayMs }) => doneDelayMs > PRESET_MS);
    if (late.length < LEAST_LATE * done.length) return quiet('nothing_found');
    const middle = median(done.map(({ doneDelayMs }) => doneDelayMs)) ?? 0;
    const worst = late.toSorted((a, b) => b.doneDelayMs - a.doneDelayMs);
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        effect: effect('count', -late.length, -late.length),
        stake: {
          in: 'stretches',
          spans: late.map(({ sentTs, doneDelayMs }) => ({
            fromTs: sentTs,
            toTs: sentTs + doneDelayMs,
          })),
        },
        confidence: done.length >= 10 ? 'high' : 'medium',
        sample: done.length,
        evidence: [
          line('doneDelay', 'delay', middle, {
            against: PRESET_MS,
            versus: 'preset',
            n: done.length,
          }),
          ...worst.slice(0, 2).map(({ sentTs, doneDelayMs }) =>
            line('longestWait', 'delay', doneDelayMs, {
              span: { fromTs: sentTs, toTs: sentTs + doneDelayMs },
            }),
          ),
        ],
        params: {
          sample: param.number(done.length),
          late: param.number(late.length),
          time: param.delay(middle),
          longest: param.delay(worst[0]?.doneDelayMs ?? 0),
          limit: param.delay(PRESET_MS),
        },
        proving: proves('cueDoneDelay', 'down', middle, PRESET_MS),
      },
    ]);
  },
};
