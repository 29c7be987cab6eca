import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';

const MINUTE_MS = 60_000;
const MIN_CUES = 5;
const LEAST_OPEN = 0.4;
/** A cue is what the anchor has before them for about so long. */
const CUE_MS = 2 * MINUTE_MS;
const GOAL = 0.8;

/** Cues that the anchor did not mark as done: two of five and more. */
export const unansweredCues: Detector = {
  name: 'unanswered_cues',
  find({ cues, totals }) {
    const counted = cues.filter(({ state }) => state !== 'withdrawn');
    if (counted.length < MIN_CUES) return quiet('few_cues');
    const open = counted.filter(({ doneDelayMs }) => doneDelayMs === null);
    if (open.length < LEAST_OPEN * counted.length) return quiet('nothing_found');
    const unseen = open.filter(({ shownDelayMs }) => shownDelayMs === null).length;
    const spans = open.map(({ sentTs }) => ({ fromTs: sentTs, toTs: sentTs + CUE_MS }));
    const done = counted.length - open.length;
    const { medianDoneMs } = totals;
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        effect: effect('count', -open.length, -open.length),
        stake: { in: 'stretches', spans },
        confidence: counted.length >= 10 ? 'high' : 'medium',
        sample: counted.length,
        evidence: [
          line('cuesDone', 'share', done / counted.length, {
            against: GOAL,
            versus: 'preset',
            n: counted.length,
            span: spans[0] ?? null,
          }),
          line('cuesShown', 'count', counted.length - unseen, { n: counted.length }),
          ...(medianDoneMs === null ? [] : [line('doneDelay', 'delay', medianDoneMs, { n: done })]),
        ],
        params: {
          sample: param.number(counted.length),
          open: param.number(open.length),
          unseen: param.number(unseen),
          share: param.share(open.length / counted.length),
          time: medianDoneMs === null ? param.text('—') : param.delay(medianDoneMs),
        },
        proving: proves('cuesDoneRate', 'up', done / counted.length, GOAL),
      },
    ]);
  },
};
