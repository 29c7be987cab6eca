import { median } from '../../median.ts';
import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';

/** GO to visible: three seconds at most (zboec.cn/zuixinxiaoxi/239), a preset. */
const PRESET_MS = 3_000;

/** Pushes that a target showed late, or not at all. */
export const slowPush: Detector = {
  name: 'slow_push',
  find({ pushes }) {
    const asked = pushes
      .filter(({ state }) => state !== 'undone')
      .map(({ goTs, name, targets }) => ({
        goTs,
        name,
        worstMs: Math.max(0, ...targets.flatMap(({ delayMs }) => delayMs ?? [])),
        failed: targets.filter(({ state }) => state === 'failed').length,
        answered: targets.filter(({ state }) => state === 'ok' || state === 'failed').length,
      }))
      .filter(({ answered }) => answered > 0);
    if (asked.length === 0) return quiet('no_pushes_told');
    const bad = asked
      .filter(({ worstMs, failed }) => failed > 0 || worstMs > PRESET_MS)
      .toSorted((a, b) => b.failed - a.failed || b.worstMs - a.worstMs);
    if (bad.length === 0) return quiet('nothing_found');
    const failed = bad.filter((each) => each.failed > 0).length;
    const middle = median(asked.map(({ worstMs }) => worstMs)) ?? 0;
    return found([
      {
        subject: '',
        cause: 'place',
        isGood: false,
        effect: effect('count', -bad.length, -bad.length),
        stake: {
          in: 'stretches',
          spans: bad.map(({ goTs, worstMs, failed: lost }) => ({
            fromTs: goTs,
            toTs: goTs + (lost > 0 ? 60_000 : worstMs),
          })),
        },
        confidence: 'high',
        sample: asked.length,
        evidence: [
          line('pushDelay', 'delay', middle, {
            against: PRESET_MS,
            versus: 'preset',
            n: asked.length,
          }),
          ...bad.slice(0, 4).map(({ goTs, name, worstMs, failed: lost }) =>
            lost > 0
              ? line('targetsFailed', 'count', lost, {
                  text: name,
                  span: { fromTs: goTs, toTs: goTs },
                })
              : line('pushDelay', 'delay', worstMs, {
                  text: name,
                  span: { fromTs: goTs, toTs: goTs },
                }),
          ),
        ],
        params: {
          bad: param.number(bad.length),
          pushes: param.number(asked.length),
          failed: param.number(failed),
          slow: param.number(bad.length - failed),
          time: param.delay(middle),
          worst: param.delay(Math.max(...bad.map(({ worstMs }) => worstMs))),
          limit: param.delay(PRESET_MS),
        },
        proving: proves('pushDelay', 'down', middle, Math.min(middle, PRESET_MS)),
      },
    ]);
  },
};
