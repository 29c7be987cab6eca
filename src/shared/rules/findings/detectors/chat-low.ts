import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';
import { belowUsual } from '../usual-share.ts';

/** Interaction (互动率) below the room's own median: people who chatted for each view. */
export const chatLow: Detector = {
  name: 'chat_low',
  find({ comparison, totals }) {
    const { own, shows } = comparison;
    if (own.interaction === null || !totals.views.known || !totals.chatters.known)
      return quiet('no_views');
    const usual = belowUsual(
      { value: own.interaction, cases: totals.views.value },
      shows.map(({ figures }) => figures.interaction),
    );
    if (usual === 'few_shows' || usual === 'nothing_found') return quiet(usual);
    const { middle, sigmas, sample, low, high } = usual;
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        effect: effect('count', -Math.round(high), -Math.round(low)),
        stake: { in: 'part', part: 0.1 * (1 - own.interaction / middle) },
        confidence: sigmas >= 5 && sample >= 5 ? 'high' : 'medium',
        sample,
        evidence: [
          line('interaction', 'share', own.interaction, {
            against: middle,
            versus: 'median',
            n: sample,
          }),
          line('chatters', 'count', totals.chatters.value),
        ],
        params: {
          own: param.share(own.interaction),
          middle: param.share(middle),
          shows: param.number(sample),
          chatters: param.number(totals.chatters.value),
          less: param.share(1 - own.interaction / middle),
        },
        proving: proves('interactionRate', 'up', own.interaction, middle),
      },
    ]);
  },
};
