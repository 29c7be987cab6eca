import { effect, found, line, param, quiet, type Detector } from '../outcome.ts';

const MINUTE_MS = 60_000;

/** Blocks that were planned and passed over, or never came to their turn. */
export const blockSkipped: Detector = {
  name: 'block_skipped',
  find({ blocks, show }) {
    const planned = blocks.filter(({ plannedMs }) => plannedMs !== null);
    if (planned.length === 0) return quiet('no_plan');
    // A show that still runs has blocks before it.
    if (show.endedTs === null) return quiet('still_running');
    const skipped = planned.filter(({ startedTs }) => startedTs === null);
    if (skipped.length === 0) return quiet('nothing_found');
    const lostMs = skipped.reduce((sum, { plannedMs }) => sum + (plannedMs ?? 0), 0);
    const minutes = Math.round(lostMs / MINUTE_MS);
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        effect: effect('minutes', -minutes, -minutes),
        stake: { in: 'time', ms: lostMs },
        confidence: 'high',
        sample: planned.length,
        evidence: skipped.slice(0, 5).map(({ title, plannedMs, plannedStartTs }) =>
          line('blockSkipped', 'span', plannedMs ?? 0, {
            text: title,
            span:
              plannedStartTs === null
                ? null
                : { fromTs: plannedStartTs, toTs: plannedStartTs + (plannedMs ?? 0) },
          }),
        ),
        params: {
          skipped: param.number(skipped.length),
          planned: param.number(planned.length),
          time: param.span(lostMs),
          name: param.text(skipped[0]?.title ?? ''),
        },
        proving: null,
      },
    ]);
  },
};
