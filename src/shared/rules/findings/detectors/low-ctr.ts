import { effect, found, line, param, quiet, type Detector } from '../outcome.ts';
import { shareRange } from '../ranges.ts';

/** A rate fires only after so many people were shown a product. */
const LEAST_SHOWN = 200;
/** An alarm below this share, by practitioners' writing (518wcb.com/7918): a preset, no platform's fact. */
const PRESET = 0.03;

/** Few of those who were shown a product clicked on it, by figures entered or imported for the show. */
export const lowCtr: Detector = {
  name: 'low_ctr',
  find({ entered }) {
    const shown = entered.productShown;
    const clickers = entered.productClickers;
    if (shown === undefined || clickers === undefined) return quiet('no_clicks');
    if (shown < LEAST_SHOWN || clickers > shown) return quiet('few_clicks');
    const range = shareRange(clickers, shown);
    if (range.high >= PRESET) return quiet('nothing_found');
    const share = clickers / shown;
    return found([
      {
        subject: '',
        cause: 'goods',
        isGood: false,
        effect: effect(
          'count',
          -Math.round((PRESET - share) * shown),
          -Math.round((PRESET - range.high) * shown),
        ),
        stake: { in: 'part', part: 0.1 * (1 - share / PRESET) },
        confidence: 'medium',
        sample: shown,
        evidence: [
          line('ctr', 'share', share, { against: PRESET, versus: 'preset', n: shown }),
          line('shown', 'count', shown),
          line('clickers', 'count', clickers),
        ],
        params: {
          share: param.share(share),
          against: param.share(PRESET),
          shown: param.number(shown),
          clickers: param.number(clickers),
        },
        proving: null,
      },
    ]);
  },
};
