import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';

const MINUTE_MS = 60_000;
/** A block that took a minute and a fifth more than planned is over. */
const LEAST_OVER = 0.2;

/** Blocks that took longer than planned, holds left out: they take their time from what comes after. */
export const blockOverrun: Detector = {
  name: 'block_overrun',
  find({ blocks }) {
    const ran = blocks.flatMap(({ title, plannedMs, tookMs, heldMs, startedTs }) =>
      plannedMs === null || plannedMs === 0 || tookMs === null || startedTs === null
        ? []
        : [{ title, plannedMs, tookMs: Math.max(0, tookMs - heldMs), startedTs }],
    );
    if (ran.length === 0) return quiet('no_plan');
    const over = ran
      .map((block) => ({ ...block, overMs: block.tookMs - block.plannedMs }))
      .filter(({ overMs, plannedMs }) => overMs > MINUTE_MS && overMs > LEAST_OVER * plannedMs)
      .toSorted((a, b) => b.overMs - a.overMs);
    const [worst] = over;
    if (worst === undefined) return quiet('nothing_found');
    const totalMs = over.reduce((sum, { overMs }) => sum + overMs, 0);
    const minutes = Math.round(totalMs / MINUTE_MS);
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        effect: effect('minutes', -minutes, -minutes),
        stake: {
          in: 'stretches',
          spans: over.map(({ startedTs, plannedMs, tookMs }) => ({
            fromTs: startedTs + plannedMs,
            toTs: startedTs + tookMs,
          })),
        },
        confidence: over.length >= 3 ? 'high' : 'medium',
        sample: ran.length,
        evidence: over.slice(0, 4).map(({ title, plannedMs, tookMs, startedTs }) =>
          line('block', 'span', tookMs, {
            against: plannedMs,
            versus: 'plan',
            text: title,
            span: { fromTs: startedTs, toTs: startedTs + tookMs },
          }),
        ),
        params: {
          over: param.number(over.length),
          ran: param.number(ran.length),
          time: param.span(totalMs),
          name: param.text(worst.title),
          worst: param.span(worst.overMs),
        },
        proving: proves('blocksOverShare', 'down', over.length / ran.length, 0),
      },
    ]);
  },
};
