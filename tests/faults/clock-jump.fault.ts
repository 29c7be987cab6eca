import BetterSqlite from 'better-sqlite3';

import { startRig } from '#tests/support/core-rig.ts';
import { chat, person } from '#tests/support/make-event.ts';

import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';

const JUMPS: Readonly<Record<FaultScale, number>> = { quick: 6, full: 60 };
const HOUR_MS = 3_600_000;
/** An hour either way, as a wrong zone or summer time make it, minutes, and a day. */
const STEPS_MS: readonly number[] = [
  -HOUR_MS,
  HOUR_MS,
  -120_000,
  24 * HOUR_MS,
  -24 * HOUR_MS,
  90_000,
];
const SECONDS_BETWEEN = 30;
/** Shortly before midnight of the night in which Europe's clocks go forward. */
const START_TS = Date.UTC(2026, 2, 28, 23, 58, 0);

export const fault: FaultDefinition = {
  name: 'clock-jump',
  what: "the machine's clock is set by an hour, minutes and a day, forward and back, over midnight, with a message every second",
  expected:
    'show time goes on second by second: no step back, no negative stretch, time on air exact',
  needs: null,
  hasQuickForm: true,
  run,
};

async function run(scale: FaultScale): Promise<FaultResult> {
  const jumps = JUMPS[scale];
  const rig = await startRig(null, START_TS);
  const { clock } = rig.ports;
  const offset = clock.monotonicNow() - START_TS;
  const desk = rig.screen('desk');
  const sender = rig.screen('cli');
  let serial = 0;
  try {
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    await desk.must('show.start', {});
    for (let jump = 0; jump <= jumps; jump += 1) {
      for (let second = 0; second < SECONDS_BETWEEN; second += 1) {
        await rig.advance(1_000);
        serial += 1;
        // The platform's clock is right all the time.
        const at = { key: `m${serial}`, ts: Math.round(clock.monotonicNow() - offset) };
        const event = chat(at, person('7', 'Ann'), `line ${serial}`);
        await sender.must('ingest.append', {
          sender: 'clock',
          events: [{ ...event, receivedTs: clock.wallNow() }],
        });
      }
      if (jump < jumps) clock.setWall(clock.wallNow() + (STEPS_MS[jump % STEPS_MS.length] ?? 0));
    }
    const { showId } = await desk.must('show.end', {});
    const review = await desk.must('review.get', { showId });
    const db = new BetterSqlite(rig.storePath, { readonly: true });
    const times = db
      .prepare<[], number>('SELECT event_ts FROM events WHERE kind = 1 ORDER BY seq')
      .pluck()
      .all();
    db.close();
    const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    const uneven = steps.filter((step) => step !== 1_000).length;
    const negative =
      review.gaps.filter(({ fromTs, toTs }) => toTs < fromTs).length +
      steps.filter((step) => step < 0).length;
    const minutes = review.minutes.map(({ minute }) => minute);
    const isMonotonic = minutes.every((minute, at) => at === 0 || minute > (minutes[at - 1] ?? 0));
    const lost = serial - times.length;
    return {
      injections: jumps,
      seen: `${times.length} messages a second apart but for ${uneven}; ${negative} negative stretches; ${minutes.length} minutes in order; ${review.totals.onAirMs / 1000} of ${serial} s on air`,
      acknowledged: serial,
      lost,
      doubled: 0,
      secondsToRecover: null,
      ok: lost + uneven + negative === 0 && isMonotonic && review.totals.onAirMs === serial * 1_000,
    };
  } finally {
    await rig.close();
  }
}
