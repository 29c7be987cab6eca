import { belowUsual } from '../usual-share.ts';
import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';

/** Follow conversion (转粉率) below the room's own median: new follows for each view. */
export const followLow: Detector = {
  name: 'follow_low',
  find({ comparison, totals }) {
    const { own, shows } = comparison;
    if (own.followRate === null || own.follows === null || !totals.views.known)
      return quiet('no_views');
    const usual = belowUsual(
      { value: own.followRate, cases: totals.views.value },
      shows.map(({ figures }) => figures.followRate),
    );
    if (usual === 'few_shows' || usual === 'nothing_found') return quiet(usual);
    const { middle, sigmas, sample, low, high } = usual;
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        effect: effect('follows', -Math.round(high), -Math.round(low)),
        stake: { in: 'part', part: 0.1 * (1 - own.followRate / middle) },
        confidence: sigmas >= 5 && sample >= 5 ? 'high' : 'medium',
        sample,
        evidence: [
          line('followRate', 'share', own.followRate, {
            against: middle,
            versus: 'median',
            n: sample,
          }),
          line('follows', 'count', own.follows),
        ],
        params: {
          own: param.share(own.followRate),
          middle: param.share(middle),
          shows: param.number(sample),
          follows: param.number(own.follows),
          less: param.share(1 - own.followRate / middle),
        },
        proving: proves('followRate', 'up', own.followRate, middle),
      },
    ]);
  },
};
